// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wellness/wellnesswords.h"

#include <QTimer>
#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

class QComboBox;
class QGridLayout;
class QPlainTextEdit;

namespace ui {

class SegmentedControl;
class TextLabel;
class Theme;
class ValueField;

/// The fields of one day, grouped and in the athlete's order. What is typed is saved when its field is left or after a
/// moment of rest; what cannot be read stays in its field with the reason under it, and nothing is saved.
class WellnessForm : public QWidget
{
    Q_OBJECT

public:
    /// Saves a day; false if that failed, so that the field keeps what was typed.
    using Saver = std::function<bool(const domain::Wellness &)>;

    WellnessForm(const Theme &theme, const WellnessWords &words, Saver saver, QWidget *parent = nullptr);
    ~WellnessForm() override;

    void setFields(const QList<const items::WellnessField *> &fields);
    void present(const domain::Wellness &day, const items::WellnessHistory &history);
    /// Saves what was typed. False if a field is refused: it has the focus then.
    bool commit();
    void focusFirstEmpty();
    [[nodiscard]] bool isSettled() const; ///< nothing typed is unsaved

    [[nodiscard]] QWidget *editor(QStringView key) const;
    [[nodiscard]] QString noteText(QStringView key) const; ///< what stands under the field; empty if nothing

Q_SIGNALS:
    void typing(); ///< something is not saved yet
    void refused(const QString &reason);
    void settled(); ///< nothing unsaved is left in the fields

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row;

    void addGroup(items::WellnessGroup group, int line);
    void addRow(const items::WellnessField &field, int line);
    void addValue(Row &row);
    void addScale(Row &row);
    void addChoice(Row &row);
    void addText(Row &row);
    void touch(Row &row);
    void finish(Row &row); ///< the field was left
    bool commitRow(Row &row);
    bool commitValue(Row &row);
    bool commitText(Row &row);
    bool saveRow(Row &row, const domain::Wellness &after);
    void refuse(Row &row, const QString &reason);
    void restore(Row &row);
    void show(Row &row, bool reformat);
    void showComparison(Row &row);
    void setNote(Row &row, const QString &text, bool wrong);
    [[nodiscard]] bool isFarFromNormal(const items::WellnessField &field, double value) const;
    [[nodiscard]] Row *rowOf(QStringView key) const;
    void alignScales();

    const Theme &m_theme;
    const WellnessWords &m_words;
    Saver m_saver;
    QList<const items::WellnessField *> m_fields;
    std::vector<std::unique_ptr<Row>> m_rows;
    QGridLayout *m_grid = nullptr;
    QWidget *m_body = nullptr; ///< remade with the fields
    domain::Wellness m_day;
    items::WellnessHistory m_history;
    QTimer m_rest;
    bool m_showing = false;
};

}
