// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/remotefold.h"
#include "tests/support/foldlibrary.h"
#include "ui/library/librarydock.h"
#include "ui/library/librarytree.h"

#include <QApplication>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// A small library in a dock on a fixed Thursday, for tests that work it by mouse, by keyboard or by dragging.
class LibraryStage
{
protected:
    const QDate thursday {2026, 3, 12};

    [[nodiscard]] static QJsonObject workout(int id, int folder, const QString &name, const QJsonObject &more = {})
    {
        QJsonObject json {{u"id"_s, id},
            {u"folder_id"_s, folder},
            {u"name"_s, name},
            {u"type"_s, u"Ride"_s},
            {u"description"_s, u"- 1h 65%"_s},
            {u"icu_training_load"_s, 60},
            {u"moving_time"_s, 3600},
            {u"tags"_s, QJsonArray {u"long"_s}}};
        for (auto it = more.begin(); it != more.end(); ++it)
            json.insert(it.key(), it.value());
        return json;
    }

    void setUp()
    {
        m_theme.setChoice(ui::Theme::Choice::Light);
        m_theme.applyTo(*qApp);
        m_store = *store::Store::open(u":memory:"_s, m_clock);
    }

    void fill()
    {
        const QJsonObject run {{u"type"_s, u"Run"_s},
            {u"icu_training_load"_s, 130},
            {u"moving_time"_s, 6300},
            {u"tags"_s, QJsonArray {u"race & test"_s}}};
        QVERIFY(support::foldLibrary(*m_store,
            {{{u"id"_s, 10}, {u"name"_s, u"Bike"_s}, {u"type"_s, u"FOLDER"_s}},
                {{u"id"_s, 20}, {u"name"_s, u"Shared"_s}, {u"type"_s, u"FOLDER"_s}, {u"canEdit"_s, false}},
                {{u"id"_s, 30}, {u"name"_s, u"Base"_s}, {u"type"_s, u"PLAN"_s}}},
            {workout(101, 10, u"Endurance"_s),
                workout(102, 10, u"Long run"_s, run),
                workout(201, 20, u"Theirs"_s),
                workout(301, 30, u"In plan"_s, {{u"day"_s, 8}})})
                    .ok());
    }

    void open()
    {
        m_dock = std::make_unique<ui::LibraryDock>(
            *m_store, m_theme, QLocale(u"en_GB"_s), [](const QString &type) { return u"<"_s + type + u'>'; });
        m_dock->resize(300, 700);
        m_dock->setFocusedDay(thursday);
        m_dock->show();
        m_dock->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dock.get()));
        tree().setFocus();
    }

    [[nodiscard]] ui::LibraryTree &tree() { return m_dock->tree(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&tree(), key, modifiers); }
    [[nodiscard]] domain::LocalId idOf(store::Kind kind, int id) const
    {
        return *m_store->findRemote(kind, QString::number(id));
    }
    [[nodiscard]] QModelIndex at(store::Kind kind, int id)
    {
        m_dock->reveal(idOf(kind, id));
        return tree().currentIndex();
    }
    /// The names that can be seen, from top to bottom.
    [[nodiscard]] QStringList seen()
    {
        QStringList names;
        for (QModelIndex index = tree().model()->index(0, 0); index.isValid(); index = tree().indexBelow(index))
            names.append(index.data().toString());
        return names;
    }

    domain::FixedClock m_clock {QDateTime(thursday, QTime(9, 0), Qt::UTC)};
    ui::Theme m_theme;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ui::LibraryDock> m_dock;
};
