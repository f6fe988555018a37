// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxdelegate.h"

#include "models/domain/sport.h"
#include "models/items/fieldwords.h"
#include "models/items/outboxroles.h"
#include "ui/theme/icons.h"

using namespace Qt::StringLiterals;
using items::OutboxState;
using items::OutboxSubject;

namespace ui {

namespace {

OutboxState stateAt(const QModelIndex &index)
{
    return OutboxState(index.data(items::OutboxStateRole).toInt());
}

QString iconAt(const QModelIndex &index)
{
    const QString sport = index.data(items::OutboxSportRole).toString();
    switch (OutboxSubject(index.data(items::OutboxSubjectRole).toInt())) {
    case OutboxSubject::Wellness:
        return u"wellness"_s;
    case OutboxSubject::Folder:
        return u"folder"_s;
    case OutboxSubject::File:
        return u"activity"_s;
    case OutboxSubject::Event:
    case OutboxSubject::Activity:
    case OutboxSubject::Template:
        break;
    }
    return sport.isEmpty() ? u"note"_s : sportIcon(domain::familyOf(sport));
}

Token tokenAt(const QModelIndex &index)
{
    switch (stateAt(index)) {
    case OutboxState::Refused:
        return Token::Bad;
    case OutboxState::Conflict:
    case OutboxState::Unknown:
        return Token::Warning;
    case OutboxState::Sending:
        return Token::Accent;
    case OutboxState::Saved:
    case OutboxState::Waiting:
        break;
    }
    return Token::TextSecond;
}

}

OutboxDelegate::OutboxDelegate(const Theme &theme, QObject *parent)
    : MarkedRowDelegate(theme, parent)
{
}

void OutboxDelegate::setService(const QString &name)
{
    m_service = name;
}

MarkedRowDelegate::Row OutboxDelegate::rowOf(const QModelIndex &index) const
{
    QList<Difference> sides;
    const auto differences = index.data(items::OutboxDifferencesRole).value<QList<items::FieldDifference>>();
    for (const items::FieldDifference &each : differences)
        sides.append({each.field, each.before, each.after});
    const bool refused = stateAt(index) >= OutboxState::Refused;
    const QString there = m_service.left(1).toUpper() + m_service.mid(1); // it stands at the head of a column
    return {.icon = refused ? u"warning"_s : iconAt(index),
        .iconToken = refused ? tokenAt(index) : Token::TextSecond,
        .words = index.data().toString(),
        .detail = index.data(items::OutboxStateTextRole).toString(),
        .detailToken = tokenAt(index),
        .table = {theme(), sides, tr("Here"), there},
        .aboveTable = 2,
        .belowButtons = sides.isEmpty() ? 1 : 2};
}

}
