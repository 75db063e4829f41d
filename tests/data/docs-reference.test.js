/**
 * The references have all that is public: of the package as it is loaded, of the C header as text.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { settings } from "../../build/tables.js";
import { loadEngine, Path } from "../../wasm/engine.js";
import { read, root } from "../support/docs.js";

/** @param {string} file  of dist/docs */
const built = (file) => readFileSync(join(root, "dist/docs", file), "utf8");
/** @param {string} html */
const idsOf = (html) => new Set([...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id));

const api = built("api.html");
const ids = idsOf(api);

/** For the engine's other objects, as their comments say. */
const INNER = ["pointer"];

const engine = await loadEngine();
const data = engine.handwriting({ count: 20, seed: 1 });
const net = engine.network({ seed: 1 });
const trainer = net.trainer(data);
const objects = { Engine: engine, Dataset: data, Network: net, Trainer: trainer, Path: new Path() };

/** What can be called and read of an object. @param {object} object @returns {string[]} */
function membersOf(object) {
  const own = Object.keys(object);
  const inherited = Object.getOwnPropertyNames(Object.getPrototypeOf(object));
  return [...own, ...inherited].filter((name) => name !== "constructor" && !INNER.includes(name));
}

describe("the JavaScript reference", () => {
  const { exports } = JSON.parse(read("package.json"));
  const modules = Object.entries(exports).filter(([, target]) => target.types);

  for (const [name, { default: path, types }] of modules) {
    test(`has all that "${name}" exports`, async () => {
      const names = Object.keys(await import(join(root, path)));
      const typed = read(types).matchAll(/^export type (\w+) =/gm);
      // Of the formats' types it is the class of that name.
      for (const exported of [...names, ...[...typed].map(([, type]) => type)]) {
        assert.ok(ids.has(exported), exported);
      }
    });
  }

  for (const [type, object] of Object.entries(objects)) {
    test(`has each property and method of ${type}`, () => {
      const members = membersOf(object);
      assert.ok(members.length >= 4, members.join(" "));
      for (const name of members) assert.ok(ids.has(`${type}.${name}`), `${type}.${name}`);
      if (Symbol.dispose && Symbol.dispose in object) {
        assert.ok(ids.has(`${type}.[Symbol.dispose]`), `${type} can be used with using`);
      }
    });
  }

  test("has each option of a network, a trainer and an attack, with its default", () => {
    const types = { network: "NetworkOptions", trainer: "TrainerOptions", attack: "AttackOptions" };
    const groups = { augment: "Augment", harden: "Hardening" };
    for (const [table, type] of Object.entries(types)) {
      for (const { name } of /** @type {any} */ (settings)[table]) {
        const [option, member] = name.split(".");
        assert.ok(ids.has(`${type}.${option}`), `${type}.${option}`);
        if (!member) continue;
        const group = /** @type {Record<string, string>} */ (groups)[option];
        assert.ok(ids.has(`${group}.${member}`), `${group}.${member}`);
      }
    }
    const row = (/** @type {string} */ id) => api.split(`<tr id="${id}">`)[1].split("</tr>")[0];
    assert.match(row("TrainerOptions.batchSize"), /1…4,096, by default 32/);
    assert.match(row("NetworkOptions.hidden"), /by default <code>&quot;sigmoid&quot;/);
  });

  test("says something of each", () => {
    for (const [, id, rest] of api.matchAll(/<h4 id="([^"]+)">([\s\S]*?)<\/section>/g)) {
      assert.match(rest, /<p>[^<]|<p><code>|<dd>/, id);
    }
    for (const [, id, text] of api.matchAll(/<h3 id="(\w+)">([\s\S]*?)(?=<h[23] )/g)) {
      assert.match(text, /<p>\w|<tr id=|<code>type <a/, id);
    }
    assert.doesNotMatch(api, /@(param|returns|type|readonly|internal)\b|undefined|\[object/);
  });

  test("shows nothing of the inside", () => {
    assert.doesNotMatch(api, /\bHeap\b|\bExports\b|>pointer/);
  });
});

test("the C reference has each function, type, list and constant of the header", () => {
  const found = idsOf(built("c-api.html"));
  const header = read("build/lib/downhill.h").replace(/\/\*[\s\S]*?\*\//g, "");
  const functions = [...header.matchAll(/\b(nn_\w+)\s*\(/g)].filter(([, name]) => name);
  const types = [...header.matchAll(/(?:^\}|^typedef struct \w+) (nn_\w+);/gm)];
  const lists = [...header.matchAll(/\b(nn_\w+_(?:list|settings))\b(?=[,;])/g)];
  const names = new Set([...functions, ...types, ...lists].map(([, name]) => name));
  assert.ok(names.size > 60, `${names.size} names`);
  for (const name of names) assert.ok(found.has(name), name);
});

test("each dependency is on its page, with its version and what it is for", () => {
  const { devDependencies } = JSON.parse(read("package.json"));
  const page = read("docs/dependencies.md");
  for (const [name, version] of Object.entries(devDependencies)) {
    if (/^@types\//.test(name) || /^@tensorflow\/tfjs-(layers|backend)/.test(name)) {
      assert.ok(page.includes(name), name);
    } else assert.match(page, new RegExp(`^\\| ${name} \\| ${version} \\| .*\\w{3}`, "m"));
  }
});
