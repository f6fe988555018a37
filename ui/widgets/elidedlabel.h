// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// One line of plain text that ends in "…" where it does not fit; the whole text is in the tip.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    ElidedLabel(const Theme &theme, TextRole role, Token token, const QString &text = {}, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    void setToken(Token token);
    void setWeight(QFont::Weight weight);
    void setAlignment(Qt::Alignment alignment);

    [[nodiscard]] bool isElided() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void refresh();

    const Theme &m_theme;
    TextRole m_role;
    Token m_token;
    QFont::Weight m_weight = QFont::Normal;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    QString m_text;
};

}
