// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startpage.h"

#include "ui/start/weeksketch.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/weblink.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int longestKey = 200; ///< a key is far shorter; a pasted page of text is not one

QVBoxLayout *cardColumn(Card *card, const Theme &theme)
{
    auto *column = new QVBoxLayout(card);
    const int edge = theme.spacing(6);
    column->setContentsMargins(edge, theme.spacing(5), edge, edge);
    column->setSpacing(theme.spacing(2));
    return column;
}

TextLabel *paragraph(const Theme &theme, const QString &text, QWidget *parent)
{
    auto *label = new TextLabel(theme, TextRole::Body, Token::TextSecond, text, parent);
    label->setWrapped(true);
    return label;
}

}

StartPage::StartPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    const int edge = theme.spacing(6);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(theme.spacing(8));
    m_connectCard = buildConnectCard();
    m_demoCard = buildDemoCard();
    m_cards = new QBoxLayout(QBoxLayout::LeftToRight);
    m_cards->setSpacing(theme.spacing(4));
    m_cards->addStretch(1);
    m_cards->addWidget(m_connectCard);
    m_cards->addWidget(m_demoCard);
    m_cards->addStretch(1);
    column->addStretch(2);
    column->addWidget(buildHead());
    column->addLayout(m_cards);
    column->addStretch(3);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(scroll);
    setWindowTitle(u"Microcycle"_s);
    setWindowIcon(QIcon(u":/icons/microcycle.svg"_s));
    setFocusProxy(m_key);
    connect(&theme, &Theme::changed, this, &StartPage::refresh);
    refresh();
    setBusy(false);
    m_key->setFocus();
}

QWidget *StartPage::buildHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins({});
    column->setSpacing(m_theme.spacing(2));
    m_mark = new QLabel(head);
    auto *name = new TextLabel(m_theme, TextRole::Metric, Token::Text, u"Microcycle"_s, head);
    auto *line = new TextLabel(m_theme, TextRole::Section, Token::TextSecond,
                               tr("Plan your training and see today what it does to your form."), head);
    line->setWeight(QFont::Medium);
    line->setWrapped(true);
    for (QLabel *label : {m_mark, static_cast<QLabel *>(name), static_cast<QLabel *>(line)}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    return head;
}

void StartPage::buildField(Card *card)
{
    m_key = new QLineEdit(card);
    m_key->setObjectName(u"api-key"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(tr("API key"));
    m_key->setAccessibleName(tr("API key"));
    m_key->setMaxLength(longestKey);
    m_key->setContextMenuPolicy(Qt::DefaultContextMenu);
    m_key->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase
                               | Qt::ImhHiddenText);
    m_connect = new QPushButton(card);
    m_connect->setObjectName(u"connect"_s);
    m_connect->setProperty("primary", true);
    m_error = new TextLabel(m_theme, TextRole::Body, Token::Bad, {}, card);
    m_error->setWrapped(true);
    m_error->hide();
    m_note = new TextLabel(m_theme, TextRole::Small, Token::TextThird,
                           tr("The key stays in the key store of this computer and is sent to Intervals.icu only."),
                           card);
    m_note->setWrapped(true);
}

