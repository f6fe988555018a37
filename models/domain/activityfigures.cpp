// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/activityfigures.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

template<>
struct Fields<Bucket> {
    static constexpr auto all = std::tuple {
        field("start"_L1, &Bucket::start),
        field("secs"_L1, &Bucket::seconds),
        field("movingSecs"_L1, &Bucket::movingSeconds),
        field("watts"_L1, &Bucket::watts),
        field("hr"_L1, &Bucket::bpm),
        field("cadence"_L1, &Bucket::cadenceRpm),
    };
};

template<>
struct Fields<TimeAtHeartRate> {
    static constexpr auto all = std::tuple {
        field("min_bpm"_L1, &TimeAtHeartRate::minBpm),
        field("max_bpm"_L1, &TimeAtHeartRate::maxBpm),
        field("secs"_L1, &TimeAtHeartRate::seconds),
        field("cumulative_secs"_L1, &TimeAtHeartRate::cumulativeSeconds),
    };
};

template<>
struct Fields<PowerVsHeart> {
    static constexpr auto all = std::tuple {
        field("powerHr"_L1, &PowerVsHeart::wattsPerBeat),
        field("powerHrFirst"_L1, &PowerVsHeart::firstHalf),
        field("powerHrSecond"_L1, &PowerVsHeart::secondHalf),
        field("decoupling"_L1, &PowerVsHeart::decouplingPercent),
        field("series"_L1, &PowerVsHeart::series),
    };
};

template<>
struct Fields<BestEffort> {
    static constexpr auto all = std::tuple {
        field("start_index"_L1, &BestEffort::startIndex),
        field("end_index"_L1, &BestEffort::endIndex),
        field("average"_L1, &BestEffort::average),
        field("duration"_L1, &BestEffort::seconds),
        field("distance"_L1, &BestEffort::metres),
    };
};

template<>
struct Fields<ActivityMap> {
    static constexpr auto all = std::tuple {
        field("bounds"_L1, &ActivityMap::bounds),
        field("latlngs"_L1, &ActivityMap::points),
    };
};

template<>
struct Codec<Celsius> {
    static Result<Celsius> read(const QJsonValue &json)
    {
        const auto number = readNumber(json);
        return number ? Result<Celsius>(Celsius {*number}) : number.error();
    }
    static QJsonValue write(const Celsius &value) { return value.degrees; }
    static QJsonValue cleared() { return QString(); }
};

template<>
struct Fields<WeatherSummary> {
    static constexpr auto all = std::tuple {
        field("description"_L1, &WeatherSummary::description),
        field("average_temp"_L1, &WeatherSummary::average),
        field("min_temp"_L1, &WeatherSummary::min),
        field("max_temp"_L1, &WeatherSummary::max),
        field("average_wind_speed"_L1, &WeatherSummary::windMps),
        field("headwind_percent"_L1, &WeatherSummary::headwindPercent),
    };
};

template<>
struct Fields<ActivityIntervals> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &ActivityIntervals::activity),
        field("analyzed"_L1, &ActivityIntervals::analyzed),
        field("icu_intervals"_L1, &ActivityIntervals::intervals),
        field("icu_groups"_L1, &ActivityIntervals::groups),
    };
};

template<>
struct Fields<Message> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &Message::id),
        field("activity_id"_L1, &Message::activity),
        field("athlete_id"_L1, &Message::athlete),
        field("name"_L1, &Message::name),
        field("created"_L1, &Message::created),
        field("content"_L1, &Message::content),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(Bucket)
MICROCYCLE_INSTANTIATE_FIELDS(TimeAtHeartRate)
MICROCYCLE_INSTANTIATE_FIELDS(PowerVsHeart)
MICROCYCLE_INSTANTIATE_FIELDS(BestEffort)
MICROCYCLE_INSTANTIATE_FIELDS(ActivityMap)
MICROCYCLE_INSTANTIATE_FIELDS(WeatherSummary)
MICROCYCLE_INSTANTIATE_FIELDS(ActivityIntervals)
MICROCYCLE_INSTANTIATE_FIELDS(Message)

}
