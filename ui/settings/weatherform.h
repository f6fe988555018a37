// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/weather.h"
#include "ui/widgets/card.h"

#include <QLocale>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class TextLabel;

/// The places of the forecast: each with its name and where it lies, and whether it is shown. What cannot be read stays
/// in its field with the reason below; it asks for changes and makes none.
class WeatherForm : public Card
{
    Q_OBJECT

public:
    WeatherForm(const Theme &theme, const QLocale &locale, QWidget *parent = nullptr);

    void present(const domain::Weather &weather); ///< as the service has it; what is typed stays
    void saved(const domain::Weather &weather); ///< what was wanted is there now
    void setSentence(const QString &sentence); ///< why it is not known; empty once it is

Q_SIGNALS:
    void wanted(const domain::Weather &weather);

private:
    struct Row {
        domain::WeatherPlace place;
        QWidget *line = nullptr;
        QCheckBox *shown = nullptr;
        QLineEdit *label = nullptr;
        QLineEdit *latitude = nullptr;
        QLineEdit *longitude = nullptr;
    };

    void addRow(const domain::WeatherPlace &place);
    void removeRow(const QWidget *line);
    void clear();
    void save();
    void complain(const QString &reason);
    [[nodiscard]] bool read(const Row &row, domain::WeatherPlace &into);
    [[nodiscard]] std::optional<double> degrees(const QLineEdit &field, double most) const;

    const Theme &m_theme;
    QLocale m_locale;
    domain::Weather m_weather;
    TextLabel *m_state = nullptr;
    TextLabel *m_error = nullptr;
    QVBoxLayout *m_lines = nullptr;
    QList<Row> m_rows;
    QPushButton *m_add = nullptr;
    QPushButton *m_save = nullptr;
    bool m_touched = false; ///< something is there that was not saved
};

}
