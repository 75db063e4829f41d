// make types: wasm/exports.c as a TypeScript declaration, so that the compiler knows what wasm/*.js
// calls. Writes build/types/wasm/exports.d.ts.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @typedef {{ type: string, name: string }} Declared a parameter, or a function and its result */

const numbers = /^(|_Bool|bool|char|(short|long)?( ?int)?|float|double|size_t|u?int(8|16|32)_t)$/;
const bigints = /^(long long( int)?|u?int64_t)$/;

/** C without comments and preprocessor lines. @param {string} source */
const bare = (source) =>
  source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, " ").replace(/^[ \t]*#(?:.*\\\n)*.*/gm, "");

/** Names of enums, which cross the boundary as numbers. @param {string} header C */
export const enumsOf = (header) =>
  [...bare(header).matchAll(/\btypedef\s+enum\b[^;{]*\{[^}]*\}\s*(\w+)\s*;/g)].map(
    ([, name]) => name,
  );

/**
 * The type that a C type has in JavaScript.
 * @param {string} type @param {string} where @param {readonly string[]} enums
 */
function typeOf(type, where, enums) {
  if (/[*[]/.test(type)) return "Pointer";
  const words = type.split(/\W+/).filter(Boolean);
  const name = words.filter((word) => !/^(const|(un)?signed|inline)$/.test(word)).join(" ");
  if (name === "void") return "void";
  if (numbers.test(name) || enums.includes(name) || words.includes("enum")) return "number";
  if (bigints.test(name)) return "bigint";
  throw new Error(`${where}: how is ${JSON.stringify(type)} seen from JavaScript?`);
}

/** @param {string} text `const float *u` @param {string} where @returns {Declared} */
function declared(text, where) {
  const [, type, name, array] = /^([\s\S]*?)(\w+)\s*(\[[^\]]*\])?$/.exec(text.trim()) ?? [];
  if (!type?.trim())
    throw new Error(`${where}: expected a type and a name, got ${JSON.stringify(text)}`);
  return { type: type.trim() + (array ?? ""), name };
}

/**
 * A declaration of everything that exports.c marks with EXPORT.
 * @param {string} source exports.c @param {readonly string[]} [enums] that its headers define
 */
export function declarationOf(source, enums = []) {
  const code = bare(source);
  const marked = code.matchAll(/([\w\s*]+?)\bEXPORT\s*\(\s*(\w+)\s*\)\s*\(([^{;]*)\)\s*[{;]/g);
  const functions = [...marked].map(([, result, name, list]) => {
    if (/[()]/.test(list)) throw new Error(`${name}: a function is no parameter`);
    const given = list.trim() === "void" || list.trim() === "" ? [] : list.split(",");
    const parameters = given.map((one) => declared(one, name));
    const types = parameters.map((one) => `${one.name}: ${typeOf(one.type, name, enums)}`);
    const c = `${result.trim()} ${name}(${list.trim() || "void"})`.replace(/\s+/g, " ");
    const type = `(${types.join(", ")}) => ${typeOf(result, name, enums)}`;
    return `  /** ${c.replace("* ", "*")} */\n  ${name}: ${type};`;
  });
  const count = code.match(/\bEXPORT\b/g)?.length ?? 0;
  if (functions.length !== count) {
    throw new Error(`${count} functions are marked EXPORT, ${functions.length} are understood`);
  }
  return `// What the WebAssembly module exports. Generated from wasm/exports.c by \`make types\`.

/** A byte offset into the module's memory; 0 is NULL. */
export type Pointer = number;

export interface Exports {
  memory: WebAssembly.Memory;
  /** Start-up code, which not every Emscripten has. */
  __wasm_call_ctors?: () => void;
  _initialize?: () => void;
${functions.join("\n")}
}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL("..", import.meta.url);
  const headers = readdirSync(new URL("core", root)).filter((name) => name.endsWith(".h"));
  const enums = headers.flatMap((name) =>
    enumsOf(readFileSync(new URL(`core/${name}`, root), "utf8")),
  );
  const source = readFileSync(new URL("wasm/exports.c", root), "utf8");
  mkdirSync(new URL("build/types/wasm", root), { recursive: true });
  writeFileSync(new URL("build/types/wasm/exports.d.ts", root), declarationOf(source, enums));
}
