/**
 * What README and the documentation show is true: JavaScript is run in a folder with the package
 * installed, the blocks of a page one after the other, and prints what the page says; commands
 * name what there is. C is compiled in tests/core/lib.test.js.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { asked } from "../../cli/usage.js";
import { loadEngine } from "../../wasm/engine.js";
import { fencesOf, GUIDES, read, root, SOURCES, snippetsOf } from "../support/docs.js";
import { asPyTorch } from "../support/model-file.js";

/** What a page says that the reader has, before its first block. @type {Record<string, string>} */
const GIVEN = {
  "docs/formats.md": `import * as files from "node:fs";
    const bytes = new Uint8Array(files.readFileSync("theirs.safetensors"));`,
  "docs/numerics.md": `import { loadEngine } from "downhill";
    const engine = await loadEngine();`,
};

/** Between what two blocks print. */
const BORDER = "---- next block ----";

/** @type {ReturnType<typeof import("../package/packed.js").installed>} */
let app;

/** The modern network under the names that PyTorch gives. */
async function theirs() {
  const engine = await loadEngine();
  return asPyTorch(engine.load(readFileSync(join(root, "web/models/pretrained.safetensors"))));
}

/**
 * Runs the blocks of a page as one module.
 * @param {string} page @param {{ code: string }[]} snippets
 * @returns {string[]} what each printed
 */
function printedBy(page, snippets) {
  const code = snippets.map((snippet) => snippet.code).join(`\nconsole.log("${BORDER}");\n`);
  const file = join(app.folder, `${page.replace(/\W/g, "-")}.js`);
  writeFileSync(file, `${GIVEN[page] ?? ""}\n${code}`);
  const { stdout, stderr, status } = spawnSync(process.execPath, [file], {
    cwd: app.folder,
    encoding: "utf8",
    timeout: 120_000,
  });
  assert.equal(status, 0, `${page}: ${stderr}`);
  return stdout.split(`${BORDER}\n`);
}

before(async () => {
  app = (await import("../package/packed.js")).installed();
  writeFileSync(join(app.folder, "theirs.safetensors"), await theirs());
});
after(() => app?.remove());

describe("JavaScript is run, and prints what the page says:", () => {
  const pages = SOURCES.filter((page) => !GUIDES.includes(page));
  for (const page of pages.filter((source) => snippetsOf(source, "js").length)) {
    test(page, () => {
      const snippets = snippetsOf(page, "js");
      const printed = printedBy(page, snippets);
      for (const [i, { prints, line }] of snippets.entries()) {
        if (prints !== null) assert.equal(printed[i], prints, `${page}:${line}`);
      }
    });
  }
});

test("the package's first example says what its comments say", () => {
  const [printed] = printedBy("docs/package.md", snippetsOf("docs/package.md", "js"));
  const [progress, quality, ...outputs] = printed.trim().split("\n");
  assert.match(progress, /^\{ steps: 2000, examples: 64000, cost: 0\.\d+ \}$/);
  const [accuracy, fingerprint] = quality.split(" ");
  assert.ok(Number(accuracy) > 0.85, quality);
  assert.match(fingerprint, /^[0-9a-f]{16}$/);
  const values = outputs.join(" ").match(/-?\d\.\d+(e-\d+)?/g) ?? [];
  const highest = values.map(Number).indexOf(Math.max(...values.map(Number)));
  assert.equal(highest, 1, `one stroke downwards is a 1: ${outputs.join(" ")}`);
});

test("blocks of code are in languages that are tested", () => {
  const known = ["", "c", "css", "js", "py", "sh", "text"];
  for (const page of SOURCES) {
    for (const { language, line } of fencesOf(page)) {
      assert.ok(known.includes(language), `${page}:${line}: ${language}`);
      const isGuide = GUIDES.includes(page);
      assert.ok(language !== "css" || isGuide, `${page}:${line}: nobody tests this`);
    }
  }
});

