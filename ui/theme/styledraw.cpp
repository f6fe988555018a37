// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing half of Style: one function for each thing that looks different from Fusion.
#include "ui/theme/style.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace ui {

namespace {

constexpr double radius = 6;

/// Pixel-sharp 1 px line inside the rectangle.
QRectF inner(const QRect &rect, double inset = 0.5)
{
    return QRectF(rect).adjusted(inset, inset, -inset, -inset);
}

class Saved
{
public:
    explicit Saved(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter *m_painter;
};

}

void Style::drawField(const QStyleOption *option, QPainter *painter) const
{
    const Saved saved(painter);
    const bool enabled = option->state & State_Enabled;
    const bool focus = enabled && option->state & State_HasFocus;
    painter->setBrush(enabled ? color(Token::Surface) : color(Token::Sunken));
    if (focus)
        painter->setPen(QPen(color(Token::Accent), 1.5));
    else if (enabled && option->state & State_MouseOver)
        painter->setPen(mixed(color(Token::TextThird), color(Token::Line), 0.4));
    else
        painter->setPen(color(Token::Line));
    painter->drawRoundedRect(inner(option->rect, focus ? 0.75 : 0.5), radius, radius);
}

void Style::drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Saved saved(painter);
    const bool enabled = option->state & State_Enabled;
    const bool down = option->state & (State_Sunken | State_On);
    const bool hover = enabled && option->state & State_MouseOver;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool flat = button && button->features & QStyleOptionButton::Flat;
    if (widget && widget->property("primary").toBool() && enabled) {
        const QColor accent = color(Token::Accent);
        painter->setPen(Qt::NoPen);
        painter->setBrush(down ? mixed(color(Token::Text), accent, 0.16)
                : hover        ? mixed(color(Token::Text), accent, 0.08)
                               : accent);
        painter->drawRoundedRect(QRectF(option->rect), radius, radius);
        if (option->state & State_HasFocus) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(color(Token::OnAccent), 1.5));
            painter->drawRoundedRect(inner(option->rect, 2.5), radius - 2, radius - 2);
        }
        return;
    }
    const QColor ground = down ? color(Token::AccentWash) : hover ? color(Token::Sunken) : color(Token::Surface);
    painter->setPen(flat ? QPen(Qt::NoPen) : QPen(color(Token::Line)));
    painter->setBrush(flat && !down && !hover ? QBrush(Qt::NoBrush) : QBrush(ground));
    painter->drawRoundedRect(inner(option->rect), radius, radius);
}

void Style::drawToolButton(const QStyleOption *option, QPainter *painter) const
{
    if (!(option->state & State_Enabled))
        return;
    const Saved saved(painter);
    painter->setPen(Qt::NoPen);
    if (option->state & (State_Sunken | State_On))
        painter->setBrush(color(Token::AccentWash));
    else if (option->state & State_MouseOver)
        painter->setBrush(color(Token::Sunken));
    else
        painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect), radius, radius);
}

void Style::drawCheck(const QStyleOption *option, QPainter *painter, bool round) const
{
    const Saved saved(painter);
    const bool on = option->state & State_On;
    const bool partly = option->state & State_NoChange;
    const bool enabled = option->state & State_Enabled;
    const int side = std::min({option->rect.width(), option->rect.height(), 16});
    QRectF box(0, 0, side - 1, side - 1);
    box.moveCenter(QRectF(option->rect).center());
    const QColor fill = enabled ? color(Token::Accent) : color(Token::TextThird);
    painter->setPen(QPen(on || partly ? fill : mixed(color(Token::TextThird), color(Token::Surface), 0.8), 1));
    painter->setBrush(on || partly ? fill : color(Token::Surface));
    if (round)
        painter->drawEllipse(box);
    else
        painter->drawRoundedRect(box, 4, 4);
    if (!on && !partly)
        return;
    const QPointF c = box.center();
    if (round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(Token::OnAccent));
        painter->drawEllipse(c, side * 0.18, side * 0.18);
        return;
    }
    painter->setPen(QPen(color(Token::OnAccent), 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double unit = side / 16.0;
    if (partly)
        painter->drawLine(c - QPointF(3.5 * unit, 0), c + QPointF(3.5 * unit, 0));
    else
        painter->drawPolyline(
            QPolygonF({c + QPointF(-3.6, 0.2) * unit, c + QPointF(-1.0, 2.8) * unit, c + QPointF(3.6, -2.8) * unit}));
}

void Style::drawArrow(QPainter *painter, const QRect &rect, PrimitiveElement arrow, const QColor &ink) const
{
    const Saved saved(painter);
    painter->setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(QRectF(rect).center());
    painter->rotate(arrow == PE_IndicatorArrowUp ? 180
            : arrow == PE_IndicatorArrowLeft     ? 90
            : arrow == PE_IndicatorArrowRight    ? -90
                                                 : 0);
    const double reach = std::clamp(std::min(rect.width(), rect.height()) * 0.3, 2.0, 4.0);
    painter->drawPolyline(QPolygonF({QPointF(-reach, -reach / 2), QPointF(0, reach / 2), QPointF(reach, -reach / 2)}));
}

void Style::drawHeaderSection(const QStyleOption *option, QPainter *painter) const
{
    painter->fillRect(option->rect,
        color(option->state & State_MouseOver && option->state & State_Enabled ? Token::Sunken : Token::Surface));
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), color(Token::Line));
}

