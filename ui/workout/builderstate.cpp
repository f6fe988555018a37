// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/builderstate.h"

#include "models/domain/sport.h"
#include "models/workout/absolute.h"

using namespace Qt::StringLiterals;
using workout::Family;

namespace ui {

void BuilderState::setText(const QString &text)
{
    if (text == m_script.text())
        return;
    m_script = workout::Script(text);
    resolve();
}

void BuilderState::setPerson(const domain::SportSettings &settings, const workout::ResolveOptions &options)
{
    m_person.settings = settings;
    m_person.ftpWatts = workout::ftpOf(settings, options.indoor || domain::isVirtual(options.type));
    m_options = options;
    resolve();
}

Family BuilderState::usualFamily() const
{
    if (m_options.target == "HR"_L1)
        return Family::HeartRate;
    if (m_options.target == "PACE"_L1)
        return Family::Pace;
    if (m_options.target == "POWER"_L1)
        return Family::Power;
    const auto sport = domain::familyOf(m_options.type);
    const bool moves = sport == domain::SportFamily::Run || sport == domain::SportFamily::Swim;
    return moves && m_person.settings.thresholdPaceMps ? Family::Pace : Family::Power;
}

void BuilderState::resolve()
{
    m_figures = workout::resolve(m_script.workout(), m_person.settings, m_options);
    m_shape = workout::shapeOf(m_script.workout(), m_figures.family.value_or(usualFamily()), m_person);
    Q_EMIT changed();
}

const workout::ShapeStep *BuilderState::shapeAt(int line) const
{
    const auto *place = m_script.placeOf(line);
    return place ? &m_shape.blocks.at(place->block).steps.at(place->step) : nullptr;
}

}
