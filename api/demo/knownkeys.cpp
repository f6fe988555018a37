// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/knownkeys.h"

#include <QString>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QJsonObject blank(QStringView keys)
{
    QJsonObject object;
    for (const auto key : keys.split(u' '))
        object.insert(key.toString(), QJsonValue::Null);
    return object;
}

constexpr QStringView keysOfEvent
    = u"athlete_cannot_edit athlete_id atl_days attachments calendar_id can_train_sports carbs_per_hour carbs_used "
      u"category color created_by_id ctl_days description distance distance_target end_date_local entered external_id "
      u"for_week hide_from_athlete icu_atl icu_ctl icu_ftp icu_intensity icu_training_load id indoor joules "
      u"joules_above_ftp load_target max_training_time moving_time name not_on_fitness_chart oauth_client_id p_max "
      u"paired_activity_id plan_applied plan_athlete_id plan_folder_id plan_name plan_workout_id push_errors "
      u"shared_event_id show_as_note show_on_ctl_line ss_cp ss_p_max ss_w_prime start_date_local strain_score "
      u"structure_read_only sub_type tags target time_target training_availability type uid updated w_prime "
      u"workout_doc";

constexpr QStringView keysOfActivity
    = u"analysis_issues analyzed athlete_max_hr attachments average_altitude average_cadence average_clouds "
      u"average_feels_like average_heartrate average_speed average_stride average_temp average_weather_temp "
      u"average_wind_gust average_wind_speed avg_lr_balance calories carbs_ingested carbs_used coach_tick "
      u"coasting_time "
      u"commute compliance crank_length created custom_zones decoupling description device_name device_watts distance "
      u"elapsed_time external_id feel file_sport_index file_type gap gap_model gap_zone_times gear group has_heartrate "
      u"has_segments has_weather headwind_percent hr_load hr_load_type icu_achievements icu_athlete_id icu_atl "
      u"icu_average_watts icu_cadence_z2 icu_chat_id icu_color icu_cooldown_time icu_ctl icu_distance "
      u"icu_efficiency_factor icu_ftp icu_hr_zone_times icu_hr_zones icu_hrr icu_ignore_hr icu_ignore_power "
      u"icu_ignore_time icu_intensity icu_intervals_edited icu_joules icu_joules_above_ftp icu_lap_count "
      u"icu_max_wbal_depletion icu_median_time_delta icu_pm_cp icu_pm_ftp icu_pm_ftp_secs icu_pm_ftp_watts "
      u"icu_pm_p_max "
      u"icu_pm_w_prime icu_power_hr icu_power_hr_z2 icu_power_hr_z2_mins icu_power_spike_threshold icu_power_zones "
      u"icu_recording_time icu_resting_hr icu_rolling_cp icu_rolling_ftp icu_rolling_ftp_delta icu_rolling_p_max "
      u"icu_rolling_w_prime icu_rpe icu_sweet_spot_max icu_sweet_spot_min icu_sync_date icu_sync_error "
      u"icu_training_load "
      u"icu_training_load_data icu_variability_index icu_w_prime icu_warmup_time icu_weight icu_weighted_avg_watts "
      u"icu_zone_times id ignore_pace ignore_parts ignore_velocity interval_summary kg_lifted lengths lock_intervals "
      u"lthr max_altitude max_feels_like max_heartrate max_rain max_snow max_speed max_temp max_weather_temp "
      u"min_altitude min_feels_like min_temp min_weather_temp moving_time name oauth_client_id oauth_client_name "
      u"p30s_exponent p_max pace pace_load pace_load_type pace_zone_times pace_zones paired_event_id "
      u"perceived_exertion "
      u"polarization_index pool_length power_field power_field_names power_load power_meter power_meter_battery "
      u"power_meter_serial prevailing_wind_deg race recording_stops route_id session_rpe skyline_chart_bytes source "
      u"ss_cp ss_p_max ss_w_prime start_date start_date_local strain_score strava_id stream_types sub_type tags "
      u"tailwind_percent threshold_pace timezone tiz_order total_elevation_gain total_elevation_loss trainer trimp "
      u"type "
      u"updated use_elevation_correction use_gap_zone_times workout_shift_secs";

constexpr QStringView keysOfWellness
    = u"abdomen atl atlLoad avgSleepingHR baevskySI bloodGlucose bodyFat carbohydrates comments ctl ctlLoad diastolic "
      u"fatTotal fatigue hrv hrvSDNN hydration hydrationVolume id injury kcalConsumed lactate locked menstrualPhase "
      u"menstrualPhasePredicted mood motivation protein rampRate readiness respiration restingHR sleepQuality "
      u"sleepScore "
      u"sleepSecs soreness spO2 sportInfo steps stress systolic tempRestingHR tempWeight updated vo2max weight";

