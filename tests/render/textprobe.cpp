// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/textprobe.h"

#include <QApplication>
#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace render {

namespace {

/// Says whose turn it is to paint.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QPointer<QWidget> &painting)
        : m_painting(painting)
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType())
            m_painting = static_cast<QWidget *>(watched);
        return false;
    }

private:
    QPointer<QWidget> &m_painting;
};

}

/// What QPainter speaks to; everything but text and opaque patches falls on deaf ears.
class ProbeEngine : public QPaintEngine
{
public:
    explicit ProbeEngine(TextProbe &probe)
        : QPaintEngine(AllFeatures)
        , m_probe(probe)
    {
    }

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override { }
    [[nodiscard]] Type type() const override { return User; }

    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const QString text = item.text();
        const QRectF letters = QFontMetricsF(item.font()).tightBoundingRect(text);
        if (text.trimmed().isEmpty() || letters.isEmpty() || painter()->pen().color().alpha() == 0)
            return;
        const QTransform onto = toWindow();
        const QRectF ink = onto.mapRect(letters.translated(at));
        add({text, ink, frameThere(), ++m_probe.m_order, m_probe.m_painting, onto.map(at + QPointF(item.width(), 0))},
            onto.map(at));
    }

    void drawRects(const QRectF *rects, int count) override
    {
        for (int i = 0; i < count; ++i)
            addPatch(rects[i]);
    }

    void drawPath(const QPainterPath &path) override { addPatch(path.boundingRect()); }

    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override
    {
        if (mode != PolylineMode)
            addPatch(QPolygonF(QList<QPointF>(points, points + count)).boundingRect());
    }

    void drawPixmap(const QRectF &rect, const QPixmap &pixmap, const QRectF &) override
    {
        if (!pixmap.hasAlphaChannel())
            addPatchOf(rect);
    }

    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;

private:
    /// Qt draws a line of several scripts in pieces; they are one text again here.
    void add(const DrawnText &text, const QPointF &begin)
    {
        if (!m_probe.m_texts.isEmpty()) {
            DrawnText &last = m_probe.m_texts.last();
            const QPointF gap = begin - last.end;
            if (last.order + 1 == text.order && last.widget == text.widget && gap.manhattanLength() < 1) {
                last.text += text.text;
                last.ink |= text.ink;
                last.order = text.order;
                last.end = text.end;
                return;
            }
        }
        m_probe.m_texts.append(text);
    }

    [[nodiscard]] QTransform toWindow() const
    {
        return painter()->deviceTransform() * QTransform::fromScale(1 / m_probe.m_ratio, 1 / m_probe.m_ratio);
    }

    [[nodiscard]] QRectF frameThere() const
    {
        QRectF frame(QPointF(), QSizeF(m_probe.m_size));
        if (painter()->hasClipping())
            frame &= toWindow().mapRect(painter()->clipBoundingRect());
        const QRectF system(systemClip().boundingRect());
        if (!system.isEmpty())
            frame &= QRectF(system.topLeft() / m_probe.m_ratio, system.size() / m_probe.m_ratio);
        return frame;
    }

    void addPatch(const QRectF &rect)
    {
        const QBrush &brush = painter()->brush();
        if (brush.style() == Qt::SolidPattern && brush.color().alpha() == 255)
            addPatchOf(rect);
    }

    void addPatchOf(const QRectF &rect)
    {
        const QRectF seen = toWindow().mapRect(rect) & frameThere();
        if (painter()->opacity() > 0.99 && !seen.isEmpty())
            m_probe.m_patches.append({seen, ++m_probe.m_order});
    }

    TextProbe &m_probe;
};

TextProbe::TextProbe(QWidget &window)
    : m_size(window.size())
    , m_ratio(window.devicePixelRatioF())
    , m_dpi(window.logicalDpiX())
    , m_engine(std::make_unique<ProbeEngine>(*this))
{
    const PaintWatch watch(m_painting);
    window.render(this);
}

TextProbe::~TextProbe() = default;

bool TextProbe::isCovered(const QRectF &rect, int order) const
{
    return std::any_of(m_patches.begin(), m_patches.end(), [&](const DrawnPatch &patch) {
        return patch.order > order && patch.rect.contains(rect.center());
    });
}

QPaintEngine *TextProbe::paintEngine() const
{
    return m_engine.get();
}

int TextProbe::metric(PaintDeviceMetric metric) const
{
    constexpr double millimetresPerInch = 25.4;
    switch (metric) {
    case PdmWidth:
        return qRound(m_size.width() * m_ratio);
    case PdmHeight:
        return qRound(m_size.height() * m_ratio);
    case PdmWidthMM:
        return qRound(m_size.width() * millimetresPerInch / m_dpi);
    case PdmHeightMM:
        return qRound(m_size.height() * millimetresPerInch / m_dpi);
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return m_dpi;
    case PdmDevicePixelRatio:
        return qRound(m_ratio);
    case PdmDevicePixelRatioScaled:
        return qRound(m_ratio * devicePixelRatioFScale());
    }
    return 0;
}

}
