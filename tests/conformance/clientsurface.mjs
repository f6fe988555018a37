// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// node clientsurface.mjs URL KEY TODAY
// Calls every method of somebody else's client against a server; a line of JSON for each: {"call", "error"}. A method
// of the client that this file does not call counts as an error, so that a newer client cannot grow unseen.
import { IntervalsClient } from "intervals-icu-api";

const [url, key, today] = process.argv.slice(2);
const client = new IntervalsClient({
    apiKey: key,
    baseUrl: url,
    rateLimit: { requestsPerSecond: 1000, burst: 1000 },
    retry: { maxAttempts: 1 },
});
const day = (offset) => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);
const range = { oldest: day(-30), newest: day(7) };
const called = new Set();

function report(call, error) {
    process.stdout.write(JSON.stringify(error ? { call, error } : { call }) + "\n");
}

async function ask(call, ...parameters) {
    called.add(call);
    const [resource, method] = call.split(".");
    try {
        const result = await client[resource][method](...parameters);
        const value = result && typeof result === "object" && "ok" in result ? result.value : result;
        report(call, result?.ok === false ? JSON.stringify(result.error).slice(0, 600) : undefined);
        return value;
    } catch (error) {
        report(call, String(error));
    }
}

/// The id of an activity that came as a file; the client itself cannot send one.
async function uploaded() {
    const points = Array.from({ length: 90 }, (_, second) => {
        const time = new Date(Date.parse(today) - 43_200_000 + second * 1000).toISOString();
        return `<trkpt lat="${46.2 + second * 3e-5}" lon="6.1"><ele>375</ele><time>${time}</time></trkpt>`;
    });
    const form = new FormData();
    const track = `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${points.join("")}</trkseg></trk></gpx>`;
    form.append("file", new Blob([track], { type: "application/gpx+xml" }), "loop.gpx");
    const answer = await fetch(`${url}/api/v1/athlete/0/activities`, {
        method: "POST",
        body: form,
        headers: { authorization: `Basic ${Buffer.from(`API_KEY:${key}`).toString("base64")}` },
    });
    return (await answer.json()).id;
}

await ask("athlete.get");
await ask("athlete.getProfile");
await ask("athlete.update", { weightPrefLb: false });

const activities = (await ask("activities.list", range)) ?? [];
const ride = activities.find((each) => each.type === "Ride" && each.streamTypes?.includes("watts")) ?? activities[0];
const run = activities.find((each) => each.type === "Run") ?? activities[0];
const span = { oldest: day(-20), newest: day(0) };
await ask("activities.get", ride.id);
await ask("activities.getStreams", ride.id, { types: ["time", "watts", "heartrate"], includeDefaults: false });
await ask("activities.getStreamMap", ride.id);
await ask("activities.getIntervals", ride.id);
await ask("activities.findBestEfforts", ride.id, { stream: "watts", duration: 300 });
await ask("activities.getGapHistogram", run.id);
await ask("activities.getHeartRateHistogram", ride.id, { bucketSize: 5 });
await ask("activities.getPaceHistogram", run.id);
await ask("activities.getPowerHistogram", ride.id, { bucketSize: 25 });
await ask("activities.getHeartRateCurve", ride.id);
await ask("activities.getPaceCurve", run.id, { gap: true });
await ask("activities.getPowerCurve", ride.id);
await ask("activities.getPowerCurves", ride.id, { types: ["watts"] });
await ask("activities.getPowerVsHeartRate", ride.id);
await ask("activities.listActivityHeartRateCurves", { ...span, type: "Ride" });
await ask("activities.listActivityPaceCurves", { ...span, type: "Run" });
await ask("activities.listActivityPowerCurves", { ...span, type: "Ride" });
await ask("activities.listAthleteHeartRateCurves", { type: "Ride", curves: ["42d"] });
await ask("activities.listAthletePaceCurves", { type: "Run", curves: ["42d"] });
await ask("activities.listAthletePowerCurves", { type: "Ride", curves: ["42d", "s0"] });
await ask("activities.getAthletePowerHeartRateCurve", { start: day(-90), end: day(0) });
await ask("activities.downloadFile", await uploaded());
await ask("activities.downloadFitFile", ride.id, { power: true, hr: true, includeMetadata: true });
await ask("activities.downloadGpxFile", run.id);
await ask("activities.exportCsv", range);

await ask("wellness.list", range);
await ask("wellness.get", day(0));
await ask("wellness.update", { id: day(0), restingHR: 48, hrvSDNN: 62 });
await ask("wellness.updateByDate", day(-1), { weight: 71.2 });
await ask("wellness.updateBulk", [
    { id: day(-2), sleepQuality: 2 },
    { id: day(-3), sleepQuality: 1 },
]);

await ask("events.list", range);
const event = await ask("events.create", {
    startDateLocal: day(2) + "T00:00:00",
    category: "WORKOUT",
    type: "Ride",
    name: "Steady",
    description: "- 20m 65%",
});
await ask("events.get", event.id);
await ask("events.update", event.id, { name: "Steady, longer" });
for (const format of ["zwo", "mrc", "erg", "fit"]) await ask("events.downloadWorkout", event.id, format);
await ask("workouts.downloadZip", { format: "zwo", oldest: day(0), newest: day(7) });
await ask("events.delete", event.id);

const folders = (await ask("folders.list")) ?? [];
await ask("workouts.list");
const workout = await ask("workouts.create", {
    folderId: folders.find((each) => each.type === "FOLDER")?.id,
    name: "Steady",
    type: "Ride",
    description: "- 20m 65%",
});
await ask("workouts.get", workout.id);
await ask("workouts.delete", workout.id);
await ask("gear.list");
await ask("powerCurves.get", { type: "Ride", curves: ["42d"] });

const own = new Set(["rejectFilterAliasCollisions", "getHistogram"]); // inner parts of the client
for (const [resource, object] of Object.entries(client)) {
    for (let type = Object.getPrototypeOf(object); type && type !== Object.prototype; type = Object.getPrototypeOf(type)) {
        if (!/Resource|^_/.test(type.constructor.name) && !object.athleteId) continue;
        for (const method of Object.getOwnPropertyNames(type)) {
            const call = `${resource}.${method}`;
            if (method !== "constructor" && !own.has(method) && !called.has(call)) {
                called.add(call);
                report(call, "this method is not called");
            }
        }
    }
}
