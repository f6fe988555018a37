// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sport.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPixmap>
#include <memory>

namespace ui {

/// Every colour of the program, by what it means.
enum class Token {
    Window,
    Surface,
    Sunken,
    Line,
    Text,
    TextSecond,
    TextThird,
    Accent,
    AccentWash,
    OnAccent,
    Good,
    Warning,
    Bad,
    Ride,
    Run,
    Swim,
    Strength,
    OtherSport,
    Race,
    Fitness,
    Fatigue,
    WeekendWash,
    Zone1,
    Zone2,
    Zone3,
    Zone4,
    Zone5,
    Zone6,
    Zone7,
    Count,
};

/// The five sizes of text; all derive from the system's size.
enum class TextRole { Small, Body, Section, Title, Metric };

/// Colours, fonts, spacing and icons of the running program, in one light and one dark table. Handed to every
/// widget by reference; changed() tells them to repaint when the system switches.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { Light, Dark };
    enum class Choice { System, Light, Dark };

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    [[nodiscard]] Scheme scheme() const;
    void setChoice(Choice choice); ///< System follows the desktop

    [[nodiscard]] QColor color(Token token) const;
    [[nodiscard]] QColor sport(domain::SportFamily family) const;
    [[nodiscard]] QColor zone(int number) const; ///< 1 to 7; others are clamped
    /// The colour mixed into the surface with the given share (0 to 1): washes of cards.
    [[nodiscard]] QColor wash(QColor color, double share) const;

    [[nodiscard]] QFont font(TextRole role, QFont::Weight weight = QFont::Normal) const; ///< tabular figures
    [[nodiscard]] int spacing(int steps) const; ///< multiples of 4 logical pixels, grown with the text size
    [[nodiscard]] int rowHeight() const;

    /// An icon of resources/icons by name ("calendar", "sport-ride" …), in one colour; cached.
    [[nodiscard]] QPixmap pixmap(const QString &name, QColor color, int size, qreal devicePixelRatio) const;
    [[nodiscard]] QIcon icon(const QString &name) const; ///< normal, disabled and checked colours of the theme

    /// Sets palette and style sheet-free style of the application to the current table.
    void applyTo(class QApplication &application) const;

Q_SIGNALS:
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
