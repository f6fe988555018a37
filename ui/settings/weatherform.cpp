// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/weatherform.h"

#include "ui/widgets/plaintip.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double mostLatitude = 90;
constexpr double mostLongitude = 180;
constexpr int degreeSteps = 26;

}

WeatherForm::WeatherForm(const Theme &theme, const QLocale &locale, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_locale(locale)
{
    setObjectName(u"weather-form"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.spacing(4), theme.spacing(3), theme.spacing(4), theme.spacing(4));
    column->setSpacing(theme.spacing(3));
    auto *title = new TextLabel(theme, TextRole::Section, Token::Text, tr("Weather"));
    title->setWeight(QFont::DemiBold);
    column->addWidget(title);
    m_state = new TextLabel(theme, TextRole::Body, Token::TextSecond);
    m_state->setWrapped(true);
    column->addWidget(m_state);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(theme.spacing(2));
    column->addLayout(m_lines);
    m_error = new TextLabel(theme, TextRole::Small, Token::Bad);
    m_error->setObjectName(u"weather-error"_s);
    m_error->setWrapped(true);
    m_error->hide();
    column->addWidget(m_error);
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(theme.spacing(2));
    m_save = new QPushButton(tr("Save"));
    m_save->setObjectName(u"weather-save"_s);
    connect(m_save, &QPushButton::clicked, this, &WeatherForm::save);
    m_add = new QPushButton(tr("Add a place"));
    m_add->setObjectName(u"weather-add"_s);
    connect(m_add, &QPushButton::clicked, this, [this] {
        domain::WeatherPlace place;
        place.enabled = true;
        place.provider = u"OPEN_WEATHER"_s;
        m_touched = true;
        addRow(place);
        m_rows.constLast().label->setFocus(Qt::OtherFocusReason);
    });
    verbs->addWidget(m_save);
    verbs->addWidget(m_add);
    verbs->addStretch(1);
    column->addLayout(verbs);
    setSentence(tr("It has not been read yet."));
}

void WeatherForm::setSentence(const QString &sentence)
{
    m_state->setText(sentence.isEmpty()
            ? tr("The coming days of the calendar show the forecast of the first place that is shown.")
            : sentence);
    m_save->setEnabled(sentence.isEmpty());
    m_add->setEnabled(sentence.isEmpty());
}

void WeatherForm::saved(const domain::Weather &weather)
{
    m_touched = false;
    present(weather);
}

void WeatherForm::present(const domain::Weather &weather)
{
    if (m_touched)
        return;
    m_weather = weather;
    clear();
    const auto places = domain::placesOf(weather);
    for (const domain::WeatherPlace &place : places)
        addRow(place);
    m_error->hide();
    setSentence({});
}

void WeatherForm::clear()
{
    while (!m_rows.isEmpty())
        removeRow(m_rows.constFirst().line);
}

void WeatherForm::addRow(const domain::WeatherPlace &place)
{
    const QString name = place.label.isEmpty() ? place.location : place.label;
    Row row {.place = place, .line = new QWidget};
    auto *across = new QHBoxLayout(row.line);
    across->setContentsMargins({});
    across->setSpacing(m_theme.spacing(2));
    row.shown = new QCheckBox;
    row.shown->setObjectName(u"weather-shown"_s);
    row.shown->setChecked(place.enabled);
    row.shown->setAccessibleName(tr("Show the forecast of %1").arg(name));
    row.shown->setToolTip(tr("Show its forecast"));
    connect(row.shown, &QCheckBox::clicked, this, [this] { m_touched = true; });
    const auto field = [&](const QString &object, const QString &caption, const QString &text, int width) {
        auto *edit = new QLineEdit(text);
        edit->setObjectName(object);
        edit->setAccessibleName(caption);
        edit->setPlaceholderText(caption);
        if (width > 0)
            edit->setFixedWidth(width);
        connect(edit, &QLineEdit::returnPressed, this, &WeatherForm::save);
        connect(edit, &QLineEdit::textEdited, this, [this] { m_touched = true; });
        return edit;
    };
    const auto text = [this](std::optional<double> value) {
        return value ? m_locale.toString(*value, 'f', QLocale::FloatingPointShortest) : QString();
    };
    row.label = field(u"weather-label"_s, tr("Place"), name, 0);
    row.latitude = field(u"weather-latitude"_s, tr("Latitude"), text(place.latitude), m_theme.spacing(degreeSteps));
    row.longitude = field(u"weather-longitude"_s, tr("Longitude"), text(place.longitude), m_theme.spacing(degreeSteps));
    auto *remove = new ToolButton(m_theme, u"trash"_s, tr("Remove the place %1").arg(name));
    remove->setObjectName(u"weather-remove"_s);
    remove->setToolTip(plainTip(remove->text()));
    connect(remove, &ToolButton::clicked, this, [this, line = row.line] {
        m_touched = true;
        removeRow(line);
        m_save->setFocus(Qt::OtherFocusReason);
    });
    across->addWidget(row.shown);
    across->addWidget(row.label, 1);
    across->addWidget(row.latitude);
    across->addWidget(row.longitude);
    across->addWidget(remove);
    m_lines->addWidget(row.line);
    row.line->show(); // before the focus is to go into it
    m_rows.append(row);
}

void WeatherForm::removeRow(const QWidget *line)
{
    const auto row = std::ranges::find(m_rows, line, &Row::line);
    if (row == m_rows.end())
        return;
    row->line->hide();
    row->line->deleteLater(); // its button may have asked for this
    m_lines->removeWidget(row->line);
    m_rows.erase(row);
}

std::optional<double> WeatherForm::degrees(const QLineEdit &field, double most) const
{
    bool good = false;
    double value = m_locale.toDouble(field.text().trimmed(), &good);
    if (!good)
        value = field.text().trimmed().toDouble(&good);
    return good && value >= -most && value <= most ? std::optional(value) : std::nullopt;
}

void WeatherForm::complain(const QString &reason)
{
    m_error->setText(reason);
    m_error->show();
}

bool WeatherForm::read(const Row &row, domain::WeatherPlace &into)
{
    into = row.place;
    const QString name = row.label->text().trimmed();
    const auto wrong = [this](QLineEdit *field, const QString &reason) {
        complain(reason);
        field->setFocus(Qt::OtherFocusReason);
        return false;
    };
    if (name.isEmpty())
        return wrong(row.label, tr("A place has no name."));
    into.latitude = degrees(*row.latitude, mostLatitude);
    if (!into.latitude)
        return wrong(row.latitude, tr("The latitude of “%1” is a number from -90 to 90.").arg(name));
    into.longitude = degrees(*row.longitude, mostLongitude);
    if (!into.longitude)
        return wrong(row.longitude, tr("The longitude of “%1” is a number from -180 to 180.").arg(name));
    if (name != (row.place.label.isEmpty() ? row.place.location : row.place.label))
        into.label = name;
    if (into.location.isEmpty())
        into.location = name;
    into.enabled = row.shown->isChecked();
    return true;
}

void WeatherForm::save()
{
    m_error->hide();
    domain::Weather after = m_weather;
    after.places = {};
    for (const Row &row : std::as_const(m_rows)) {
        domain::WeatherPlace place;
        if (!read(row, place))
            return;
        after.places.append(domain::toJson(place));
    }
    Q_EMIT wanted(after);
}

}
