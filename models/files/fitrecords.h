// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stream.h"
#include "models/files/fitdecode.h"

namespace files::fit {

/// The record messages of an activity, laid down channel by channel while the file is decoded: each layout is planned
/// once, and a record then costs one load and one store per field that has a value. It knows no other messages.
class Records
{
public:
    explicit Records(qsizetype fileBytes);

    /// Prepares for the records of a layout.
    void plan(const Layout &layout);
    /// False if the channels have become so many that the result would dwarf the file.
    [[nodiscard]] bool add(const Message &message);

    [[nodiscard]] bool isEmpty() const { return m_rows == 0; }
    [[nodiscard]] std::optional<quint32> earliest() const; ///< time of a record
    /// Ends the collection: the channels, sorted by time, in seconds from the start. What was put right becomes a note.
    [[nodiscard]] domain::StreamSet take(std::optional<quint32> start, QList<Note> &notes);

private:
    enum class Kind { Plain, LeftShare, SpeedAndDistance };
    struct Load {
        float *cells = nullptr; ///< of the column
        quint32 at = 0;
        quint16 column = 0;
        BaseType type = BaseType::Byte;
        Kind kind = Kind::Plain;
        double scale = 1;
        double offset = 0;
    };
    struct Column {
        QString name;
        int developerField = -1; ///< developer and number, of developer fields
        int nativeField = -1; ///< the field of a record that it stands for
        std::vector<float> cells;
    };

    [[nodiscard]] quint16 columnFor(const QString &name, int developerField, int nativeField);
    void planNative(const Layout &layout, std::vector<Load> &loads);
    void planDevelopers(const Layout &layout, std::vector<Load> &loads);
    void storeSpecial(const Load &load, double raw, const uchar *at);
    void storeSpeedAndDistance(const Load &load, const uchar *at);
    [[nodiscard]] bool makeRoom();
    [[nodiscard]] bool fillTimes(QList<Note> &notes);
    void sortByTime(QList<Note> &notes);
    void addStandIns(QList<Note> &notes);
    [[nodiscard]] QString channelName(const Column &column, const domain::StreamSet &taken) const;

    qsizetype m_fileBytes;
    qsizetype m_rows = 0;
    qsizetype m_room = 0; ///< rows that every column has cells for
    qsizetype m_expected = 0; ///< rows, at a guess; that many are reserved
    std::vector<quint32> m_times;
    std::vector<Column> m_columns;
    std::array<std::vector<Load>, 16> m_plans; ///< by local type
    quint16 m_distanceColumn = 0; ///< of compressed distances
    double m_compressedDistance = 0; ///< in sixteenths of a metre
    int m_lastCompressed = -1;
    bool m_textSkipped = false;
};

}
