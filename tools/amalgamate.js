/**
 * The C engine as two files for other people's programs:
 *
 *   node tools/amalgamate.js FOLDER   writes FOLDER/downhill.h and FOLDER/downhill.c
 *
 * The header has what a user of the engine needs, the source all the rest of core/. Names that two
 * sources of core/ use for different things are renamed by macros around each.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);

/** Headers that are public, but for tables, inline functions and the types of rows. */
const HEADERS = [
  ...["attack.h", "dataset.h", "digit.h", "inference.h", "ink.h", "landscape.h"],
  ...["model_file.h", "noise.h", "selftest.h", "trainer.h"],
];

/** What is public of the other headers, each with the declarations it stands among. */
const NAMES = [
  ...["nn_list", "nn_list_name", "nn_list_find", "nn_storage", "nn_setting", "nn_settings"],
  ...["NN_SIGMOID", "nn_activation_list", "NN_SIGMOID_OUTPUT", "NN_QUADRATIC", "nn_output_list"],
  ...["NN_SGD", "nn_optimizer_list", "NN_MAX_LAYERS", "nn_layer", "nn_network", "nn_functions"],
  ...["nn_network_new", "nn_network_clone", "nn_network_functions", "nn_network_parameter_count"],
  ...["nn_network_is_finite", "nn_network_to_canonical", "nn_network_fingerprint"],
  ...["nn_workspace", "nn_workspace_new", "nn_row", "nn_augment", "nn_handwriting"],
];

/** Types of which a user needs pointers alone. */
const OPAQUE = ["nn_activation", "nn_output", "nn_cost"];

/** Types of rows of tables. */
const ROWS = ["nn_noise_entry", "nn_schedule"];

/** @param {string} name of a file of core/ */
const read = (name) => readFileSync(new URL(`core/${name}`, root), "utf8");
const names = readdirSync(new URL("core/", root)).sort();
const headers = names.filter((name) => name.endsWith(".h"));
const sources = names.filter((name) => name.endsWith(".c"));

