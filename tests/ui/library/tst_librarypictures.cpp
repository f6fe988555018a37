// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoapi.h"
#include "api/endpoints/listfolders.h"
#include "api/endpoints/listsportsettings.h"
#include "models/store/remotefold.h"
#include "tests/support/foldlibrary.h"
#include "tests/support/testmain.h"
#include "ui/library/filterchip.h"
#include "ui/library/librarydock.h"
#include "ui/library/librarytree.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace {

const QDate thursday(2026, 3, 12);

template<typename Records>
QList<QJsonObject> rawOf(const Records &records)
{
    QList<QJsonObject> raw;
    for (const auto &record : records.values)
        raw.append(record.json);
    return raw;
}

}

/// Draws the library of the demo athlete in both themes and on a fine screen. With MICROCYCLE_PICTURES set to a folder
/// it also writes the pictures there.
class LibraryPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anEmptyLibraryIsNotBlank_data() { schemes(); }
    void anEmptyLibraryIsNotBlank();
    void theLibraryIsNotBlank_data() { schemes(); }
    void theLibraryIsNotBlank();

private:
    static void schemes();
    [[nodiscard]] QImage picture(ui::LibraryDock &dock, const QString &name);
    /// How many colours a part has; a blank one has one or two.
    [[nodiscard]] static qsizetype colours(const QImage &image);
    [[nodiscard]] domain::LocalId folderNamed(const QString &name) const;

    domain::FixedClock m_clock {QDateTime(thursday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<store::Store> m_store;
};

void LibraryPicturesTest::initTestCase()
{
    m_store = *store::Store::open(u":memory:"_s, m_clock);
    demo::DemoApi api({.seed = 1, .today = thursday, .key = "picturekey", .now = [] {
                           return QDateTime(thursday, QTime(9, 0), Qt::UTC);
                       }});
    const auto ask = [&api](http::Request request) {
        request.headers.insert("authorization", "Bearer picturekey");
        return api.handle(request).body;
    };
    const auto sports = endpoints::ListSportSettings::parse(ask(endpoints::ListSportSettings {}.request()));
    const auto library = endpoints::ListFolders::parse(ask(endpoints::ListFolders {}.request()));
    QVERIFY(sports.ok() && library.ok());
    QVERIFY(store::RemoteFold(*m_store).sports(rawOf(*sports)).ok());
    QVERIFY(support::foldLibrary(*m_store, rawOf(library->folders), rawOf(library->workouts)).ok());
}

domain::LocalId LibraryPicturesTest::folderNamed(const QString &name) const
{
    const auto folders = m_store->folders();
    for (const auto &folder : folders) {
        if (folder.name == name)
            return folder.id;
    }
    return {};
}

qsizetype LibraryPicturesTest::colours(const QImage &image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            seen.insert(image.pixel(x, y));
    }
    return seen.size();
}

QImage LibraryPicturesTest::picture(ui::LibraryDock &dock, const QString &name)
{
    QFETCH(double, ratio);
    QCoreApplication::sendPostedEvents();
    QImage image(dock.size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    dock.render(&image);
    const QString folder = qEnvironmentVariable("MICROCYCLE_PICTURES");
    if (!folder.isEmpty()
        && !image.save(u"%1/%2-%3.png"_s.arg(folder, name, QString::fromLatin1(QTest::currentDataTag()))))
        qWarning("cannot write %s", qPrintable(folder));
    return image;
}

void LibraryPicturesTest::schemes()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("light") << int(ui::Theme::Choice::Light) << 1.0 << false;
    QTest::newRow("dark") << int(ui::Theme::Choice::Dark) << 1.0 << false;
    QTest::newRow("fine-light") << int(ui::Theme::Choice::Light) << 2.0 << false;
    QTest::newRow("fine-dark") << int(ui::Theme::Choice::Dark) << 2.0 << false;
    QTest::newRow("mirrored-light") << int(ui::Theme::Choice::Light) << 1.0 << true;
}

void LibraryPicturesTest::anEmptyLibraryIsNotBlank()
{
    QFETCH(int, choice);
    ui::Theme theme;
    theme.setChoice(ui::Theme::Choice(choice));
    theme.applyTo(*qApp);
    const auto empty = std::move(store::Store::open(u":memory:"_s, m_clock)).value();
    ui::LibraryDock dock(*empty, theme, QLocale(u"en_GB"_s), [](const QString &type) { return type; });
    dock.resize(dock.sizeHint().width(), 500);
    dock.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dock));
    QVERIFY(colours(picture(dock, u"library-empty"_s)) > 10);
}

void LibraryPicturesTest::theLibraryIsNotBlank()
{
    QFETCH(int, choice);
    QFETCH(bool, mirrored);
    ui::Theme theme;
    theme.setChoice(ui::Theme::Choice(choice));
    theme.applyTo(*qApp);
    ui::LibraryDock dock(*m_store, theme, QLocale(u"en_GB"_s), [](const QString &type) { return type; });
    dock.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    dock.setFocusedDay(thursday.addDays(5));
    dock.resize(dock.sizeHint().width(), 860);
    dock.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dock));
    dock.activateWindow();
    dock.tree().setFocus();
    QCOMPARE(dock.findChildren<ui::FilterChip *>().size(), 5);
    for (const int width : {220, dock.sizeHint().width()}) { // the chips in as many lines as there must be
        dock.resize(width, 860);
        QCoreApplication::sendPostedEvents();
        for (const auto *chip : dock.findChildren<ui::FilterChip *>())
            QVERIFY(chip->isVisible() && chip->parentWidget()->rect().contains(chip->geometry()));
    }
    dock.reveal(folderNamed(u"Bike"_s));
    dock.tree().setExpanded(dock.tree().currentIndex(), true);
    dock.tree().setCurrentIndex(dock.tree().model()->index(3, 0, dock.tree().currentIndex()));
    QVERIFY(colours(picture(dock, u"library-folders"_s)) > 60);

    dock.tree().openOnly({folderNamed(u"Base, 8 weeks"_s)});
    dock.reveal(folderNamed(u"Base, 8 weeks"_s));
    QVERIFY(colours(picture(dock, u"library-plan"_s)) > 60);

    const auto chips = dock.findChildren<ui::FilterChip *>();
    chips.at(0)->choose({int(domain::SportFamily::Ride), int(domain::SportFamily::Run)});
    chips.at(3)->choose({5});
    QVERIFY(colours(picture(dock, u"library-filtered"_s)) > 60);
    chips.at(4)->choose({u"mobility"_s});
    QVERIFY(colours(picture(dock, u"library-nothing"_s)) > 10);
}

MICROCYCLE_WIDGET_TEST(LibraryPicturesTest)
#include "tst_librarypictures.moc"
