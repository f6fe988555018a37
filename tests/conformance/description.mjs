// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// node description.mjs DESCRIPTION EXPLAINED > CHANGED
// Writes the description of the service's API with the changes that explained.json lists, each with the reason for which
// the description is known to be wrong. Whatever a validator finds after them is a fault of ours.
import { readFileSync } from "node:fs";

const [descriptionPath, explainedPath] = process.argv.slice(2);
const description = JSON.parse(readFileSync(descriptionPath, "utf8"));
const explained = JSON.parse(readFileSync(explainedPath, "utf8"));

function everySchema(node, visit) {
    if (Array.isArray(node)) {
        node.forEach((each) => everySchema(each, visit));
    } else if (node && typeof node === "object") {
        Object.values(node).forEach((each) => everySchema(each, visit));
        if (typeof node.type === "string" || node.$ref) visit(node);
    }
}

function everyOperation(visit) {
    for (const [path, item] of Object.entries(description.paths))
        for (const [method, operation] of Object.entries(item)) if (operation.responses) visit(operation, method, path, item);
}

const changes = {
    credentials() {
        description.security = Object.keys(description.components.securitySchemes).map((scheme) => ({ [scheme]: [] }));
    },

    nulls() {
        for (const schema of Object.values(description.components.schemas)) {
            everySchema(schema, (each) => {
                if (each.$ref) {
                    // A reference stands alone in this version of the language.
                    each.allOf = [{ $ref: each.$ref }];
                    delete each.$ref;
                }
                each.nullable = true;
                if (each.enum && !each.enum.includes(null)) each.enum.push(null);
            });
        }
    },

    suffixes() {
        for (const [path, item] of Object.entries(description.paths)) {
            const suffix = path.match(/[^/]\{(ext|format)\}$/);
            if (!suffix) continue;
            const plain = structuredClone(item);
            for (const operation of Object.values(plain))
                operation.parameters = operation.parameters?.filter((each) => each.name !== suffix[1] || each.in !== "path");
            const short = path.replace(/\{(ext|format)\}$/, "");
            description.paths[short] = { ...plain, ...description.paths[short] };
        }
    },

    optional({ names }) {
        everyOperation((operation) => {
            for (const parameter of operation.parameters ?? [])
                if (parameter.in === "query" && names.includes(parameter.name)) parameter.required = false;
        });
    },

    // A property whose schema is another one than the description says.
    property({ schema, name, is }) {
        description.components.schemas[schema].properties[name] = is;
    },

    // Maps that hold values of any kind where the description has objects.
    maps() {
        everyOperation((operation) => {
            for (const response of Object.values(operation.responses))
                for (const content of Object.values(response.content ?? {}))
                    if (content.schema?.additionalProperties) content.schema.additionalProperties = {};
        });
    },

    // A path that the service has and the description has not; it answers with a list.
    path({ path }) {
        const list = { type: "array", items: {} };
        description.paths[path] = {
            get: {
                parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
                responses: { 200: { description: "OK", content: { "*/*": { schema: list } } } },
            },
        };
    },

    // Answers of "….csv" are tables, whatever the description says of the same path with another ending.
    tables() {
        for (const [path, item] of Object.entries(description.paths)) {
            if (!/[^/]\{ext\}$/.test(path)) continue;
            for (const operation of Object.values(item))
                for (const response of Object.values(operation.responses ?? {}))
                    if (response.content?.["*/*"])
                        response.content = { "application/json": response.content["*/*"], "text/csv": { schema: { type: "string" } } };
        }
    },

    // A form with a file where the description has only JSON.
    multipart({ path, method }) {
        description.paths[path][method].requestBody.content["multipart/form-data"] = {
            schema: { type: "object", required: ["file"], properties: { file: { type: "string", format: "binary" } } },
        };
    },

    // A status that an operation answers with beside those of the description, and like them.
    status({ path, method, is }) {
        const responses = description.paths[path][method].responses;
        responses[is] = Object.values(responses)[0];
    },
};

for (const entry of explained) {
    if (!changes[entry.change]) throw new Error(`explained.json: no change is called ${entry.change}`);
    if (!entry.why) throw new Error(`explained.json: ${entry.change} has no reason`);
    changes[entry.change](entry);
}
// Of the paths that match with a part of theirs the validator takes the last: that has to be the longest.
description.paths = Object.fromEntries(Object.entries(description.paths).sort(([a], [b]) => a.length - b.length));
process.stdout.write(JSON.stringify(description));
