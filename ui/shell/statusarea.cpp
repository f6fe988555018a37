// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusarea.h"

#include "models/store/syncstatus.h"
#include "ui/shell/errortext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintip.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using State = store::SyncStatus::State;

Token tokenOf(State state)
{
    switch (state) {
    case State::Idle:
        return Token::Good;
    case State::Syncing:
        return Token::Accent;
    case State::Waiting:
    case State::Conflict:
        return Token::Warning;
    case State::Offline:
        return Token::TextThird;
    case State::NeedsLogin:
    case State::Refused:
        break;
    }
    return Token::Bad;
}

}

/// Dot and words about synchronisation; flat, and a press asks for what waits.
class StatusArea::SyncButton : public QAbstractButton
{
public:
    SyncButton(const Theme &theme, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

    void setDot(Token token, bool hollow)
    {
        m_dot = token;
        m_hollow = hollow;
        update();
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(TextRole::Small));
        return {m_theme.spacing(7) + metrics.horizontalAdvance(text()), metrics.height() + m_theme.spacing(1)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse() || hasFocus()) {
            painter.setBrush(m_theme.color(Token::Sunken));
            painter.setPen(hasFocus() ? QPen(m_theme.color(Token::Accent), 1.5) : QPen(Qt::NoPen));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
        }
        const double x = m_theme.spacing(2) + 1;
        const QPointF centre(isRightToLeft() ? width() - x : x, height() / 2.0);
        painter.setPen(m_hollow ? QPen(m_theme.color(m_dot), 1.5) : QPen(Qt::NoPen));
        painter.setBrush(m_hollow ? QBrush(Qt::NoBrush) : QBrush(m_theme.color(m_dot)));
        painter.drawEllipse(centre, m_hollow ? 3.0 : 3.75, m_hollow ? 3.0 : 3.75);
        painter.setFont(m_theme.font(TextRole::Small));
        painter.setPen(m_theme.color(Token::TextSecond));
        const int gap = m_theme.spacing(4) + 1;
        const QRect words = isRightToLeft() ? rect().adjusted(0, 0, -gap, 0) : rect().adjusted(gap, 0, 0, 0);
        painter.drawText(words, (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text());
    }

private:
    const Theme &m_theme;
    Token m_dot = Token::Good;
    bool m_hollow = false;
};

StatusArea::StatusArea(const Theme &theme, const store::SyncStatus &status, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_status(status)
    , m_service(u"Intervals.icu"_s)
    , m_sync(new SyncButton(theme, this))
    , m_past(new ElidedLabel(theme, TextRole::Small, Token::TextThird, {}, this))
    , m_pause(new QPushButton(this))
    , m_sentence(new ElidedLabel(theme, TextRole::Small, Token::TextSecond, {}, this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_account(new ElidedLabel(theme, TextRole::Small, Token::TextSecond, {}, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.spacing(2), 1, theme.spacing(4), 0);
    row->setSpacing(theme.spacing(2));
    m_sentence->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_account->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_past->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_past->setObjectName(u"status-past"_s);
    m_undo->setObjectName(u"status-undo"_s);
    m_pause->setObjectName(u"status-pause"_s);
    for (QPushButton *link : {m_undo, m_pause}) {
        link->setFlat(true);
        link->setFocusPolicy(Qt::TabFocus);
        link->setCursor(Qt::PointingHandCursor);
        link->hide();
    }
    row->addWidget(m_sync);
    row->addWidget(m_past);
    row->addWidget(m_pause);
    row->addSpacing(theme.spacing(2));
    row->addWidget(m_sentence, 1);
    row->addWidget(m_undo);
    row->addStretch(1);
    row->addWidget(m_account);
    connect(m_undo, &QPushButton::clicked, this, &StatusArea::undoRequested);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        Q_EMIT pastPauseRequested(m_status.past() && !m_status.past()->paused);
    });
    m_sync->setObjectName(u"status-sync"_s);
    connect(m_sync, &QAbstractButton::clicked, this, [this] {
        if (m_status.state() == State::NeedsLogin)
            Q_EMIT syncRequested();
        else
            Q_EMIT outboxRequested();
    });
    connect(&status, &store::SyncStatus::changed, this, &StatusArea::showStatus);
    connect(&theme, &Theme::changed, this, &StatusArea::refresh);
    refresh();
}

void StatusArea::setSentence(const QString &sentence, bool withUndo)
{
    m_sentence->setText(sentence);
    m_undo->setVisible(withUndo && !sentence.isEmpty());
}

void StatusArea::setAccountName(const QString &name)
{
    m_account->setText(name);
}

void StatusArea::setService(const QString &name)
{
    m_service = name;
    showStatus();
}

void StatusArea::setPlace(const QString &place)
{
    m_account->setToolTip(plainTip(place));
}

bool StatusArea::offersUndo() const
{
    return !m_undo->isHidden();
}

QString StatusArea::syncText() const
{
    return m_sync->text();
}

QString StatusArea::pastText() const
{
    return m_past->isHidden() ? QString() : m_past->text();
}

QString StatusArea::words() const
{
    const int files = m_status.files();
    if (files == 0)
        return stateWords();
    return stateWords() + tr(" · ", "between two things that wait")
        + (files == 1 ? tr("1 file to upload") : tr("%n files to upload", nullptr, files));
}

bool StatusArea::isDiskInTheWay() const
{
    return m_status.state() == State::Offline && m_status.error()
        && m_status.error()->kind == domain::Error::Kind::Storage;
}

QString StatusArea::stateWords() const
{
    // The English for one is written out, for there is no English translation that would choose it.
    const int waiting = m_status.waiting();
    switch (m_status.state()) {
    case State::Idle:
        return tr("Saved at %1", "the name of the service").arg(m_service);
    case State::Syncing:
        if (waiting == 0)
            return tr("Syncing");
        return waiting == 1 ? tr("Sending 1 change") : tr("Sending %n changes", nullptr, waiting);
    case State::Waiting:
        return waiting == 1 ? tr("Saved here · 1 change to send")
                            : tr("Saved here · %n changes to send", nullptr, waiting);
    case State::Offline:
        if (isDiskInTheWay())
            return waiting == 0 ? tr("Cannot write to the disk")
                : waiting == 1  ? tr("Cannot write to the disk · 1 change waiting")
                                : tr("Cannot write to the disk · %n changes waiting", nullptr, waiting);
        if (waiting == 0)
            return tr("Offline");
        return waiting == 1 ? tr("Offline · 1 change waiting") : tr("Offline · %n changes waiting", nullptr, waiting);
    case State::NeedsLogin:
        if (waiting == 0)
            return tr("Sign in again");
        return waiting == 1 ? tr("Sign in again · 1 change kept here")
                            : tr("Sign in again · %n changes kept here", nullptr, waiting);
    case State::Conflict:
        return waiting == 1 ? tr("1 change waits for your choice")
                            : tr("%n changes wait for your choice", nullptr, waiting);
    case State::Refused:
        break;
    }
    return tr("%1 refused a change", "the name of the service").arg(m_service);
}

void StatusArea::showStatus()
{
    const QString words = this->words();
    m_sync->setText(words);
    const State state = m_status.state() == State::Idle && m_status.files() > 0 ? State::Waiting : m_status.state();
    m_sync->setDot(isDiskInTheWay() ? Token::Bad : tokenOf(state),
        state == State::Waiting || (state == State::Offline && !isDiskInTheWay()));
    QString tip = tr("Show what waits to be sent");
    if (m_status.error())
        tip = errorText(*m_status.error()).sentence;
    else if (m_status.lastSync().isValid())
        tip = tr("Last sync %1").arg(locale().toString(m_status.lastSync().toLocalTime(), QLocale::ShortFormat));
    m_sync->setToolTip(plainTip(tip));
    m_sync->setAccessibleName(words);
    m_sync->setAccessibleDescription(tip);
    m_sync->updateGeometry();
    showPast();
}

void StatusArea::showPast()
{
    const auto past = m_status.past();
    m_past->setVisible(past.has_value());
    m_pause->setVisible(past.has_value());
    if (!past)
        return;
    m_past->setText(tr("Past years: %1 of %2 read", "pieces").arg(past->done).arg(past->pieces));
    m_pause->setText(past->paused ? tr("Go on") : tr("Pause"));
    m_pause->setAccessibleName(past->paused ? tr("Go on reading past years") : tr("Pause reading past years"));
    dressLink(*m_pause);
}

void StatusArea::dressLink(QPushButton &link) const
{
    QFont font = m_theme.font(TextRole::Small);
    font.setUnderline(true);
    link.setFont(font);
    link.setFixedSize(
        QFontMetrics(font).horizontalAdvance(link.text()) + m_theme.spacing(2), height() - m_theme.spacing(1));
    QPalette colors;
    colors.setColor(QPalette::ButtonText, m_theme.color(Token::Accent));
    link.setPalette(colors);
}

void StatusArea::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Line));
}

void StatusArea::refresh()
{
    setFixedHeight(std::max(28, m_theme.rowHeight()));
    dressLink(*m_undo);
    showStatus();
    update();
}

}
