// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editshape.h"

#include <QCoreApplication>

namespace ui {

/// What may come next in a line of a workout: words of its language that begin as the word at the cursor does.
class Completion
{
    Q_DECLARE_TR_FUNCTIONS(ui::Completion)

public:
    struct Word {
        QString text; ///< to be put in
        QString meaning; ///< for people, beside it

        friend bool operator==(const Word &, const Word &) = default;
    };
    struct Offer {
        int taken = 0; ///< characters before the cursor that the word takes the place of
        QList<Word> words;
    };

    Completion(workout::Family family, const workout::Person &person)
        : m_family(family)
        , m_person(person)
    {
    }

    /// Everything that fits; asked for by the person.
    [[nodiscard]] Offer all(const QString &beforeCursor) const;
    /// The same while the person types: only where a word has begun that can hardly mean anything else.
    [[nodiscard]] Offer whileTyping(const QString &beforeCursor) const;

private:
    [[nodiscard]] QList<Word> zones() const;
    [[nodiscard]] QList<Word> keywords() const;
    [[nodiscard]] QList<Word> units(const QString &number) const;
    [[nodiscard]] static QList<Word> lineStarts();

    workout::Family m_family;
    const workout::Person &m_person;
};

}
