// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// One figure: small label, big value, quiet unit, and a note below. A missing value is "–".
class MetricTile : public QWidget
{
    Q_OBJECT

public:
    explicit MetricTile(const Theme &theme, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setValue(const QString &value, const QString &unit = {}); ///< finished text; empty means missing
    void setNote(const QString &note, Token token = Token::TextThird);
    void setValueToken(Token token);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const Theme &m_theme;
    QString m_label;
    QString m_value;
    QString m_unit;
    QString m_note;
    Token m_noteToken = Token::TextThird;
    Token m_valueToken = Token::Text;
};

}
