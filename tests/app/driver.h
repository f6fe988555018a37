// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/application.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace support {

/// A data folder of its own for one run of the program.
class DataFolder
{
public:
    DataFolder() { qputenv("MICROCYCLE_DATA_DIR", QFile::encodeName(m_folder.path())); }

    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] std::optional<app::Account> remembered() const
    {
        QSettings settings(app::settingsFile(), QSettings::IniFormat);
        return app::Accounts(settings).last();
    }
    void remember(const app::Account &account) const
    {
        QSettings settings(app::settingsFile(), QSettings::IniFormat);
        app::Accounts(settings).setLast(account);
    }

private:
    QTemporaryDir m_folder;
};

/// The sentence on the page; empty while it shows none.
[[nodiscard]] inline QString errorOn(const QWidget &page)
{
    const auto *label = page.findChild<QLabel *>(QStringLiteral("error"));
    return label->parentWidget()->isHidden() ? QString() : label->text();
}

/// Presses the button of these words below the widget; false if there is none to press.
inline bool press(const QWidget &inside, const QString &words)
{
    for (auto *button : inside.findChildren<QPushButton *>()) {
        if (button->text() == words && button->isVisible() && button->isEnabled()) {
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
    }
    return false;
}

/// Disconnects by menu and message bar; the question that was asked.
inline QString disconnectFrom(app::AccountWindow &account)
{
    account.shell().findChild<QAction *>(QStringLiteral("disconnect"))->trigger();
    const QString question = account.shell().messageBar().currentText();
    // The button is there once the bar has laid itself out.
    const bool pressed
        = QTest::qWaitFor([&] { return press(account.shell().messageBar(), QStringLiteral("Disconnect")); });
    return pressed ? question : QString();
}

/// The window that asks for another key; null while there is none.
[[nodiscard]] inline ui::StartPage *keyWindow(app::AccountWindow &account)
{
    for (auto *page : account.shell().findChildren<ui::StartPage *>()) {
        if (page->isVisible())
            return page;
    }
    return nullptr;
}

/// Types the key as a person would and presses Enter.
inline void typeKey(ui::StartPage &page, const QString &key)
{
    auto *field = page.findChild<QLineEdit *>(QStringLiteral("api-key"));
    QTest::keyClicks(field, key);
    QTest::keyClick(field, Qt::Key_Return);
}

}
