// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/connectcard.h"

#include "ui/start/browserform.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"
#include "ui/widgets/weblink.h"

#include <QAccessible>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int longestKey = 1000; ///< longer than any key, so that a page of text is refused and not cut to fit

}

ConnectCard::ConnectCard(const Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_title(new TextLabel(theme, TextRole::Section, Token::Text, {}, this))
{
    auto *column = new QVBoxLayout(this);
    const int edge = theme.spacing(6);
    column->setContentsMargins(edge, theme.spacing(5), edge, edge);
    column->setSpacing(theme.spacing(2));
    m_title->setWrapped(true);
    column->addWidget(m_title);
    addSteps(column);
    column->addSpacing(theme.spacing(1));
    addField(column);
    addError(column);
    m_note = new TextLabel(theme, TextRole::Small, Token::TextThird, {}, this);
    m_note->setWrapped(true);
    column->addWidget(m_note);
    m_browser = new BrowserForm(theme, this);
    column->addWidget(m_browser);
    column->addStretch(1);
    connect(&theme, &Theme::changed, this, &ConnectCard::refresh);
    setService(u"Intervals.icu"_s);
    refresh();
    updateButton();
}

void ConnectCard::addSteps(QVBoxLayout *column)
{
    auto *steps = new QGridLayout;
    steps->setHorizontalSpacing(m_theme.spacing(2));
    steps->setVerticalSpacing(m_theme.spacing(1));
    steps->setColumnStretch(1, 1);
    int row = 0;
    const QStringList texts = {tr("Open your settings at intervals.icu."),
        tr("Under “Developer settings”, create or copy the API key."),
        tr("Paste it here.")};
    for (const QString &step : texts) {
        const QString number = locale().toString(row + 1);
        steps->addWidget(new TextLabel(m_theme, TextRole::Body, Token::TextThird, number, this), row, 0, Qt::AlignTop);
        auto *words = new TextLabel(m_theme, TextRole::Body, Token::TextSecond, step, this);
        words->setWrapped(true);
        steps->addWidget(words, row++, 1);
    }
    column->addLayout(steps);
    auto *open = new QPushButton(tr("Open intervals.icu/settings"), this);
    open->setObjectName(u"open-settings"_s);
    open->setToolTip(tr("Opens your browser"));
    connect(open, &QPushButton::clicked, this, [] { openWebLink(QUrl(u"https://intervals.icu/settings"_s)); });
    column->addSpacing(m_theme.spacing(1));
    column->addWidget(open, 0, Qt::AlignLeft);
}

void ConnectCard::addField(QVBoxLayout *column)
{
    m_key = new QLineEdit(this);
    m_key->setObjectName(u"api-key"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setAccessibleName(tr("API key"));
    m_key->setMaxLength(longestKey);
    m_key->setContextMenuPolicy(Qt::DefaultContextMenu);
    m_key->setInputMethodHints(
        Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhHiddenText);
    m_reveal = new ToolButton(m_theme, u"eye"_s, tr("Show the key"), this);
    m_reveal->setObjectName(u"reveal"_s);
    m_reveal->setCheckable(true);
    m_connect = new QPushButton(this);
    m_connect->setObjectName(u"connect"_s);
    m_connect->setProperty("primary", true);

    auto *entry = new QHBoxLayout;
    entry->setSpacing(m_theme.spacing(1));
    entry->addWidget(m_key, 1);
    entry->addWidget(m_reveal);
    entry->addSpacing(m_theme.spacing(1));
    entry->addWidget(m_connect);
    column->addLayout(entry);
    connect(m_reveal, &QToolButton::toggled, this, &ConnectCard::reveal);
    connect(m_connect, &QPushButton::clicked, this, &ConnectCard::submit);
    connect(m_key, &QLineEdit::returnPressed, this, &ConnectCard::submit);
    connect(m_key, &QLineEdit::textChanged, this, &ConnectCard::updateButton);
    // A person who types again has read what was wrong.
    connect(m_key, &QLineEdit::textEdited, this, [this] { showError({}); });
}

void ConnectCard::addError(QVBoxLayout *column)
{
    m_errorRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_errorRow);
    row->setContentsMargins({});
    row->setSpacing(m_theme.spacing(2));
    m_errorIcon = new QLabel(m_errorRow);
    m_error = new TextLabel(m_theme, TextRole::Body, Token::Bad, {}, m_errorRow);
    m_error->setObjectName(u"error"_s);
    m_error->setWrapped(true);
    row->addWidget(m_errorIcon, 0, Qt::AlignTop);
    row->addWidget(m_error, 1);
    m_errorRow->hide();
    column->addWidget(m_errorRow);
}

void ConnectCard::setService(const QString &name)
{
    m_title->setText(tr("Connect %1").arg(name));
    showNote(tr("The key stays in the key store of this computer and is sent to %1 only.").arg(name));
    m_browser->setService(name);
}

void ConnectCard::setAccount(const QString &name)
{
    m_title->setText(tr("A new key for %1").arg(name));
}

void ConnectCard::setBusy(bool busy)
{
    m_busy = busy;
    m_key->setReadOnly(busy);
    m_reveal->setEnabled(!busy);
    m_browser->setBusy(busy);
    updateButton();
}

void ConnectCard::setRetry(bool possible)
{
    m_retry = possible;
    updateButton();
}

void ConnectCard::updateButton()
{
    const bool typed = !m_key->text().trimmed().isEmpty();
    m_connect->setEnabled(!m_busy && (typed || m_retry));
    if (m_busy)
        m_connect->setText(tr("Checking…"));
    else
        m_connect->setText(m_retry && !typed ? tr("Try again") : tr("Connect"));
    m_key->setPlaceholderText(m_retry ? tr("The same key, or another") : tr("API key"));
}

void ConnectCard::showError(const QString &sentence)
{
    m_error->setText(sentence);
    m_errorRow->setVisible(!sentence.isEmpty());
    m_key->setAccessibleDescription(sentence);
    if (sentence.isEmpty())
        return;
    if (!m_browser->isOpen())
        m_key->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent alert(m_error, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool ConnectCard::showsError() const
{
    return !m_errorRow->isHidden();
}

void ConnectCard::showNote(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
}

void ConnectCard::reveal(bool shown)
{
    m_key->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setIconName(shown ? u"eye-off"_s : u"eye"_s);
    m_reveal->setWords(shown ? tr("Hide the key") : tr("Show the key"));
}

void ConnectCard::submit()
{
    const QString key = m_key->text().trimmed();
    if (m_busy || (key.isEmpty() && !m_retry))
        return;
    m_key->setText(QString()); // unlike clear() this forgets the field's history too
    m_reveal->setChecked(false);
    showError({});
    if (key.isEmpty())
        Q_EMIT retryRequested();
    else
        Q_EMIT connectRequested(key);
}

void ConnectCard::refresh()
{
    const int side = m_theme.spacing(4);
    m_errorIcon->setPixmap(m_theme.pixmap(u"warning"_s, m_theme.color(Token::Bad), side, devicePixelRatioF()));
}

}
