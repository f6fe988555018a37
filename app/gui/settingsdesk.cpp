// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settingsdesk.h"

#include "api/endpoints/athlete.h"
#include "api/endpoints/plans.h"
#include "models/domain/whendone.h"
#include "ui/shell/errortext.h"

using namespace Qt::StringLiterals;

namespace app {

SettingsDesk::SettingsDesk(Session &session, ui::Shell &shell, const ui::Theme &theme, const QLocale &locale)
    : m_session(session)
    , m_shell(shell)
    , m_theme(theme)
    , m_locale(locale)
{
}

SettingsDesk::~SettingsDesk() = default;

ui::SettingsPage *SettingsDesk::makePage()
{
    m_page = new ui::SettingsPage(m_theme, m_locale);
    connect(m_page, &ui::SettingsPage::shown, this, &SettingsDesk::refresh);
    connect(&m_page->plan(), &ui::PlanForm::wanted, this, &SettingsDesk::setPlan);
    connect(&m_page->plan(), &ui::PlanForm::changesWanted, this, &SettingsDesk::applyChanges);
    connect(&m_page->weather(), &ui::WeatherForm::wanted, this, &SettingsDesk::setWeather);
    return m_page;
}

void SettingsDesk::fail(domain::Error error, const QString &item)
{
    if (error.item.isEmpty())
        error.item = item;
    Q_EMIT failed(error);
}

void SettingsDesk::refresh()
{
    QList<ui::PlanForm::Choice> plans;
    const auto folders = m_session.store().folders();
    for (const store::LibraryFolder &folder : folders) {
        bool onService = false; // one that was not sent yet has no number
        (void)folder.key.toLongLong(&onService);
        if (folder.plan && onService)
            plans.append({{folder.key}, folder.name});
    }
    m_page->plan().setChoices(plans);
    readPlan();
    domain::whenDone(m_session.client().send(endpoints::GetWeatherConfig {}),
        this,
        [this](const domain::Result<endpoints::GetWeatherConfig::Response> &answer) {
            if (answer)
                m_page->weather().present(answer->value);
            else
                m_page->weather().setSentence(ui::errorText(answer.error()).sentence);
        });
}

void SettingsDesk::readPlan()
{
    domain::whenDone(m_session.client().send(endpoints::GetTrainingPlan {}),
        this,
        [this](const domain::Result<endpoints::GetTrainingPlan::Response> &answer) {
            if (answer)
                m_page->plan().present(answer->value, m_session.store().clock().today());
            else
                m_page->plan().setSentence(ui::errorText(answer.error()).sentence);
        });
}

void SettingsDesk::setPlan(const domain::TrainingPlan &before, const domain::TrainingPlan &after)
{
    // Start and name go along even where they are as before: the service takes the three together.
    domain::TrainingPlan blank;
    if (!after.plan)
        blank.plan = before.plan;
    domain::TrainingPlan wanted;
    if (after.plan) {
        wanted.plan = after.plan;
        wanted.start = after.start;
        wanted.alias = after.alias;
        blank.alias = after.alias.isEmpty() ? before.alias : QString();
    }
    const QJsonObject body = domain::wireBody<domain::TrainingPlan>(domain::difference(blank, wanted));
    domain::whenDone(m_session.client().send(endpoints::PutTrainingPlan {.body = body}),
        this,
        [this, has = after.plan.has_value()](const domain::Result<endpoints::PutTrainingPlan::Response> &answer) {
            if (!answer)
                return fail(answer.error(), tr("The training plan"));
            m_page->plan().present(answer->value, m_session.store().clock().today());
            m_shell.setStatusSentence(has ? tr("You train by this plan now.") : tr("You train by no plan now."), false);
        });
}

void SettingsDesk::applyChanges()
{
    domain::whenDone(m_session.client().send(endpoints::ApplyPlanChanges {}),
        this,
        [this](const domain::Result<endpoints::ApplyPlanChanges::Response> &answer) {
            if (!answer)
                return fail(answer.error(), tr("The training plan"));
            m_shell.setStatusSentence(tr("The calendar follows the plan from today on."), false);
            readPlan();
            m_session.engine().syncNow();
        });
}

void SettingsDesk::setWeather(const domain::Weather &weather)
{
    const QJsonObject body = domain::toJson(weather);
    domain::whenDone(m_session.client().send(endpoints::PutWeatherConfig {.body = body}),
        this,
        [this](const domain::Result<endpoints::PutWeatherConfig::Response> &answer) {
            if (!answer)
                return fail(answer.error(), tr("The places of the forecast"));
            m_page->weather().saved(answer->value);
            m_shell.setStatusSentence(tr("Saved the places of the forecast."), false);
            Q_EMIT weatherChanged();
        });
}

}
