// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class TextLabel;

/// What an empty page says: what belongs here, and the one next step.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// Without words for the action there is no button.
    EmptyState(const Theme &theme,
        const QString &icon,
        const QString &sentence,
        const QString &action = {},
        QWidget *parent = nullptr);

    void setSentence(const QString &sentence);

Q_SIGNALS:
    void actionTriggered();

private:
    void refresh();

    const Theme &m_theme;
    QString m_iconName;
    QLabel *m_icon;
    TextLabel *m_sentence;
};

}
