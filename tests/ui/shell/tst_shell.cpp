// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/syncstatus.h"
#include "tests/support/testmain.h"
#include "ui/shell/actions.h"
#include "ui/shell/errortext.h"
#include "ui/shell/page.h"
#include "ui/shell/shell.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/statusarea.h"
#include "ui/shell/windowstate.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using State = store::SyncStatus::State;

namespace {

class SamplePage : public ui::Page
{
public:
    explicit SamplePage(const QString &title)
        : m_title(title)
    {
    }
    QString title() const override { return m_title; }
    void activated() override { ++m_activations; }

    int m_activations = 0;

private:
    QString m_title;
};

struct Window {
    ui::Theme theme;
    store::SyncStatus status;
    ui::Actions actions {theme};
    ui::Shell shell {theme, actions, status};
    SamplePage *calendar = new SamplePage(u"Calendar"_s);
    SamplePage *wellness = new SamplePage(u"Wellness"_s);

    Window()
    {
        shell.addPage(calendar, u"calendar"_s, u"page.calendar"_s);
        shell.addPage(wellness, u"wellness"_s, u"page.wellness"_s);
        shell.resize(1000, 700);
        shell.show();
    }
};

}

class ShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortcutsAreUnique();
    void keysSwitchPages();
    void undoIsOffered();
    void statusIsSaidInWords_data();
    void statusIsSaidInWords();
    void filesThatWaitAreCounted();
    void readingThePastIsCountedAndCanWait();
    void pressingTheStatusAsksForWhatWaits();
    void themeCyclesAndIsTold();
    void disconnectAsksFirst();
    void sheetListsWhatWorks();
    void geometryComesBack();
    void geometryFitsTheScreens_data();
    void geometryFitsTheScreens();
    void brokenGeometryIsIgnored();
    void everyErrorHasASentence_data();
    void everyErrorHasASentence();
    void errorsNameTheItemAndTheWayOut();
};

void ShellTest::shortcutsAreUnique()
{
    const ui::Theme theme;
    const ui::Actions actions(theme);
    QHash<QKeySequence, QString> taken;
    for (const QString &id : actions.ids()) {
        const QAction *action = actions.action(id);
        QVERIFY2(!action->text().isEmpty() && !action->statusTip().isEmpty(), qPrintable(id));
        for (const QKeySequence &keys : action->shortcuts()) {
            QVERIFY2(!taken.contains(keys), qPrintable(u"%1: %2 and %3"_s.arg(keys.toString(), id, taken.value(keys))));
            taken.insert(keys, id);
        }
    }
    QVERIFY(taken.contains(QKeySequence(Qt::CTRL | Qt::Key_1)));
    QVERIFY(taken.contains(QKeySequence(Qt::Key_F5)));
}

void ShellTest::keysSwitchPages()
{
    Window window;
    QCOMPARE(window.shell.currentPage(), 0);
    QCOMPARE(window.calendar->m_activations, 1);
    QSignalSpy spy(&window.shell, &ui::Shell::pageShown);
    window.shell.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window.shell));
    QTest::keyClick(&window.shell, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(window.shell.currentPage(), 1);
    QCOMPARE(window.wellness->m_activations, 1);
    QCOMPARE(spy.count(), 1);
    QVERIFY(window.actions.action(u"page.wellness"_s)->isChecked());
    QVERIFY(!window.actions.action(u"page.calendar"_s)->isChecked());
    QCOMPARE(window.shell.windowTitle(), u"Wellness – Microcycle"_s);
    window.shell.showPage(7);
    QCOMPARE(window.shell.currentPage(), 1);
}

void ShellTest::undoIsOffered()
{
    Window window;
    QVERIFY(!window.shell.statusArea().offersUndo());
    window.shell.setStatusSentence(u"Moved Swim to Wed 11."_s, true);
    QVERIFY(window.shell.statusArea().offersUndo());
    QSignalSpy spy(&window.shell, &ui::Shell::undoRequested);
    QTest::mouseClick(window.shell.findChild<QPushButton *>(u"status-undo"_s), Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
    window.shell.setStatusSentence(u"Undone."_s, false);
    QVERIFY(!window.shell.statusArea().offersUndo());
}

void ShellTest::statusIsSaidInWords_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<int>("waiting");
    QTest::addColumn<QString>("contains");
    QTest::newRow("idle says where it is saved") << State::Idle << 0 << u"Saved at Intervals.icu"_s;
    QTest::newRow("offline counts what waits") << State::Offline << 2 << u"Offline · 2 change"_s;
    QTest::newRow("offline with nothing waiting is one word") << State::Offline << 0 << u"Offline"_s;
    QTest::newRow("waiting counts") << State::Waiting << 3 << u"3 change"_s;
    QTest::newRow("sending counts") << State::Syncing << 4 << u"Sending 4"_s;
    QTest::newRow("a refused key asks to sign in") << State::NeedsLogin << 0 << u"Sign in again"_s;
    QTest::newRow("a refused change is named") << State::Refused << 1 << u"refused"_s;
}

