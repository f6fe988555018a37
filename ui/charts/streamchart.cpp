// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/streamchart.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>
#include <cmath>

using namespace Qt::StringLiterals;
using analysis::TimeWindow;

namespace ui {

namespace {

constexpr double shortestWindow = 10; // seconds
constexpr double wheelStep = 0.8; // one notch leaves so much of the window
constexpr double notch = 120; // what a wheel calls one step
constexpr int momentSteps = 240; // arrows cross the window in so many
constexpr int strides = 10; // with Shift

}

StreamChart::StreamChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_painter(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Recording"));
    connect(&theme, &Theme::changed, this, &StreamChart::refresh);
    refresh();
}

void StreamChart::setTimeText(std::function<QString(double)> text)
{
    m_scene.timeText = std::move(text);
    refresh();
}

void StreamChart::setStreams(domain::StreamSet streams, const QList<StreamTrack> &tracks)
{
    m_scene.streams = std::move(streams);
    m_scene.tracks = tracks;
    m_scene.longestStep = analysis::longestStep(m_scene.streams.timeSeconds);
    const auto &seconds = m_scene.streams.timeSeconds;
    m_whole = seconds.empty() ? TimeWindow {0, 1} : TimeWindow {double(seconds.front()), double(seconds.back())};
    if (!(m_whole.length() > 0))
        m_whole.to = m_whole.from + 1;
    m_window = m_whole;
    m_moment.reset();
    m_highlight.reset();
    m_words.clear();
    refresh();
    Q_EMIT windowChanged();
}

void StreamChart::refresh()
{
    m_ratio = 0;
    m_metrics = m_painter.metrics(m_scene.tracks);
    describe();
    updateGeometry();
    update();
}

QSize StreamChart::sizeHint() const
{
    return {m_theme.spacing(200), m_theme.spacing(100)};
}

QSize StreamChart::minimumSizeHint() const
{
    return {m_theme.spacing(60), m_theme.spacing(35)};
}

StreamLayout StreamChart::places() const
{
    QList<int> shares;
    for (const StreamTrack &track : m_scene.tracks)
        shares.append(track.share);
    return layoutStreams(QSizeF(size()), m_metrics, shares, m_window);
}

void StreamChart::setWindow(const TimeWindow &window)
{
    const TimeWindow next = clampedWindow(window, m_whole, shortestWindow);
    if (next == m_window)
        return;
    m_window = next;
    m_ratio = 0;
    describe();
    update();
    Q_EMIT windowChanged();
}

void StreamChart::zoom(double factor, double at)
{
    // At the shortest window a further step must not shift it.
    const double least = std::min(1.0, shortestWindow / m_window.length());
    setWindow(zoomedWindow(m_window, std::max(factor, least), at));
}

void StreamChart::pan(double seconds)
{
    setWindow({m_window.from + seconds, m_window.to + seconds});
}

void StreamChart::setMoment(std::optional<double> seconds)
{
    if (seconds)
        seconds = std::clamp(*seconds, m_whole.from, m_whole.to);
    if (seconds == m_moment)
        return;
    if (m_moment)
        update(momentArea(*m_moment));
    m_moment = seconds;
    if (m_moment)
        update(momentArea(*m_moment));
    describe();
}

std::optional<float> StreamChart::valueAt(int track, double seconds) const
{
    const domain::Samples *samples = m_scene.streams.find(m_scene.tracks.at(track).channel);
    if (!samples)
        return {};
    return analysis::valueAt(m_scene.streams.timeSeconds, samples->values, seconds, m_scene.longestStep);
}

void StreamChart::setHighlight(const std::optional<TimeWindow> &part, const QString &words)
{
    m_highlight = part;
    m_words = words;
    describe();
    update();
}

void StreamChart::describe()
{
    if (!m_scene.timeText)
        return;
    QString text = tr("From %1 to %2.", "times").arg(m_scene.timeText(m_window.from), m_scene.timeText(m_window.to));
    if (m_moment) {
        QStringList values;
        for (int i = 0; i < int(m_scene.tracks.size()); ++i) {
            const StreamTrack &track = m_scene.tracks.at(i);
            if (const auto value = valueAt(i, *m_moment))
                values << tr("%1 %2", "what and how much").arg(track.title, track.text(double(*value)));
        }
        text += u' '
            + tr("At %1: %2.", "time, values")
                  .arg(m_scene.timeText(*m_moment), values.isEmpty() ? tr("no values") : values.join(u", "_s));
    }
    if (m_highlight)
        text += u' ' + tr("Selected: %1.").arg(m_words);
    setAccessibleDescription(text);
}

void StreamChart::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const bool sideways = std::abs(turned.x()) > std::abs(turned.y()) || event->modifiers().testFlag(Qt::ShiftModifier);
    const double notches = (sideways && turned.x() != 0 ? turned.x() : turned.y()) / notch;
    if (sideways)
        pan(-notches * m_window.length() / 10);
    else
        zoom(std::pow(wheelStep, notches), places().seconds(event->position().x()));
    event->accept();
}

void StreamChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return QWidget::mousePressEvent(event);
    m_drag = Drag {event->position().x(), m_window};
}

void StreamChart::mouseMoveEvent(QMouseEvent *event)
{
    const StreamLayout layout = places();
    if (m_drag && event->buttons() != Qt::NoButton) {
        const double perPixel = m_drag->window.length() / std::max(1.0, layout.plot.width());
        const double by = (m_drag->x - event->position().x()) * perPixel;
        setWindow({m_drag->window.from + by, m_drag->window.to + by});
        if (m_window != m_whole)
            setCursor(Qt::ClosedHandCursor);
    }
    const double x = event->position().x();
    if (x >= layout.plot.left() && x <= layout.plot.right())
        setMoment(places().seconds(x));
    else if (!m_drag)
        setMoment(std::nullopt);
}

void StreamChart::mouseReleaseEvent(QMouseEvent *event)
{
    m_drag.reset();
    unsetCursor();
    QWidget::mouseReleaseEvent(event);
}

void StreamChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setWindow(m_whole);
}

void StreamChart::leaveEvent(QEvent *event)
{
    if (!m_ring)
        setMoment(std::nullopt);
    QWidget::leaveEvent(event);
}

void StreamChart::stepMoment(int steps)
{
    const double step = std::max(1.0, std::round(m_window.length() / momentSteps));
    const double from = m_moment.value_or(steps > 0 ? m_window.from - step : m_window.to + step);
    setMoment(std::clamp(std::round(from + steps * step), m_whole.from, m_whole.to));
    if (*m_moment < m_window.from)
        pan(*m_moment - m_window.from);
    else if (*m_moment > m_window.to)
        pan(*m_moment - m_window.to);
}

void StreamChart::keyPressEvent(QKeyEvent *event)
{
    const bool wide = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QWidget::keyPressEvent(event);
    const double middle = m_moment.value_or((m_window.from + m_window.to) / 2);
    switch (event->key()) {
    case Qt::Key_Left:
        stepMoment(wide ? -strides : -1);
        break;
    case Qt::Key_Right:
        stepMoment(wide ? strides : 1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(wheelStep, middle);
        break;
    case Qt::Key_Minus:
        zoom(1 / wheelStep, middle);
        break;
    case Qt::Key_Home:
        setWindow(m_whole);
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    if (!m_ring) {
        m_ring = true;
        update();
    }
}

void StreamChart::focusInEvent(QFocusEvent *event)
{
    m_ring = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
    QWidget::focusInEvent(event);
}

void StreamChart::focusOutEvent(QFocusEvent *event)
{
    m_ring = false;
    update();
    QWidget::focusOutEvent(event);
}

bool StreamChart::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoom(1 / std::max(0.2, 1 + gesture->value()), places().seconds(gesture->position().x()));
            return true;
        }
    }
    if (event->type() == QEvent::Resize)
        m_ratio = 0;
    return QWidget::event(event);
}

}
