// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "ui/activities/activitywords.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

class Chip;
class ElidedLabel;
class ToolButton;

/// The line above one activity: the way back and on, what it is, what was planned and how it felt.
class ActivityHeader : public QWidget
{
    Q_OBJECT

public:
    ActivityHeader(const Theme &theme, const ActivityWords &words, QWidget *parent = nullptr);

    void present(const domain::Activity &activity, const std::optional<domain::Event> &plan);
    void setNeighbours(bool previous, bool next);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString planText() const; ///< as it is shown, empty without a plan

Q_SIGNALS:
    void backWanted();
    void stepWanted(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Mark;

    void presentChips(const domain::Activity &activity);
    void arrange(); ///< what is shown in this width
    void refresh();

    const Theme &m_theme;
    const ActivityWords &m_words;
    ToolButton *m_back;
    ToolButton *m_previous;
    ToolButton *m_next;
    Mark *m_mark;
    ElidedLabel *m_name;
    ElidedLabel *m_facts;
    QHBoxLayout *m_tags;
    QList<Chip *> m_chips;
    ElidedLabel *m_plan;
    ElidedLabel *m_compliance;
    Chip *m_effort;
    Chip *m_feel;
};

}
