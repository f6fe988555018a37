// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/textrules.h"

#include "ui/calendar/calendargrid.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractScrollArea>
#include <QLineEdit>
#include <QScrollBar>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace render {

namespace {

constexpr double tolerance = 1.5; ///< logical pixels; letters are soft at their edges
constexpr int fewLetters = 3; ///< that tell a name

struct Sides {
    bool horizontal = false;
    bool vertical = false;

    void add(const Sides &other)
    {
        horizontal = horizontal || other.horizontal;
        vertical = vertical || other.vertical;
    }
};

Sides beyond(const QRectF &ink, const QRectF &frame)
{
    return {ink.left() < frame.left() - tolerance || ink.right() > frame.right() + tolerance,
        ink.top() < frame.top() - tolerance || ink.bottom() > frame.bottom() + tolerance};
}

/// In which directions the text sticks out of a view that can be scrolled that way.
Sides scrolledOut(const DrawnText &text)
{
    Sides out;
    for (QWidget *widget = text.widget; widget; widget = widget->parentWidget()) {
        if (qobject_cast<QLineEdit *>(widget))
            out.horizontal = true;
        const auto *area = qobject_cast<QAbstractScrollArea *>(widget);
        if (!area)
            continue;
        const QWidget *view = area->viewport();
        const Sides sticks = beyond(text.ink, QRectF(view->mapTo(view->window(), QPoint()), QSizeF(view->size())));
        const auto moves = [](const QScrollBar *bar) { return bar->maximum() > bar->minimum(); };
        const bool endless = qobject_cast<const ui::CalendarGrid *>(area);
        out.add({sticks.horizontal && moves(area->horizontalScrollBar()),
            sticks.vertical && (endless || moves(area->verticalScrollBar()))});
    }
    return out;
}

QString measured(const QRectF &rect)
{
    return u"%1×%2"_s.arg(rect.width(), 0, 'f', 1).arg(rect.height(), 0, 'f', 1);
}

QString described(const DrawnText &text)
{
    const QWidget *widget = text.widget;
    QString where;
    for (; widget && where.isEmpty(); widget = widget->parentWidget()) {
        if (qstrcmp(widget->metaObject()->className(), "QWidget") != 0)
            where = QString::fromLatin1(widget->metaObject()->className());
    }
    return u"“%1” of %2 at %3,%4 %5"_s.arg(text.text, where)
        .arg(text.ink.x(), 0, 'f', 1)
        .arg(text.ink.y(), 0, 'f', 1)
        .arg(measured(text.ink));
}

}

QStringList cutTexts(const TextProbe &probe)
{
    QStringList found;
    for (const DrawnText &text : probe.texts()) {
        const Sides cut = beyond(text.ink, text.frame);
        const Sides out = scrolledOut(text);
        if ((cut.horizontal && !out.horizontal) || (cut.vertical && !out.vertical))
            found.append(described(text) + u", seen %1"_s.arg(measured(text.visible())));
    }
    return found;
}

QStringList shortenedTexts(const TextProbe &probe, const QSet<QString> &writtenByPeople, Shortening ofOthers)
{
    QStringList found;
    for (const DrawnText &text : probe.texts()) {
        const bool mayShorten = ofOthers == Shortening::InElidedLabels && qobject_cast<ui::ElidedLabel *>(text.widget);
        if (!text.text.endsWith(u'…') || mayShorten)
            continue;
        const QString beginning = text.text.chopped(1).trimmed();
        // Words of the program may stand before a name: "Planned: Sweet…".
        const auto isOf = [&beginning](const QString &words) {
            return words.contains(beginning) || beginning.contains(words.left(fewLetters));
        };
        const bool outside = !beginning.isEmpty() && std::any_of(writtenByPeople.begin(), writtenByPeople.end(), isOf);
        if (!outside)
            found.append(described(text));
    }
    return found;
}

QStringList overlappingTexts(const TextProbe &probe)
{
    QStringList found;
    const QList<DrawnText> &texts = probe.texts();
    for (qsizetype i = 0; i < texts.size(); ++i) {
        for (qsizetype j = i + 1; j < texts.size(); ++j) {
            const QRectF both = texts.at(i).visible() & texts.at(j).visible();
            if (both.width() <= tolerance || both.height() <= tolerance)
                continue;
            // What floats lies over the rest on a ground of its own.
            if (probe.isCovered(both, texts.at(i).order) || probe.isCovered(both, texts.at(j).order))
                continue;
            found.append(described(texts.at(i)) + u" and "_s + described(texts.at(j)));
        }
    }
    return found;
}

}
