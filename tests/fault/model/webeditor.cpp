// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/model/webeditor.h"

#include "api/endpoints/listevents.h"
#include "api/endpoints/paths.h"
#include "tests/fault/matrix/content.h"
#include "tests/fault/model/device.h"

using namespace Qt::StringLiterals;

namespace fault {

bool WebEditor::send(const http::Request &request)
{
    m_path = request.path;
    return m_service.onTheWeb(request).status / 100 == 2;
}

bool WebEditor::perform(const Action &action, const QString &word)
{
    using What = Action::What;
    if (action.what == What::Wait)
        return true;
    if (action.what == What::Log) {
        const QString day = domain::dayText(Device::today().addDays(-(action.pick % 3)));
        return send(endpoints::put(
            endpoints::athletePath(endpoints::self(), u"/wellness/"_s + day), QJsonObject {{u"comments"_s, word}}));
    }
    if (action.what == What::Create) {
        domain::Event event;
        event.category = domain::Category::Note;
        event.name = word;
        event.start = {Device::today().addDays(action.pick % 9), {}};
        return send(endpoints::post(endpoints::athletePath(endpoints::self(), u"/events"_s), domain::toJson(event)));
    }
    const auto events = endpoints::ListEvents::parse(listOf(m_service, u"/events"_s, Device::days()));
    if (!events || events->values.isEmpty())
        return false;
    const domain::Event event = events->values.at(action.pick % int(events->values.size())).value;
    const QString path = endpoints::athletePath(endpoints::self(), u"/events/%1"_s.arg(event.id->value));
    const auto change = [&]() -> QJsonObject {
        switch (action.what) {
        case What::Rename:
            return {{u"name"_s, word}};
        case What::Recolour:
            return {{u"color"_s, word}};
        case What::AddLine:
            return {{u"description"_s, event.description + u'\n' + word}};
        case What::Rewrite:
            return {{u"description"_s, word}};
        default: {
            domain::Event moved = event;
            moved.start.day = event.start.day.addDays(action.pick % 5 - 2);
            return {{u"start_date_local"_s, domain::toJson(moved).value("start_date_local"_L1)}};
        }
        }
    };
    return send(action.what == What::Remove ? endpoints::remove(path) : endpoints::put(path, change()));
}

}
