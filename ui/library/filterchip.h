// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QVariant>

namespace ui {

/// A round word that opens choices, several of which may be on. While any is, it shows them instead of its word.
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    struct Choice {
        QString text;
        QVariant value;

        friend bool operator==(const Choice &, const Choice &) = default;
    };

    FilterChip(const Theme &theme, const QString &word, QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices); ///< what was chosen and is still there stays chosen
    [[nodiscard]] const QList<Choice> &choices() const { return m_choices; }
    [[nodiscard]] QVariantList chosen() const { return m_chosen; }
    void choose(const QVariantList &values);
    void open(); ///< the menu with the choices

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    const Theme &m_theme;
    QString m_word;
    QList<Choice> m_choices;
    QVariantList m_chosen;
};

}
