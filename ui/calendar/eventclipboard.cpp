// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/eventclipboard.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ui::eventclipboard {

namespace {

const QString &format()
{
    static const QString name = u"application/x-microcycle-events+json"_s;
    return name;
}

}

std::unique_ptr<QMimeData> write(const QList<domain::Event> &events)
{
    auto data = std::make_unique<QMimeData>();
    QJsonArray array;
    QStringList texts;
    for (const domain::Event &event : events) {
        array.append(domain::toJson(event));
        texts.append(event.description.isEmpty() ? event.name : event.name + u'\n' + event.description);
    }
    data->setData(format(), QJsonDocument(array).toJson(QJsonDocument::Compact));
    data->setText(texts.join(u"\n\n"_s));
    return data;
}

QList<domain::Event> read(const QMimeData *data)
{
    QList<domain::Event> events;
    if (!data || !data->hasFormat(format()))
        return events;
    for (const QJsonValue &value : QJsonDocument::fromJson(data->data(format())).array()) {
        if (const auto event = domain::fromJson<domain::Event>(value.toObject()); event.ok())
            events.append(*event);
    }
    return events;
}

}
