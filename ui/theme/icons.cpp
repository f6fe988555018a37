// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(const Theme *theme, const QString &name)
        : m_theme(theme)
        , m_name(name)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int side = qMin(rect.width(), rect.height());
        const QRect square(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
        painter->drawPixmap(square, draw(side, mode, state, painter->device()->devicePixelRatio()));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return draw(qMin(size.width(), size.height()), mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // The size comes in device pixels; the caller sets the ratio on what it gets.
        Q_UNUSED(scale)
        return draw(qMin(size.width(), size.height()), mode, state, 1.0);
    }

    QString key() const override { return u"microcycle"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return m_theme == nullptr; }
    QIconEngine *clone() const override { return new ThemedIconEngine(m_theme, m_name); }

private:
    QPixmap draw(int side, QIcon::Mode mode, QIcon::State state, qreal ratio) const
    {
        if (!m_theme || side <= 0)
            return {};
        QColor color = m_theme->color(state == QIcon::On ? Token::Accent : Token::TextSecond);
        if (mode == QIcon::Disabled)
            color = m_theme->wash(m_theme->color(Token::TextThird), 0.5);
        return m_theme->pixmap(m_name, color, side, ratio);
    }

    QPointer<const Theme> m_theme;
    QString m_name;
};

}

QByteArray Icons::source(const QString &name)
{
    const auto known = m_sources.constFind(name);
    if (known != m_sources.cend())
        return *known;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    m_sources.insert(name, bytes);
    return bytes;
}

QPixmap Icons::pixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio)
{
    const QString key = u"%1 %2 %3 %4"_s.arg(name, color.name(QColor::HexArgb)).arg(size).arg(devicePixelRatio);
    if (const QPixmap *drawn = m_drawn.object(key))
        return *drawn;
    QByteArray bytes = source(name);
    if (bytes.isEmpty() || size <= 0)
        return {};
    bytes.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(bytes);
    const int side = static_cast<int>(std::ceil(size * devicePixelRatio));
    QPixmap drawing(side, side);
    drawing.fill(Qt::transparent);
    QPainter painter(&drawing);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.end();
    drawing.setDevicePixelRatio(devicePixelRatio);
    m_drawn.insert(key, new QPixmap(drawing));
    return drawing;
}

QIcon themedIcon(const Theme *theme, const QString &name)
{
    return QIcon(new ThemedIconEngine(theme, name));
}

QString sportIcon(domain::SportFamily family)
{
    switch (family) {
    case domain::SportFamily::Ride:
        return u"sport-ride"_s;
    case domain::SportFamily::Run:
        return u"sport-run"_s;
    case domain::SportFamily::Swim:
        return u"sport-swim"_s;
    case domain::SportFamily::Strength:
        return u"sport-strength"_s;
    case domain::SportFamily::Other:
        break;
    }
    return u"sport-other"_s;
}

}