Card *StartPage::buildConnectCard()
{
    auto *card = new Card(m_theme);
    QVBoxLayout *column = cardColumn(card, m_theme);
    column->addWidget(new TextLabel(m_theme, TextRole::Section, Token::Text, tr("Connect Intervals.icu"), card));
    auto *steps = new QGridLayout;
    steps->setHorizontalSpacing(m_theme.spacing(2));
    steps->setVerticalSpacing(m_theme.spacing(1));
    steps->setColumnStretch(1, 1);
    int row = 0;
    const QStringList texts = {tr("Open your settings at intervals.icu."),
                               tr("Under “Developer settings”, create or copy the API key."), tr("Paste it here.")};
    for (const QString &step : texts) {
        auto *number = new TextLabel(m_theme, TextRole::Body, Token::TextThird, locale().toString(row + 1), card);
        steps->addWidget(number, row, 0, Qt::AlignTop);
        steps->addWidget(paragraph(m_theme, step, card), row++, 1);
    }
    column->addLayout(steps);
    auto *open = new QPushButton(tr("Open intervals.icu/settings"), card);
    open->setObjectName(u"open-settings"_s);
    open->setToolTip(tr("Opens your browser"));
    connect(open, &QPushButton::clicked, this, [] { openWebLink(QUrl(u"https://intervals.icu/settings"_s)); });

    buildField(card);
    auto *entry = new QHBoxLayout;
    entry->setSpacing(m_theme.spacing(2));
    entry->addWidget(m_key, 1);
    entry->addWidget(m_connect);
    column->addSpacing(m_theme.spacing(1));
    column->addWidget(open, 0, Qt::AlignLeft);
    column->addSpacing(m_theme.spacing(1));
    column->addLayout(entry);
    column->addWidget(m_error);
    column->addWidget(m_note);
    column->addStretch(1);
    connect(m_connect, &QPushButton::clicked, this, &StartPage::submit);
    connect(m_key, &QLineEdit::returnPressed, this, &StartPage::submit);
    connect(m_key, &QLineEdit::textChanged, this, [this] { setBusy(m_busy); });
    return card;
}

Card *StartPage::buildDemoCard()
{
    auto *card = new Card(m_theme);
    QVBoxLayout *column = cardColumn(card, m_theme);
    column->addWidget(new TextLabel(m_theme, TextRole::Section, Token::Text, tr("Look around first"), card));
    column->addWidget(paragraph(m_theme, tr("A made-up athlete with two years of training, a plan and a race. "
                                            "Change whatever you like: nothing leaves this computer."), card));
    column->addSpacing(m_theme.spacing(2));
    column->addStretch(1);
    column->addWidget(new WeekSketch(m_theme, card));
    column->addStretch(1);
    column->addSpacing(m_theme.spacing(2));
    m_demo = new QPushButton(tr("Open the demo athlete"), card);
    m_demo->setObjectName(u"demo"_s);
    column->addWidget(m_demo, 0, Qt::AlignLeft);
    connect(m_demo, &QPushButton::clicked, this, &StartPage::demoRequested);
    return card;
}

void StartPage::setBusy(bool busy)
{
    m_busy = busy;
    m_key->setReadOnly(busy);
    m_demo->setEnabled(!busy);
    m_connect->setEnabled(!busy && !m_key->text().trimmed().isEmpty());
    m_connect->setText(busy ? tr("Checking…") : tr("Connect"));
}

void StartPage::showError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_key->setAccessibleDescription(sentence);
    if (!sentence.isEmpty())
        m_key->setFocus(Qt::OtherFocusReason);
}

void StartPage::showKeychainNote(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
}

void StartPage::submit()
{
    const QString key = m_key->text().trimmed();
    if (m_busy || key.isEmpty())
        return;
    m_key->setText(QString()); // unlike clear() this forgets the field's history too
    showError({});
    Q_EMIT connectRequested(key);
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StartPage::refresh()
{
    const int side = m_theme.spacing(16);
    m_mark->setPixmap(QIcon(u":/icons/microcycle.svg"_s).pixmap(QSize(side, side), devicePixelRatioF()));
    arrange();
}

void StartPage::arrange()
{
    const int card = m_theme.spacing(92);
    const bool narrow = width() < 2 * card + m_theme.spacing(18);
    m_cards->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int wide = std::min(card, std::max(m_theme.spacing(60), width() - m_theme.spacing(14)));
    for (Card *each : {m_connectCard, m_demoCard})
        each->setFixedWidth(wide);
    m_cards->setAlignment(m_connectCard, narrow ? Qt::AlignHCenter : Qt::Alignment());
    m_cards->setAlignment(m_demoCard, narrow ? Qt::AlignHCenter : Qt::Alignment());
}

}