test("the program for PyTorch is the one among the examples", () => {
  const [{ code }] = fencesOf("docs/formats.md").filter(({ language }) => language === "py");
  assert.equal(code, read("examples/train.py"));
});

/** Times are this machine's. @param {string} text */
const timeless = (text) => text.replace(/\d+(\.\d)? (s|min)\b/g, "N s");

test("the command line prints what its page says, and knows every option that is shown", () => {
  const page = "docs/command-line.md";
  const command = join(app.folder, "node_modules/.bin/downhill");
  let count = 0;
  for (const { code, prints, line } of snippetsOf(page, "sh")) {
    for (const each of code.trim().split("\n")) {
      const [program, name, ...args] = each.match(/"[^"]*"|\S+/g) ?? [];
      if (program !== "npx" || name !== "downhill") continue;
      const plain = args.map((arg) => arg.replace(/^"|"$/g, ""));
      assert.ok(asked(plain), `${page}:${line}`);
      if (prints === null) continue;
      const printed = execFileSync(command, plain, { cwd: app.folder, encoding: "utf8" });
      assert.equal(timeless(printed), timeless(prints), `${page}:${line}`);
      count += 1;
    }
  }
  assert.ok(count >= 8, String(count));
});

describe("commands name what there is:", () => {
  const makefile = read("Makefile");
  const { version } = JSON.parse(read("package.json"));

  /** Files that a guide has its reader make. */
  const made = GUIDES.flatMap((page) =>
    [...read(page).matchAll(/[Ii]n a new file `([^`]+)`/g)].map(([, file]) => file),
  );

  /** @param {string} command */
  function faultIn(command) {
    const [program, ...args] = command.trim().split(/\s+/);
    const missing = (/** @type {string[]} */ paths) =>
      paths.find((path) => !made.includes(path) && !existsSync(root + path));
    if (program === "make") {
      const targets = args.filter((arg) => !arg.includes("="));
      return targets.find((target) => !new RegExp(`^${target}:`, "m").test(makefile));
    }
    if (program === "node") return missing(args.filter((arg) => /^\w+\/.*\.js$/.test(arg)));
    if (program === "cc") return missing(args.filter((arg) => /^(?!build)\w+\/.*\.c$/.test(arg)));
    if (program === "python3") return missing(args.slice(0, 1));
    if (program === "npx" && args[0] === "downhill") return asked(args.slice(1)) && undefined;
    if (program === "npm" && args.join(" ") === "init -y") return undefined;
    if (program === "npm") return command.includes(`downhill-${version}.tgz`) ? undefined : version;
    return program;
  }

  for (const page of SOURCES) {
    test(page, () => {
      const shell = fencesOf(page).filter(({ language }) => language === "sh");
      const lines = shell.flatMap(({ code }) => code.trim().split("\n"));
      const commands = lines.map((line) => line.replace(/\s+#.*/, "").split("&&")[0]);
      const inText = [...read(page).matchAll(/`(make [a-z][^`…]*)`/g)].map(([, code]) => code);
      for (const command of [...commands, ...inText]) {
        assert.equal(faultIn(command), undefined, `${page}: ${command}`);
      }
    });
  }

  test("the version of the package is right wherever it is named", () => {
    for (const page of SOURCES) {
      for (const [name, named] of read(page).matchAll(/downhill-(\d+\.\d+\.\d+)\.tgz/g)) {
        assert.equal(named, version, `${page}: ${name}`);
      }
    }
  });
});

test("files that are named in the text are there", () => {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  const known = listed.split("\n");
  const path = /`((?:core|docs|examples|tests|tools|wasm|web)\/[\w./-]+\.(?:c|css|h|js|md|json))`/g;
  for (const page of SOURCES.filter((source) => !GUIDES.includes(source))) {
    for (const [, file] of read(page).matchAll(path)) {
      assert.ok(known.includes(file), `${page}: ${file}`);
    }
  }
});
