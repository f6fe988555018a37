// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editshape.h"
#include "models/workout/resolve.h"

#include <QObject>

namespace ui {

/// The workout being built as text, chart and figures see it: read once for each change of the text, whoever made it.
/// It changes nothing itself.
class BuilderState : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setText(const QString &text);
    void setPerson(const domain::SportSettings &settings, const workout::ResolveOptions &options);

    [[nodiscard]] const workout::Script &script() const { return m_script; }
    [[nodiscard]] const workout::Shape &shape() const { return m_shape; }
    [[nodiscard]] const workout::Resolved &figures() const { return m_figures; }
    [[nodiscard]] const workout::Person &person() const { return m_person; }
    [[nodiscard]] const workout::ResolveOptions &options() const { return m_options; }
    [[nodiscard]] workout::Family family() const { return m_shape.family; } ///< whose targets are drawn
    [[nodiscard]] const workout::ShapeStep *shapeAt(int line) const; ///< null if the line is no step

Q_SIGNALS:
    void changed();

private:
    void resolve();
    [[nodiscard]] workout::Family usualFamily() const;

    workout::Script m_script;
    workout::Person m_person;
    workout::ResolveOptions m_options;
    workout::Resolved m_figures;
    workout::Shape m_shape;
};

}