/** @param {string} text @returns {string[]} */
const includes = (text) => [...text.matchAll(/^#include "(.+)"$/gm)].map(([, name]) => name);

/** Without comments, texts and attributes. @param {string} text */
const codeOf = (text) =>
  text
    .replace(/\/\*.*?\*\/|"(?:\\.|[^"\\\n])*"/gs, " ")
    .replace(/__attribute__\s*\(\((?:[^()]|\([^()]*\))*\)\)/g, " ");

/** @param {string} text @returns {string[]} */
const macrosOf = (text) => [...text.matchAll(/^#define (\w+)/gm)].map(([, name]) => name);

/** Without include guard and includes of core. @param {string} name of a header */
const bodyOf = (name) =>
  read(name)
    .replace(/^#ifndef (\w+)\n#define \1\n/m, "\n")
    .replace(/^#endif\s*$(?![\s\S]*#endif)/m, "")
    .replace(/^#include ".+"\n/gm, "");

/** Its macros are for single sources, not for all that follows. @param {string} name */
const isLocal = (name) => macrosOf(bodyOf(name)).some((macro) => !/^(NN|V4)_/.test(macro));

/** Headers, each after those that it includes. @type {string[]} */
const ordered = [];
/** @param {string} name */
function order(name) {
  if (ordered.includes(name)) return;
  for (const included of includes(read(name))) order(included);
  ordered.push(name);
}
headers.forEach(order);

/**
 * The parts between blank lines, outside of braces, comments and #if.
 * @param {string} text
 */
function partsOf(text) {
  /** @type {string[]} */ const parts = [];
  let part = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("extern ") && part.startsWith("extern ")) {
      parts.push(part);
      part = "";
    }
    if (line || depthOf(part)) part += `${line}\n`;
    else if (part) {
      parts.push(part);
      part = "";
    }
  }
  return part ? [...parts, part] : parts;
}

/** Names of an enum's constants, without their values. @param {string} list */
const constantsOf = (list) =>
  list.split(",").flatMap((one) => one.match(/[A-Z]\w+/)?.slice(0, 1) ?? []);

/** How many braces, comments and #if are open at the end. @param {string} text */
function depthOf(text) {
  const code = codeOf(text);
  const count = (/** @type {RegExp} */ pattern) => code.match(pattern)?.length ?? 0;
  const conditions = count(/^#if/gm) - count(/^#endif/gm);
  return count(/\{/g) - count(/\}/g) + conditions + count(/\/\*/g);
}

/** Enums' constants and names of types. @param {string} code @returns {string[]} */
function typesIn(code) {
  const enums = [...code.matchAll(/\benum\b[^{;]*\{([^}]*)\}/g)];
  const types = [...code.matchAll(/(?:\}|^typedef [^{;]*?) *(\w+);/gm)];
  const constants = enums.flatMap(([, list]) => constantsOf(list));
  return [...constants, ...types.map(([, name]) => name)];
}

/** The names it declares for others. @param {string} part of a header */
function declaredIn(part) {
  const code = codeOf(part);
  const functions = [...code.matchAll(/^\w[^={;]*?(\w+)\(/gm)].map(([, name]) => name);
  const variables = [...code.matchAll(/^extern [^;]+;/gm)].flatMap(
    ([line]) => line.match(/\w+(?=[,;[])/g) ?? [],
  );
  return [...typesIn(code), ...functions, ...variables, ...macrosOf(part)];
}

/** @param {string} part of a header @param {string} name of that */
function isPublic(part, name) {
  const declared = declaredIn(part);
  if (declared.some((each) => NAMES.includes(each))) return true;
  const isTable = /^extern (?!const nn_(list|settings) )/m.test(part);
  const isHidden = isTable || /^static inline/m.test(part);
  return HEADERS.includes(name) && !isHidden && !declared.some((each) => ROWS.includes(each));
}

/**
 * The parts of the headers, public or not. With a part comes what its header says at the top.
 */
function sorted() {
  const missing = new Set([...NAMES, ...OPAQUE]);
  const systemIncludes = new Set();
  const publicParts = OPAQUE.map((type) => `typedef struct ${type} ${type};\n`);
  /** @type {string[]} */ const privateParts = [];
  for (const name of ordered.filter((header) => !isLocal(header))) {
    const [top, ...parts] = partsOf(bodyOf(name));
    const shown = parts.map((part) => isPublic(part, name));
    (shown.includes(true) ? publicParts : privateParts).push(top);
    for (const [i, part] of parts.entries()) {
      const declared = declaredIn(part);
      for (const each of declared) missing.delete(each);
      const isInclude = /^(#include <.+>\s*)+$/.test(part);
      const opaque = OPAQUE.find((type) => declared.includes(type));
      if (opaque) privateParts.push(defined(part, opaque));
      else if (isInclude && HEADERS.includes(name)) systemIncludes.add(part);
      else (shown[i] ? publicParts : privateParts).push(part);
    }
  }
  if (missing.size) throw new Error(`no header of core/ declares ${[...missing].join(", ")}`);
  return { publicParts, privateParts, systemIncludes };
}

/** The definition of a type that is declared already. @param {string} part @param {string} type */
const defined = (part, type) =>
  part.replace("typedef struct {", `struct ${type} {`).replace(`} ${type};`, "};");

/** Names that are this source's only. @param {string} text */
function ownNames(text) {
  const code = codeOf(text);
  const statics = [...code.matchAll(/^static [^;={]*?(\w+)(?=\(|\[| =|;)/gm)];
  return new Set([...typesIn(code), ...statics.map(([, name]) => name)]);
}

/** @type {Map<string, number>} in how many sources a name has file scope */
const uses = new Map();
for (const name of sources) {
  for (const own of ownNames(read(name))) uses.set(own, (uses.get(own) ?? 0) + 1);
}

/** A source between macros that give its names their own meaning. @param {string} name */
function sourceOf(name) {
  const text = read(name);
  const local = includes(text).filter(isLocal);
  const renamed = [...ownNames(text)].filter((own) => Number(uses.get(own)) > 1);
  const macros = [text, ...local.map(bodyOf)].flatMap(macrosOf);
  return [
    `/* ==== core/${name} ==== */\n\n`,
    ...renamed.map((own) => `#define ${own} ${name.replace(/\.c$/, "")}_${own}\n`),
    ...local.map(bodyOf),
    text.replace(/^#include ".+"\n/gm, ""),
    ...[...renamed, ...macros].map((macro) => `#undef ${macro}\n`),
    "\n",
  ].join("");
}

const license = readFileSync(new URL("LICENSE", root), "utf8").trim();
/** @param {string} title */
const titled = (title) =>
  `/*\n${`${title}\n\n${license}`.replace(/^(?=.)/gm, " * ").replace(/^$/gm, " *")}\n */\n`;

const { publicParts, privateParts, systemIncludes } = sorted();
const headerTitle = "Downhill: trains small networks on 28 × 28 digits. Use it with downhill.c.";
const header = `${titled(headerTitle)}\
#ifndef DOWNHILL_H
#define DOWNHILL_H

${[...systemIncludes].join("")}
#ifdef __cplusplus
extern "C" {
#endif

${publicParts.join("\n")}
#ifdef __cplusplus
}
#endif

#endif
`;
const sourceTitle = "Downhill's source, for GCC and Clang: C11, compiled with -ffp-contract=off.";
const source = `${titled(sourceTitle)}\
#include "downhill.h"

${privateParts.join("\n")}
${sources.map(sourceOf).join("")}`;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("a folder is needed: node tools/amalgamate.js FOLDER");
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/downhill.h`, header);
writeFileSync(`${folder}/downhill.c`, source);