constexpr QStringView keysOfSportSettings
    = u"activity_charts activity_field_ids after_kj0 after_kj1 athlete_id best_effort_distances "
      u"calendar_tile_activity_panel_id cooldown_time created custom_field_ids custom_field_values custom_zones_ids "
      u"default_gear_id default_indoor_gear_id default_workout_time display elevation_correction extract_workouts ftp "
      u"ftp_est_min_secs gap_model hr_load_type hr_zone_names hr_zones hrrc_min_percent id ignore_velocity indoor_ftp "
      u"interval_display iseFTPSupported keep_all_laps_for_power_intervals load_order lthr max_hr mmp_model other "
      u"p_max "
      u"pace_curve_start pace_load_type pace_units pace_zone_names pace_zones power_field power_intervals_start_locked "
      u"power_spike_threshold power_zone_names power_zones show_pauses sweet_spot_max sweet_spot_min threshold_pace "
      u"tiz_order types update_activity_name_from_workout updated use_distance_for_intervals use_gap_zone_times "
      u"use_laps_for_power_intervals w_prime warmup_time workout_order";

constexpr QStringView keysOfAthlete
    = u"bikes bio city country currency custom_items date_format email fahrenheit firstname height height_units "
      u"icu_date_of_birth icu_form_as_percent icu_mmp_days icu_permission icu_resting_hr icu_type_settings icu_weight "
      u"icu_wellness_keys id lastname locale measurement_preference name plan profile_medium rain sex shoes "
      u"sportSettings state time_format timezone training_availability training_plan_id training_plan_start_date "
      u"visibility website weight_pref_lb wind_speed";

constexpr QStringView keysOfInterval
    = u"average_cadence average_dfa_a1 average_epoc average_feels_like average_gradient average_heartrate "
      u"average_lactate average_respiration average_smo2 average_smo2_2 average_speed average_stride average_temp "
      u"average_thb average_thb_2 average_tidal_volume average_tidal_volume_min average_torque average_watts "
      u"average_watts_alt average_watts_alt_acc average_watts_kg average_weather_temp average_wind_gust "
      u"average_wind_speed average_yaw avg_lr_balance decoupling distance elapsed_time end_index end_time gap group_id "
      u"headwind_percent id intensity joules joules_above_ftp label max_altitude max_cadence max_heartrate max_lactate "
      u"max_speed max_torque max_watts max_watts_kg min_altitude min_cadence min_heartrate min_lactate min_speed "
      u"min_torque min_watts moving_time prevailing_wind_deg segment_effort_ids ss_cp ss_p_max ss_w_prime start_index "
      u"start_time strain_score tailwind_percent total_elevation_gain training_load type w5s_variability wbal_end "
      u"wbal_start weighted_average_watts zone zone_max_watts zone_min_watts";

constexpr QStringView keysOfFolder
    = u"activity_types athlete_id auto_rollout_day blurb canEdit children description duration_weeks "
      u"hours_per_week_max "
      u"hours_per_week_min id name num_workouts owner read_only_workouts rollout_weeks shareToken sharedWithCount "
      u"start_date_local starting_atl starting_ctl type visibility workout_targets";

constexpr QStringView keysOfWorkout
    = u"athlete_id attachments carbs_per_hour color day days description distance folder_id for_week hide_from_athlete "
      u"icu_intensity icu_training_load id indoor joules joules_above_ftp moving_time name plan_applied sub_type tags "
      u"target targets time type updated workout_doc";

constexpr QStringView keysOfGear = u"activities activity_filters athlete_id component component_ids distance id name "
                                   u"notes purchased reminders retired "
                                   u"time type use_elapsed_time";

constexpr QStringView keysOfCustomItem
    = u"athlete_id content description from_athlete from_id hidden_by_id hide_script id image index name type updated "
      u"usage_count visibility";

constexpr QStringView keysOfSharedWith
    = u"bio canEdit city country email id name profile_medium sex state timezone website";

}

const QJsonObject &blankEvent()
{
    static const QJsonObject object = blank(keysOfEvent);
    return object;
}

const QJsonObject &blankActivity()
{
    static const QJsonObject object = blank(keysOfActivity);
    return object;
}

const QJsonObject &blankWellness()
{
    static const QJsonObject object = blank(keysOfWellness);
    return object;
}

const QJsonObject &blankSportSettings()
{
    static const QJsonObject object = blank(keysOfSportSettings);
    return object;
}

const QJsonObject &blankAthlete()
{
    static const QJsonObject object = blank(keysOfAthlete);
    return object;
}

const QJsonObject &blankFolder()
{
    static const QJsonObject object = blank(keysOfFolder);
    return object;
}

const QJsonObject &blankWorkout()
{
    static const QJsonObject object = blank(keysOfWorkout);
    return object;
}

const QJsonObject &blankInterval()
{
    static const QJsonObject object = blank(keysOfInterval);
    return object;
}

const QJsonObject &blankGear()
{
    static const QJsonObject object = blank(keysOfGear);
    return object;
}

const QJsonObject &blankCustomItem()
{
    static const QJsonObject object = blank(keysOfCustomItem);
    return object;
}

const QJsonObject &blankSharedWith()
{
    static const QJsonObject object = blank(keysOfSharedWith);
    return object;
}

}
