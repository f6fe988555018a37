// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startpage.h"

#include "ui/start/browserform.h"
#include "ui/start/connectcard.h"
#include "ui/start/weeksketch.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace ui {

StartPage::StartPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    const int edge = theme.spacing(6);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(theme.spacing(8));
    m_connectCard = new ConnectCard(theme);
    m_demoCard = buildDemoCard();
    m_cards = new QBoxLayout(QBoxLayout::LeftToRight);
    m_cards->setSpacing(theme.spacing(4));
    m_cards->addStretch(1);
    for (Card *card : {static_cast<Card *>(m_connectCard), m_demoCard}) {
        // Centred by neighbours and not by alignment, which would reckon the height for a card as wide as the page.
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(card);
        row->addStretch(1);
        m_cards->addLayout(row);
    }
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
    connect(&theme, &Theme::changed, this, &StartPage::refresh);
    connect(m_connectCard, &ConnectCard::connectRequested, this, &StartPage::connectRequested);
    connect(m_connectCard, &ConnectCard::retryRequested, this, &StartPage::retryRequested);
    const BrowserForm &browser = m_connectCard->browserForm();
    connect(&browser, &BrowserForm::signInRequested, this, &StartPage::browserRequested);
    connect(&browser, &BrowserForm::cancelRequested, this, &StartPage::browserCancelled);
    refresh();
    focusKey();
}

QWidget *StartPage::buildHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins({});
    column->setSpacing(m_theme.spacing(2));
    m_mark = new QLabel(head);
    auto *name = new TextLabel(m_theme, TextRole::Metric, Token::Text, u"Microcycle"_s, head);
    m_line = new TextLabel(m_theme,
        TextRole::Section,
        Token::TextSecond,
        tr("Plan your training and see today what it does to your form."),
        head);
    m_line->setWeight(QFont::Medium);
    m_line->setWrapped(true);
    for (QLabel *label : {m_mark, static_cast<QLabel *>(name), static_cast<QLabel *>(m_line)}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    return head;
}

Card *StartPage::buildDemoCard()
{
    auto *card = new Card(m_theme);
    auto *column = new QVBoxLayout(card);
    const int edge = m_theme.spacing(6);
    column->setContentsMargins(edge, m_theme.spacing(5), edge, edge);
    column->setSpacing(m_theme.spacing(2));
    auto *words = new TextLabel(m_theme,
        TextRole::Body,
        Token::TextSecond,
        tr("A made-up athlete with years of training, a plan and a race. "
           "Change whatever you like: nothing leaves this computer."),
        card);
    words->setWrapped(true);
    column->addWidget(new TextLabel(m_theme, TextRole::Section, Token::Text, tr("Look around first"), card));
    column->addWidget(words);
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

void StartPage::focusKey()
{
    m_connectCard->field()->setFocus(); // not as focus proxy: Tab would jump to it over what stands before it
}

void StartPage::setService(const QString &name)
{
    m_connectCard->setService(name);
}

void StartPage::askForKeyOf(const QString &account)
{
    m_connectCard->setAccount(account);
    m_line->setText(tr("Everything you changed is kept here and sent when there is a key again."));
    m_demoCard->hide();
    arrange();
}

void StartPage::setBusy(bool busy)
{
    m_connectCard->setBusy(busy);
    m_demo->setEnabled(!busy);
}

void StartPage::setWaiting(bool waiting)
{
    m_connectCard->browserForm().setWaiting(waiting);
    m_demo->setEnabled(!waiting);
}

void StartPage::setRetry(bool possible)
{
    m_connectCard->setRetry(possible);
}

void StartPage::showError(const QString &sentence)
{
    m_connectCard->showError(sentence);
}

void StartPage::showKeychainNote(const QString &sentence)
{
    m_connectCard->showNote(sentence);
}

void StartPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_connectCard->showsError())
        showError({});
    else
        Q_EMIT dismissed();
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
    const bool narrow = m_demoCard->isHidden() || width() < 2 * card + m_theme.spacing(18);
    m_cards->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int wide = std::min(card, std::max(m_theme.spacing(60), width() - m_theme.spacing(14)));
    for (Card *each : {static_cast<Card *>(m_connectCard), m_demoCard})
        each->setFixedWidth(wide);
}

}