void ShellTest::filesThatWaitAreCounted()
{
    Window window;
    window.status.set(State::Idle, 0);
    window.status.setFiles(3);
    QCOMPARE(window.shell.statusArea().syncText(), u"Saved at Intervals.icu · 3 files to upload"_s);
    window.status.setFiles(1);
    window.status.set(State::Offline, 0);
    QCOMPARE(window.shell.statusArea().syncText(), u"Offline · 1 file to upload"_s);
    window.status.setFiles(0);
    QCOMPARE(window.shell.statusArea().syncText(), u"Offline"_s);
}

void ShellTest::readingThePastIsCountedAndCanWait()
{
    Window window;
    window.shell.show();
    auto *pause = window.shell.findChild<QPushButton *>(u"status-pause"_s);
    QVERIFY(pause && !pause->isVisible());
    QSignalSpy wanted(&window.shell, &ui::Shell::pastPauseRequested);
    window.status.setPast(store::SyncStatus::Past {7, 18, false});
    QCOMPARE(window.shell.statusArea().pastText(), u"Past years: 7 of 18 read"_s);
    QCOMPARE(pause->text(), u"Pause"_s);
    QTest::mouseClick(pause, Qt::LeftButton);
    window.status.setPast(store::SyncStatus::Past {7, 18, true});
    QCOMPARE(pause->text(), u"Go on"_s);
    pause->setFocus();
    QTest::keyClick(pause, Qt::Key_Space);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted.at(0).first().toBool(), true);
    QCOMPARE(wanted.at(1).first().toBool(), false);
    window.status.setPast({});
    QVERIFY(!pause->isVisible());
    QCOMPARE(window.shell.statusArea().pastText(), QString());
}

void ShellTest::statusIsSaidInWords()
{
    QFETCH(State, state);
    QFETCH(int, waiting);
    QFETCH(QString, contains);
    Window window;
    window.status.set(state, waiting);
    const QString text = window.shell.statusArea().syncText();
    QVERIFY2(text.contains(contains), qPrintable(text));
}

void ShellTest::pressingTheStatusAsksForWhatWaits()
{
    Window window;
    QSignalSpy outbox(&window.shell, &ui::Shell::outboxRequested);
    QSignalSpy sync(&window.shell, &ui::Shell::syncRequested);
    auto *button = window.shell.findChild<QAbstractButton *>(u"status-sync"_s);
    window.status.set(State::Offline, 4);
    QCOMPARE(button->accessibleName(), u"Offline · 4 changes waiting"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    window.actions.action(u"view.outbox"_s)->trigger();
    QCOMPARE(outbox.count(), 2);
    QCOMPARE(sync.count(), 0);
    window.status.set(State::NeedsLogin, 4);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(sync.count(), 1);
}

void ShellTest::themeCyclesAndIsTold()
{
    Window window;
    QSignalSpy spy(&window.shell, &ui::Shell::themeChosen);
    window.actions.action(u"view.theme"_s)->trigger();
    window.actions.action(u"view.theme"_s)->trigger();
    QCOMPARE(spy.count(), 2);
    QCOMPARE(spy.last().first().value<ui::Theme::Choice>(), ui::Theme::Choice::Dark);
    QCOMPARE(window.theme.scheme(), ui::Theme::Scheme::Dark);
    window.shell.setThemeChoice(ui::Theme::Choice::Light);
    QCOMPARE(spy.count(), 2);
    QCOMPARE(window.theme.scheme(), ui::Theme::Scheme::Light);
}

void ShellTest::disconnectAsksFirst()
{
    Window window;
    window.shell.setAccountName(u"Anna"_s);
    window.shell.setDisconnectWarning([] { return u"2 changes were not sent."_s; });
    QSignalSpy spy(&window.shell, &ui::Shell::disconnectRequested);
    const auto press = [&window](const QString &name) {
        for (auto *action : window.shell.findChildren<QAction *>(name))
            action->trigger();
    };
    press(u"disconnect"_s);
    QCOMPARE(spy.count(), 0);
    const QString text = window.shell.messageBar().currentText();
    QVERIFY2(text.contains(u"Anna"_s) && text.contains(u"2 changes were not sent."_s), qPrintable(text));
    QTest::mouseClick(window.shell.messageBar().findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
}

void ShellTest::sheetListsWhatWorks()
{
    Window window;
    window.actions.action(u"help.shortcuts"_s)->trigger();
    ui::ShortcutSheet &sheet = window.shell.shortcutSheet();
    QVERIFY(!sheet.isHidden());
    QStringList texts;
    for (const auto *label : sheet.findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY(texts.contains(u"Undo"_s));
    QVERIFY(texts.contains(u"Ctrl+1"_s));
    QVERIFY2(!texts.contains(u"Paste"_s), "nobody answers it in this window");
    QTest::keyClick(&sheet, Qt::Key_Escape);
    QVERIFY(sheet.isHidden());
}

void ShellTest::geometryComesBack()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    ui::WindowState state(settings);
    QWidget first;
    first.setGeometry(20, 30, 700, 500);
    state.save(first);
    QWidget second;
    state.restore(second);
    QCOMPARE(second.geometry(), QRect(20, 30, 700, 500));
}

void ShellTest::geometryFitsTheScreens_data()
{
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QRect>("fitted");
    QTest::newRow("what fits stays") << QRect(100, 100, 800, 600) << QRect(100, 100, 800, 600);
    QTest::newRow("beyond the edge it moves in") << QRect(1800, 900, 800, 600) << QRect(1120, 480, 800, 600);
    QTest::newRow("on the second screen it stays there") << QRect(2000, 50, 800, 600) << QRect(2000, 50, 800, 600);
    QTest::newRow("on a lost screen it comes home") << QRect(9000, 50, 800, 600) << QRect(1120, 50, 800, 600);
    QTest::newRow("larger than the screen it shrinks") << QRect(0, 0, 5000, 5000) << QRect(0, 0, 1920, 1080);
    QTest::newRow("nothing at all becomes usable") << QRect(10, 10, 0, 0) << QRect(10, 10, 640, 480);
}

void ShellTest::geometryFitsTheScreens()
{
    QFETCH(QRect, wanted);
    QFETCH(QRect, fitted);
    QCOMPARE(ui::WindowState::fitted(wanted, {QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 720)}), fitted);
}

void ShellTest::brokenGeometryIsIgnored()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    settings.setValue("window/x"_L1, u"@ByteArray(garbage)"_s);
    settings.setValue("window/width"_L1, u"99999999999999999999"_s);
    settings.setValue("window/height"_L1, -2147483647);
    const ui::WindowState state(settings);
    QWidget window;
    state.restore(window);
    QVERIFY(window.width() >= 640 && window.height() >= 480);
    QVERIFY(!window.isMaximized());
}

