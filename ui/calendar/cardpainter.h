// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calendar/calendarwords.h"
#include "ui/calendar/cardlayout.h"

#include <QCache>
#include <QPainter>
#include <QPixmap>

namespace ui {

/// Paints cards, each once into a pixmap that is kept until its content, size, colours or resolution change.
class CardPainter
{
public:
    /// In which situation a card is shown.
    enum class Look { Plain, Selected, Floating, Ghost };

    CardPainter(Theme &theme, const CalendarWords &words);

    [[nodiscard]] const CardMetrics &metrics() const { return m_metrics; }
    void refresh(); ///< after theme or fonts changed

    void paint(QPainter &painter, const QRect &rect, const items::Card &card, Look look = Look::Plain);
    /// The outline that stays where a card was taken from.
    void paintOrigin(QPainter &painter, const QRect &rect, const items::Card &card);

    [[nodiscard]] QColor sportColor(const items::Card &card) const;
    /// Time, load and compliance, as the second line says it.
    [[nodiscard]] QString figures(const items::Card &card) const;

private:
    struct Key {
        items::Card card;
        QSize size;
        int resolution = 100;
        Look look = Look::Plain;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed,
                key.card.id,
                key.card.name,
                key.card.load.value_or(-1),
                key.size,
                key.resolution,
                int(key.look),
                int(key.card.state),
                int(key.card.mark));
        }
    };

    void draw(QPainter &painter, const QRect &rect, const items::Card &card, Look look) const;
    void drawFigures(QPainter &painter, const QRect &rect, const items::Card &card) const;
    void drawGlyph(QPainter &painter, const QRectF &rect, const items::Card &card) const;
    void drawMark(QPainter &painter, const QRectF &rect, store::Mark mark) const;
    [[nodiscard]] QString complianceText(const items::Card &card) const;
    [[nodiscard]] QColor complianceColor(double percent) const;
    [[nodiscard]] QString name(const items::Card &card) const;

    Theme &m_theme;
    const CalendarWords &m_words;
    CardMetrics m_metrics;
    QCache<Key, QPixmap> m_cache;
};

}
