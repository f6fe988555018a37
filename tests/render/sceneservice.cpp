// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/scene.h"
#include "ui/gear/gearpage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/shell.h"

#include <QAbstractButton>

using namespace Qt::StringLiterals;

namespace render {

namespace {

domain::Gear piece(
    const QString &id, const QString &name, const QString &type, double kilometres, double hours, int activities)
{
    domain::Gear gear;
    gear.id = domain::GearId {id};
    gear.name = name;
    gear.type = type;
    gear.distanceMetres = kilometres * 1000;
    gear.timeSeconds = hours * 3600;
    gear.activities = activities;
    return gear;
}

QJsonObject reminding(int id, const QString &what, const QString &limit, double value, double percent)
{
    return {{u"id"_s, id}, {u"name"_s, what}, {limit, value}, {u"percent_used"_s, percent}};
}

/// Bikes with parts, of which some are worn, shoes, and what is retired.
QList<domain::Gear> garage()
{
    domain::Gear road = piece(u"b1"_s, u"Road bike"_s, u"Bike"_s, 12'420, 431, 298);
    road.purchased = u"2023-03-07"_s;
    road.componentIds = {u"c1"_s, u"c2"_s};
    road.notes = u"Tyres at 5.2 bar"_s;
    domain::Gear chain = piece(u"c1"_s, u"Chain"_s, u"Chain"_s, 3'105, 108, 71);
    chain.component = true;
    chain.reminders = {reminding(1, u"Wax the chain"_s, u"distance"_s, 300'000, 103),
        reminding(2, u"Replace the chain"_s, u"distance"_s, 5'000'000, 62)};
    domain::Gear tyres = piece(u"c2"_s, u"Tyres"_s, u"Tyre"_s, 4'380, 152, 104);
    tyres.component = true;
    tyres.reminders = {reminding(1, u"Look at the rear one"_s, u"distance"_s, 5'000'000, 88)};
    domain::Gear shoes = piece(u"s1"_s, u"Road shoes"_s, u"Shoes"_s, 641, 58, 77);
    shoes.reminders = {reminding(1, u"Buy new ones"_s, u"distance"_s, 800'000, 80)};
    domain::Gear before = piece(u"s0"_s, u"Old shoes"_s, u"Shoes"_s, 902, 81, 112);
    before.retired = u"2025-09-01"_s;
    return {road,
        chain,
        tyres,
        piece(u"b2"_s, u"Trainer bike"_s, u"Bike"_s, 2'240, 88, 91),
        shoes,
        before,
        piece(u"w1"_s, u"Wetsuit"_s, u"Wetsuit"_s, 31, 14, 12)};
}

}

void Scene::openGear()
{
    m_gear = std::make_unique<items::GearTable>(items::GearWords(items::Figures(QLocale())));
    auto *page = new ui::GearPage(m_theme, *m_gear);
    m_gear->setGear(garage(), clock().today());
    page->findChild<QAbstractButton *>(u"gear-show-retired"_s)->setChecked(true);
    m_shell->showPage(m_shell->addLayer(page, -1));
    page->choose({u"c1"_s});
}

void Scene::openChoices()
{
    auto *page = new ui::SettingsPage(m_theme, QLocale());
    QList<ui::PlanForm::Choice> plans;
    for (const store::LibraryFolder &folder : m_demo.store().folders()) {
        if (folder.plan)
            plans.append({{folder.key}, folder.name});
    }
    page->plan().setChoices(plans);
    page->plan().present(m_demo.plan(), clock().today());
    page->weather().present(m_demo.places());
    m_shell->showPage(m_shell->addLayer(page, -1));
}

}
