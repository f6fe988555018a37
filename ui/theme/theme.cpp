// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPointer>
#include <QScopedValueRollback>
#include <algorithm>
#include <array>
#include <functional>

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QStyleHints>
#endif

// A static library's resources are only linked when something names them; the macro must stand outside a namespace.
static void linkResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace ui {

struct Theme::Private {
    Choice choice = Choice::System;
    Scheme system = Scheme::Light;
    Scheme scheme = Scheme::Light;
    Icons icons;
    QPointer<QApplication> application; ///< set once applyTo() was called
    bool applying = false;
};

namespace {

Theme::Scheme schemeOf(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Active, QPalette::WindowText).lightness()
        > palette.color(QPalette::Active, QPalette::Window).lightness();
    return dark ? Theme::Scheme::Dark : Theme::Scheme::Light;
}

Theme::Scheme systemScheme(const QPalette &palette)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark ? Theme::Scheme::Dark : Theme::Scheme::Light;
#endif
    return schemeOf(palette);
}

QPalette paletteOf(const TokenTable &table)
{
    const auto color = [&table](Token token) { return colorOf(table, token); };
    QPalette palette;
    palette.setColor(QPalette::Window, color(Token::Window));
    palette.setColor(QPalette::WindowText, color(Token::Text));
    palette.setColor(QPalette::Base, color(Token::Surface));
    palette.setColor(QPalette::AlternateBase, color(Token::WeekendWash));
    palette.setColor(QPalette::Text, color(Token::Text));
    palette.setColor(QPalette::PlaceholderText, color(Token::TextThird));
    palette.setColor(QPalette::Button, color(Token::Surface));
    palette.setColor(QPalette::ButtonText, color(Token::Text));
    palette.setColor(QPalette::BrightText, color(Token::Bad));
    palette.setColor(QPalette::ToolTipBase, color(Token::Surface));
    palette.setColor(QPalette::ToolTipText, color(Token::Text));
    palette.setColor(QPalette::Highlight, color(Token::AccentWash));
    palette.setColor(QPalette::HighlightedText, color(Token::Text));
    palette.setColor(QPalette::Link, color(Token::Accent));
    palette.setColor(QPalette::LinkVisited, color(Token::Accent));
    palette.setColor(QPalette::Light, color(Token::Surface));
    palette.setColor(QPalette::Midlight, color(Token::Sunken));
    palette.setColor(QPalette::Mid, color(Token::Line));
    palette.setColor(QPalette::Dark, color(Token::TextThird));
    palette.setColor(QPalette::Shadow, color(Token::Line));
    const QColor faint = mixed(color(Token::TextThird), color(Token::Surface), 0.75);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

/// How large this system's text is against the size the spacings were drawn for.
double textScale()
{
    return std::max(1.0, QFontInfo(QApplication::font()).pixelSize() / 14.0);
}

}

/// Tells the theme when the desktop switches between light and dark or changes its text size.
class SystemWatch : public QObject
{
public:
    SystemWatch(QObject *parent, std::function<void()> switched, std::function<void()> resized)
        : QObject(parent)
        , m_switched(std::move(switched))
        , m_resized(std::move(resized))
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // The window hears of the desktop's theme, the application of a palette that was set from outside.
        const bool themed = event->type() == QEvent::ThemeChange && watched->isWindowType();
        const bool repainted = event->type() == QEvent::ApplicationPaletteChange && watched == qApp;
        if (themed || repainted)
            m_switched();
        else if (event->type() == QEvent::ApplicationFontChange && watched == qApp)
            m_resized();
        return false;
    }

private:
    std::function<void()> m_switched;
    std::function<void()> m_resized;
};

Theme::Theme(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    linkResources();
    d->system = systemScheme(QApplication::palette());
    d->scheme = d->system;
    const auto resized = [this] { Q_EMIT changed(); };
    const auto switched = [this] {
        if (d->applying)
            return;
        const QScopedValueRollback<bool> guard(d->applying, true);
        const QPalette present = QApplication::palette();
        const bool ours = d->application && present.color(QPalette::Window) == color(Token::Window);
        if (ours)
            QApplication::setPalette(QPalette()); // uncovers the desktop's own colours
        d->system = systemScheme(QApplication::palette());
        const Choice choice = d->choice;
        setChoice(choice);
        if (d->application)
            applyTo(*d->application);
    };
    new SystemWatch(this, switched, resized);
}

Theme::~Theme() = default;

Theme::Scheme Theme::scheme() const
{
    return d->scheme;
}

void Theme::setChoice(Choice choice)
{
    d->choice = choice;
    const Scheme wanted = choice == Choice::System ? d->system : choice == Choice::Dark ? Scheme::Dark : Scheme::Light;
    if (wanted == d->scheme)
        return;
    d->scheme = wanted;
    if (d->application)
        applyTo(*d->application);
    Q_EMIT changed();
}

QColor Theme::color(Token token) const
{
    return colorOf(tokenTable(d->scheme), token);
}

QColor Theme::sport(domain::SportFamily family) const
{
    switch (family) {
    case domain::SportFamily::Ride:
        return color(Token::Ride);
    case domain::SportFamily::Run:
        return color(Token::Run);
    case domain::SportFamily::Swim:
        return color(Token::Swim);
    case domain::SportFamily::Strength:
        return color(Token::Strength);
    case domain::SportFamily::Other:
        break;
    }
    return color(Token::OtherSport);
}

QColor Theme::zone(int number) const
{
    return color(static_cast<Token>(static_cast<int>(Token::Zone1) + std::clamp(number, 1, 7) - 1));
}

QColor Theme::wash(QColor color, double share) const
{
    return mixed(color, this->color(Token::Surface), share);
}

QFont Theme::font(TextRole role, QFont::Weight weight) const
{
    static constexpr std::array<double, 5> steps = {-1.5, 0, 1, 4, 7};
    QFont font = QApplication::font();
    const double step = steps.at(static_cast<std::size_t>(role));
    if (font.pointSizeF() > 0)
        font.setPointSizeF(std::max(6.0, font.pointSizeF() + step));
    else
        font.setPixelSize(std::max(8, qRound(font.pixelSize() + step * 4 / 3)));
    const bool heading = role != TextRole::Small && role != TextRole::Body;
    font.setWeight(heading && weight == QFont::Normal ? QFont::DemiBold : weight);
    return font;
}

int Theme::spacing(int steps) const
{
    return qRound(4.0 * steps * textScale());
}

int Theme::rowHeight() const
{
    return std::max(28, qRound(QFontMetricsF(font(TextRole::Body)).height()) + 12);
}

QPixmap Theme::pixmap(const QString &name, QColor color, int size, qreal devicePixelRatio) const
{
    return d->icons.pixmap(name, color, size, devicePixelRatio);
}

QIcon Theme::icon(const QString &name) const
{
    return themedIcon(this, name);
}

void Theme::applyTo(QApplication &application) const
{
    const QScopedValueRollback<bool> guard(d->applying, true);
    const TokenTable &table = tokenTable(d->scheme);
    if (d->application != &application) {
        QApplication::setStyle(new Style(table));
        d->application = &application;
    }
    if (auto *style = qobject_cast<Style *>(QApplication::style()))
        style->setTable(table);
    QApplication::setPalette(paletteOf(table));
}

}