/// A choice that is too long for its box ends in dots, not in half a letter.
void Style::drawChosen(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return;
    QStyleOptionComboBox fitting = *combo;
    const int room = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width() - 2;
    fitting.currentText = option->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, room);
    QProxyStyle::drawControl(CE_ComboBoxLabel, &fitting, painter, widget);
}

void Style::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const Saved saved(painter);
    const QRect rect = option->rect.adjusted(2, 4, -2, -4);
    if (option->state & State_MouseOver && !(option->state & State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(Token::Sunken));
        painter->drawRoundedRect(rect, radius, radius);
    }
    if (option->state & State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(Token::Accent));
        const QRect &tab = option->rect;
        painter->drawRoundedRect(QRectF(tab.left() + 8, tab.bottom() - 1.5, tab.width() - 16, 2), 1, 1);
    }
}

void Style::drawItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item && item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, item->backgroundBrush);
    if (option->state & State_Selected)
        painter->fillRect(option->rect, color(Token::AccentWash));
    else if (option->state & State_MouseOver)
        painter->fillRect(option->rect, color(Token::Sunken));
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    const bool current
        = view && option->state & State_HasFocus && view->selectionBehavior() == QAbstractItemView::SelectItems;
    if (!current)
        return;
    const Saved saved(painter);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color(Token::Accent), 1.5));
    painter->drawRect(inner(option->rect, 0.75));
}

void Style::drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (combo && combo->frame)
        drawField(option, painter);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawArrow(painter,
        arrow,
        PE_IndicatorArrowDown,
        color(option->state & State_Enabled ? Token::TextSecond : Token::TextThird));
}

void Style::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    if (spin->frame)
        drawField(option, painter);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const QColor faint = mixed(color(Token::TextThird), color(Token::Surface), 0.5);
    const auto ink = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return spin->stepEnabled & step ? color(Token::TextSecond) : faint;
    };
    drawArrow(painter,
        subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget),
        PE_IndicatorArrowUp,
        ink(QAbstractSpinBox::StepUpEnabled));
    drawArrow(painter,
        subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget),
        PE_IndicatorArrowDown,
        ink(QAbstractSpinBox::StepDownEnabled));
}

void Style::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const bool hot = option->state & State_Enabled
        && (option->activeSubControls & SC_ScrollBarSlider || option->state & State_Sunken);
    const bool horizontal = bar->orientation == Qt::Horizontal;
    QRectF slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const double inset = hot ? 2 : 3;
    slider.adjust(horizontal ? 2 : inset, horizontal ? inset : 2, horizontal ? -2 : -inset, horizontal ? -inset : -2);
    const double round = std::min(slider.width(), slider.height()) / 2;
    const Saved saved(painter);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mixed(color(Token::TextThird), color(Token::Surface), hot ? 0.7 : 0.4));
    painter->drawRoundedRect(slider, round, round);
}

void Style::drawSlider(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider)
        return;
    const QRectF groove = subControlRect(CC_Slider, option, SC_SliderGroove, widget);
    const QRectF handle = subControlRect(CC_Slider, option, SC_SliderHandle, widget);
    const bool horizontal = slider->orientation == Qt::Horizontal;
    QRectF track = groove;
    if (horizontal)
        track.setHeight(4);
    else
        track.setWidth(4);
    track.moveCenter(groove.center());
    const Saved saved(painter);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(Token::Line));
    painter->drawRoundedRect(track, 2, 2);
    painter->setBrush(color(option->state & State_Enabled ? Token::Accent : Token::TextThird));
    painter->drawEllipse(handle.center(), 7, 7);
    if (option->state & State_HasFocus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color(Token::Accent), 1.5));
        painter->drawEllipse(handle.center(), 9, 9);
    }
}

}