void ShellTest::everyErrorHasASentence_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    for (int kind = 0; kind <= int(domain::Error::Kind::Parse); ++kind) {
        const QByteArray name(domain::kindName(domain::Error::Kind(kind)).data());
        QTest::addRow("%s, said by the service", name.constData()) << kind << 400;
        QTest::addRow("%s, found on this computer", name.constData()) << kind << 0;
    }
}

void ShellTest::everyErrorHasASentence()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    static const QRegularExpression end(u"[.](?= |$)"_s);
    for (const QString &item : {QString(), u"Tempo 2×20"_s}) {
        for (const QString &detail : {QString(), u"because %1"_s, u"Too old. Take another day."_s}) {
            const QString text = ui::errorText(
                {.kind = domain::Error::Kind(kind), .httpStatus = status, .item = item, .detail = detail})
                                     .sentence;
            QVERIFY2(text.endsWith(u'.') && text.count(end) == 2, qPrintable(text));
            QVERIFY2(text.contains(item), qPrintable(text));
            QVERIFY(!text.contains(u'!'));
            QVERIFY2(!text.contains(u"%2"_s) && !text.contains(u"%n"_s), qPrintable(text));
        }
    }
}

void ShellTest::errorsNameTheItemAndTheWayOut()
{
    using Kind = domain::Error::Kind;
    using Action = ui::ErrorText::Action;
    const auto refused = ui::errorText(
        {.kind = Kind::Rejected, .httpStatus = 422, .item = u"start_date_local"_s, .detail = u"too old."_s});
    QVERIFY(refused.sentence.contains(u"start_date_local"_s));
    QVERIFY(refused.sentence.contains(u": too old."_s));
    QVERIFY(refused.sentence.endsWith(u"until you change or discard it."_s));
    QCOMPARE(refused.action, Action::None);
    QCOMPARE(ui::errorText({.kind = Kind::Unauthorised}).action, Action::SignIn);
    QCOMPARE(ui::errorText({.kind = Kind::Server, .item = u"event 7"_s}).action, Action::Retry);
    const auto busy = ui::errorText({.kind = Kind::RateLimited, .retryAfter = std::chrono::seconds(30)});
    QVERIFY(busy.sentence.contains(u"30"_s));
}

MICROCYCLE_WIDGET_TEST(ShellTest)
#include "tst_shell.moc"
