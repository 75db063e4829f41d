/**
 * docs/add-a-lab.md, followed block by block in a copy of the repository: its types are checked and
 * who imports whom, the page is built, and the lab's own test opens it.
 */
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { read, root } from "../support/docs.js";

const exec = promisify(execFile);

/** @type {string} */
let folder;

/**
 * Blocks of the guide with the words before each, which say where it goes: "in a new file `…`"; or
 * before or after some text of the file that was named last.
 */
const blocks = [...read("docs/add-a-lab.md").matchAll(/([\s\S]*?)^```(\w+)\n([\s\S]*?)^```$/gm)]
  .map(([, words, language, code]) => ({ words, language, code }))
  .filter(({ language }) => language !== "sh");

/** A file of the repository that a sentence names. @param {string} words */
const fileIn = (words) => [...words.matchAll(/`((?:web|tests)\/[\w./-]+\.\w+)`/g)].at(-1)?.[1];

/** Does what the guide says. @returns {string[]} the files that are new */
function follow() {
  const created = [];
  for (const { words, code } of blocks) {
    const sentence = words.trim().split("\n\n").at(-1) ?? "";
    const [, side, place] = /(before|after) `([^`]+)`:$/.exec(sentence.trim()) ?? [];
    const file = lastFile(sentence);
    const path = join(folder, file);
    if (/in a new file `[^`]+`:$/i.test(sentence)) {
      assert.ok(!existsSync(path), `${file} is new`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, code);
      created.push(file);
      continue;
    }
    assert.ok(place, `“${sentence}” says where the block goes`);
    const source = readFileSync(path, "utf8");
    assert.equal(source.split(place).length, 2, `${file} has one ${place}`);
    const changed = side === "before" ? `${code}${place}` : `${place}\n${code.trimEnd()}`;
    writeFileSync(
      path,
      source.replace(place, () => changed),
    );
  }
  return created;
}

let named = "";

/** The file of a sentence, or of one before it. @param {string} sentence */
function lastFile(sentence) {
  named = fileIn(sentence) ?? named;
  return named;
}

/** @param {string} program  of node_modules/.bin @param {string[]} args */
const npx = (program, ...args) =>
  exec(join(root, "node_modules/.bin", program), args, { cwd: folder });

/** What went wrong is what it printed. @param {Promise<unknown>} run */
const succeeds = (run) =>
  run.catch((error) => assert.fail(`${error.stdout}\n${error.stderr || error.message}`));

describe("docs/add-a-lab.md", () => {
  /** @type {string[]} */
  let created;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "add-a-lab-"));
    const files = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" });
    const folders =
      /^(docs|tests\/(bench\/machine|engine\/golden|package|page|support)|tools|wasm|web)\b/;
    const isNeeded = (/** @type {string} */ name) =>
      folders.test(name) || /^[^/]+\.(c?js|json)$/.test(name);
    for (const path of files.trim().split("\n").filter(isNeeded)) {
      if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path));
    }
    for (const path of ["engine.wasm", "scalar.wasm", "tables.js", "types"]) {
      cpSync(join(root, "build", path), join(folder, "build", path), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    created = follow();
  });
  after(() => rmSync(folder, { recursive: true }));

  test("makes all parts of a lab, formatted as the project's files are", async () => {
    assert.equal(blocks.length, 12);
    for (const part of ["index.js", "queries.js", "turn.css", "view.js"]) {
      assert.ok(created.includes(`web/labs/turn/${part}`), part);
    }
    await succeeds(npx("biome", "ci", "--colors=off", "--error-on-warnings", "web", ...created));
  });

  test("keeps the types and the order of the layers", async () => {
    await succeeds(npx("tsc", "--noEmit"));
    await succeeds(npx("depcruise", "web", "wasm"));
  });

  test("gives a page in which the lab works", async () => {
    await succeeds(npx("vite", "build", "--logLevel", "error"));
    const own = ["--test", "tests/thorough/labs-turn.test.js"];
    await succeeds(exec(process.execPath, own, { cwd: folder, env: withoutRunner() }));
  });
});

/** A test that runs tests is no part of them. */
function withoutRunner() {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return env;
}
