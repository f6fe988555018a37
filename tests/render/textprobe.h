// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPointer>
#include <QRegion>
#include <QWidget>
#include <memory>

namespace render {

/// One piece of text as a page drew it, in logical pixels of the window.
struct DrawnText {
    QString text;
    QRectF ink; ///< of what its letters cover at all
    QRectF frame; ///< what the clips let through there
    int order = 0; ///< among all that was drawn
    QPointer<QWidget> widget; ///< that drew it
    QPointF end; ///< where the next letter would stand

    [[nodiscard]] QRectF visible() const { return ink & frame; }
};

/// A patch of opaque colour, which hides what was drawn there before.
struct DrawnPatch {
    QRectF rect;
    int order = 0;
};

/// A sheet of paper that keeps what is written on it instead of showing it. A widget rendered onto it tells every text
/// it draws, painted or by Qt's own widgets, and what the clips leave of each.
class TextProbe : public QPaintDevice
{
public:
    explicit TextProbe(QWidget &window); ///< renders it at once
    ~TextProbe() override;

    [[nodiscard]] const QList<DrawnText> &texts() const { return m_texts; }
    [[nodiscard]] const QList<DrawnPatch> &patches() const { return m_patches; }
    /// Whether what was drawn there at that time was covered later.
    [[nodiscard]] bool isCovered(const QRectF &rect, int order) const;

    [[nodiscard]] QPaintEngine *paintEngine() const override;

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    friend class ProbeEngine;

    QSize m_size;
    qreal m_ratio;
    int m_dpi;
    int m_order = 0;
    QPointer<QWidget> m_painting;
    QList<DrawnText> m_texts;
    QList<DrawnPatch> m_patches;
    std::unique_ptr<QPaintEngine> m_engine;
};

}
