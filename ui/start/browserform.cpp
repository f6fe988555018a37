// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/browserform.h"

#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int longestEntry = 200;

}

BrowserForm::BrowserForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_toggle(new QPushButton(tr("Sign in with a browser"), this))
    , m_fields(new QWidget(this))
    , m_explanation(new TextLabel(theme, TextRole::Small, Token::TextThird, {}, m_fields))
{
    m_toggle->setObjectName(u"browser"_s);
    m_toggle->setFlat(true);
    m_toggle->setCheckable(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.spacing(2));
    column->addWidget(m_toggle, 0, Qt::AlignLeft);
    column->addWidget(m_fields);

    auto *inner = new QVBoxLayout(m_fields);
    inner->setContentsMargins({});
    inner->setSpacing(theme.spacing(2));
    m_explanation->setWrapped(true);
    inner->addWidget(m_explanation);
    m_id = addField(u"client-id"_s, tr("Client id"));
    m_secret = addField(u"client-secret"_s, tr("Client secret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(
        Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhHiddenText);
    m_signIn = new QPushButton(m_fields);
    m_signIn->setObjectName(u"browser-sign-in"_s);
    m_cancel = new QPushButton(tr("Cancel"), m_fields);
    m_cancel->setObjectName(u"browser-cancel"_s);
    m_cancel->setFlat(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.spacing(1));
    row->addWidget(m_signIn);
    row->addWidget(m_cancel);
    row->addStretch(1);
    inner->addLayout(row);

    connect(m_toggle, &QPushButton::toggled, this, &BrowserForm::open);
    connect(m_signIn, &QPushButton::clicked, this, &BrowserForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &BrowserForm::cancelRequested);
    for (const QLineEdit *field : {m_id, m_secret}) {
        connect(field, &QLineEdit::textChanged, this, &BrowserForm::refresh);
        connect(field, &QLineEdit::returnPressed, this, &BrowserForm::submit);
    }
    setService(u"Intervals.icu"_s);
    m_fields->hide();
    refresh();
}

QLineEdit *BrowserForm::addField(const QString &objectName, const QString &words)
{
    auto *field = new QLineEdit(m_fields);
    field->setObjectName(objectName);
    field->setPlaceholderText(words);
    field->setAccessibleName(words);
    field->setMaxLength(longestEntry);
    m_fields->layout()->addWidget(field);
    return field;
}

void BrowserForm::setService(const QString &name)
{
    m_explanation->setText(tr("For people with an application of their own at %1. Microcycle asks there to read and "
                              "write activities, wellness, calendar, library and settings; you choose which.")
                               .arg(name));
}

void BrowserForm::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void BrowserForm::setWaiting(bool waiting)
{
    m_waiting = waiting;
    refresh();
}

bool BrowserForm::isOpen() const
{
    return m_toggle->isChecked();
}

void BrowserForm::open(bool opened)
{
    m_fields->setVisible(opened);
    if (opened)
        m_id->setFocus();
}

void BrowserForm::submit()
{
    const QString id = m_id->text().trimmed();
    const QString secret = m_secret->text().trimmed();
    if (m_busy || m_waiting || id.isEmpty() || secret.isEmpty())
        return;
    m_secret->setText(QString()); // unlike clear() this forgets the field's history too
    Q_EMIT signInRequested(id, secret);
}

void BrowserForm::refresh()
{
    const bool typed = !m_id->text().trimmed().isEmpty() && !m_secret->text().trimmed().isEmpty();
    m_toggle->setEnabled(!m_busy && !m_waiting);
    m_id->setReadOnly(m_waiting);
    m_secret->setReadOnly(m_waiting);
    m_signIn->setEnabled(!m_busy && !m_waiting && typed);
    m_signIn->setText(m_waiting ? tr("Waiting for the browser…") : tr("Open the browser"));
    m_cancel->setVisible(m_waiting);
}

}
