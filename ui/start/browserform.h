// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ui {

class TextLabel;

/// The second way in: the client id and secret of an application that the person has registered, and the browser. It
/// stays closed until it is asked for, opens nothing itself, and what was typed leaves it once.
class BrowserForm : public QWidget
{
    Q_OBJECT

public:
    explicit BrowserForm(const Theme &theme, QWidget *parent = nullptr);

    void setService(const QString &name); ///< as the person knows it
    void setBusy(bool busy); ///< while a key is being checked
    void setWaiting(bool waiting); ///< for the person in the browser
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void signInRequested(const QString &clientId, const QString &clientSecret); ///< the secret's field is empty then
    void cancelRequested();

private:
    [[nodiscard]] QLineEdit *addField(const QString &objectName, const QString &words);
    void open(bool opened);
    void submit();
    void refresh();

    QPushButton *m_toggle;
    QWidget *m_fields;
    TextLabel *m_explanation;
    QLineEdit *m_id;
    QLineEdit *m_secret;
    QPushButton *m_signIn;
    QPushButton *m_cancel;
    bool m_busy = false;
    bool m_waiting = false;
};

}
