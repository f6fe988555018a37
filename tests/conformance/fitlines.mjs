// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prints what the FIT SDK reads in the files that standard input names, one JSON value per line. A file begins with
// {"file":path} and ends with {"fit":…,"sound":…,"errors":[…]}. Between them is, after the argument "messages",
// [message, fields, developer fields] per message, both keyed by number ("developer.field"), with raw values: no scale,
// no merging, no names. After the argument "channels" it is {"type":…,"channels":{…}}: the records of the first file in
// the order of their times as the SDK understands them, with scales, expanded and with the heart rates of straps.
import fs from "node:fs";
import { Decoder, Profile, Stream } from "@garmin/fitsdk";

const fieldDescription = 206;
console.log = console.error; // the SDK talks
const print = (value) => fs.writeSync(1, JSON.stringify(value) + "\n");

const numbersOfNames = new Map();
for (const message of Object.values(Profile.messages)) {
    numbersOfNames.set(message.num, new Map(Object.values(message.fields).map((field) => [field.name, field.num])));
}

function plain(value) {
    if (Array.isArray(value)) {
        const list = value.map(plain);
        return list.every((entry) => entry === null) ? null : list;
    }
    if (typeof value === "bigint") {
        return value.toString();
    }
    if (typeof value === "string") {
        return value.replace(/\uFEFF/g, "");
    }
    return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function keyed(entries) {
    return Object.fromEntries(entries.map(([key, value]) => [key, plain(value)]).filter(([, value]) => value !== null));
}

function read(path) {
    print({ file: path });
    const bytes = fs.readFileSync(path);
    const places = new Map(); // of developer fields
    const names = (message) => numbersOfNames.get(message) ?? new Map();
    const mesgListener = (number, message) => {
        if (number === fieldDescription) {
            places.set(String(message.key), `${message.developerDataIndex}.${message.fieldDefinitionNumber}`);
        }
        const fields = Object.entries(message)
            .filter(([name]) => name !== "developerFields" && (/^\d+$/.test(name) || names(number).has(name)))
            .map(([name, value]) => [names(number).get(name) ?? name, value]);
        const developers = Object.entries(message.developerFields ?? {}).map(([key, value]) => [places.get(key), value]);
        print([number, keyed(fields), keyed(developers)]);
    };
    const decoder = new Decoder(Stream.fromBuffer(bytes));
    const end = { fit: decoder.isFIT(), sound: decoder.checkIntegrity() };
    const { errors } = decoder.read({
        mesgListener,
        expandSubFields: false,
        expandComponents: false,
        applyScaleAndOffset: false,
        convertTypesToStrings: false,
        convertDateTimesToDates: false,
        includeUnknownData: true,
        mergeHeartRates: false,
        legacyArrayMode: true, // every value of an array, also where the profile expects one
    });
    print({ ...end, errors: errors.map((error) => error.message) });
}

const channelOf = {
    heartrate: (record) => record.heartRate,
    watts: (record) => record.power,
    cadence: (record) => record.cadence,
    distance: (record) => record.distance,
    velocity_smooth: (record) => record.enhancedSpeed,
    altitude: (record) => record.enhancedAltitude,
    temp: (record) => record.temperature,
    grade_smooth: (record) => record.grade,
    smo2: (record) => record.saturatedHemoglobinPercent,
    respiration: (record) => record.enhancedRespirationRate,
    latitude: (record) => degrees(record, record.positionLat),
    longitude: (record) => degrees(record, record.positionLong),
};

function degrees(record, semicircles) {
    return record.positionLat == null || record.positionLong == null ? null : (semicircles * 180) / 2 ** 31;
}

function readChannels(path) {
    print({ file: path });
    const all = fs.readFileSync(path);
    const first = all.length < 12 ? all : all.subarray(0, Math.min(all.length, all[0] + all.readUInt32LE(4) + 2));
    const decoder = new Decoder(Stream.fromBuffer(first));
    const end = { fit: decoder.isFIT(), sound: decoder.checkIntegrity() };
    const { messages, errors } = decoder.read({ convertTypesToStrings: false, convertDateTimesToDates: false });
    const records = messages.recordMesgs ?? [];
    if (records.every((record) => record.timestamp != null)) {
        records.sort((a, b) => a.timestamp - b.timestamp);
    }
    const channels = { time: records.map((record) => record.timestamp ?? null) };
    for (const [name, value] of Object.entries(channelOf)) {
        channels[name] = records.map((record) => value(record) ?? null);
    }
    print({ type: messages.fileIdMesgs?.[0]?.type ?? null, channels });
    print({ ...end, errors: errors.map((error) => error.message) });
}

const reader = process.argv[2] === "channels" ? readChannels : read;
for (const path of fs.readFileSync(0, "utf8").split("\n").filter((line) => line !== "")) {
    reader(path);
}
