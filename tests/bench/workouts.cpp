// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/parse.h"
#include "models/workout/resolve.h"
#include "tests/bench/measure.h"
#include "ui/theme/theme.h"
#include "ui/workout/workoutbuilder.h"
#include "ui/workout/workoutedit.h"

#include <QApplication>
#include <QImage>
#include <QKeyEvent>
#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int steps = 200;
constexpr int secondsOfAStep = 108; // six hours in all
constexpr QSize windowSize(1440, 860);

/// Two hundred lines of every kind that people write, six hours long.
QString longWorkout()
{
    QStringList lines;
    for (int i = 0; i < steps; ++i) {
        switch (i % 5) {
        case 0:
            lines.append(u"- Part %1 1m48s %2% 90rpm"_s.arg(i).arg(55 + i % 50));
            break;
        case 1:
            lines.append(u"- 1m48s ramp %1-%2%"_s.arg(50 + i % 30).arg(80 + i % 30));
            break;
        case 2:
            lines.append(u"- 1m48s %1-%2w"_s.arg(140 + i).arg(160 + i));
            break;
        case 3:
            lines.append(u"- 1m48s Z2"_s);
            break;
        default:
            lines.append(u"- Steady 1m48s %1% intensity=active"_s.arg(60 + i % 20));
        }
    }
    return lines.join(u'\n');
}

domain::SportSettings cyclist()
{
    domain::SportSettings settings;
    settings.types = {u"Ride"_s};
    settings.ftpWatts = 280;
    return settings;
}

std::optional<Turn> parseAndResolve()
{
    static const QString text = longWorkout();
    static const domain::SportSettings settings = cyclist();
    workout::Resolved figures;
    const double ours = timed([&] { figures = workout::resolve(workout::parse(text), settings, {.type = u"Ride"_s}); });
    const bool whole = figures.duration == std::chrono::seconds(steps * secondsOfAStep) && figures.load.value_or(0) > 0;
    return whole ? std::optional(Turn {{"ours", ours}}) : std::nullopt;
}

/// The builder with that text; each turn types a letter into the middle of it and paints what is to be painted.
class Typing
{
public:
    Typing()
        : m_picture(windowSize, QImage::Format_ARGB32_Premultiplied)
    {
        m_theme.applyTo(*qApp);
        m_builder.setSports({cyclist()});
        m_builder.resize(windowSize);
        ui::Draft draft;
        draft.name = u"Long"_s;
        draft.type = u"Ride"_s;
        draft.description = longWorkout();
        m_builder.open(draft);
        m_builder.show();
        QCoreApplication::processEvents();
        QTextCursor cursor = m_builder.text().textCursor();
        cursor.setPosition(int(draft.description.size()) / 2);
        cursor.movePosition(QTextCursor::StartOfLine);
        cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, 2);
        m_builder.text().setTextCursor(cursor);
        QCoreApplication::processEvents();
    }

    [[nodiscard]] std::optional<Turn> stroke()
    {
        const QString before = m_builder.draft().description;
        const double ours = timed([this] {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"a"_s);
            QApplication::sendEvent(&m_builder.text(), &press);
            QCoreApplication::processEvents(); // the parse, the figures and every repaint they ask for
        });
        return m_builder.draft().description != before ? std::optional(Turn {{"ours", ours}}) : std::nullopt;
    }

private:
    ui::Theme m_theme;
    ui::WorkoutBuilder m_builder {m_theme, QLocale(QLocale::English)};
    QImage m_picture;
};

}

void addWorkouts()
{
    measure("workout", 100, [] { return parseAndResolve(); });
    const auto typing = std::make_shared<std::unique_ptr<Typing>>();
    measure("keystroke", 60, [typing]() -> std::optional<Turn> {
        if (!*typing)
            *typing = std::make_unique<Typing>();
        return (*typing)->stroke();
    });
}

}
