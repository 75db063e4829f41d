/**
 * The layers of web/ and wasm/: who may import whom. `make check` checks it, and so does `npx
 * depcruise web wasm cli`. The types in JSDoc comments are no imports.
 */

/**
 * Modules that match `from` may import, of the project's, only each other and those that match
 * `allowed`.
 */
function only(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: from },
    to: { path: "^(web|wasm|cli)/", pathNot: [from, TEXTS, ...allowed] },
  };
}

const TEXTS = "^web/texts/";
const QUERIES = "^web/labs/[^/]+/queries\\.js$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two modules that import each other are one module.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "wasm",
      comment: "The engine knows nothing of pages.",
      severity: "error",
      from: { path: "^wasm/" },
      to: { path: "^web/" },
    },
    only("cli", "The command line shares the engine and plain values with the page.", "^cli/", [
      "^wasm/",
      "^web/common/",
    ]),
    only("texts", "Words know numbers and their form, and nothing else.", TEXTS, ["^web/common/"]),
    only(
      "common",
      "Values that both sides of the worker share import nothing of either side.",
      "^web/common/",
      ["^wasm/(recipes|tables)\\.js$"],
    ),
    {
      name: "engine-tables",
      comment: "The page's side has the engine's lists and ranges from one module.",
      severity: "error",
      from: { path: "^web/common/", pathNot: "^web/common/engine-tables\\.js$" },
      to: { path: "^wasm/tables\\.js$" },
    },
    only("worker", "The worker knows nothing of what is seen.", "^web/worker/", [
      "^web/common/",
      "^wasm/",
      QUERIES,
    ]),
    only("queries", "A lab's queries run in the worker.", QUERIES, [
      "^web/common/",
      "^web/worker/(model-files|noise-survey|reading|scheduling)\\.js$",
      "^wasm/",
    ]),
    only(
      "model",
      "The page's state knows nothing of how it is shown; of the worker, only types.",
      "^web/model/",
      ["^web/common/"],
    ),
    only(
      "ui",
      "Building blocks know the state, but no lab and nothing of the worker.",
      "^web/ui/",
      ["^web/(common|model)/"],
    ),
    only(
      "shell",
      "What is around the labs knows no lab and nothing of the worker.",
      "^web/shell/",
      ["^web/(common|model|ui)/"],
    ),
    {
      name: "labs",
      comment:
        "A lab asks the session; it knows neither the worker nor the shell, nor another lab.",
      severity: "error",
      from: { path: "^web/labs/([^/]+)/", pathNot: QUERIES },
      to: { path: "^(web|wasm)/", pathNot: ["^web/labs/$1/", "^web/(common|model|texts|ui)/"] },
    },
    {
      name: "queries-run-in-the-worker",
      comment:
        "The page's side of a lab asks by name; it must not bring the engine's side with it.",
      severity: "error",
      from: { path: "^web/", pathNot: "^web/worker/" },
      to: { path: QUERIES },
    },
    only(
      "plans",
      "The page of lesson plans has no network: it links to the page that has.",
      "^web/plans/",
      ["^web/(common|shell|ui)/"],
    ),
    {
      name: "list-of-labs",
      comment: "labs/index.js loads each lab when it is needed, by a glob.",
      severity: "error",
      from: { path: "^web/labs/index\\.js$" },
      to: {
        path: "^(web|wasm)/",
        pathNot: "^web/labs/[^/]+/index\\.js$|^web/common/labs\\.js$|^web/texts/",
      },
    },
    {
      name: "composition-root",
      comment: "main.js puts everything together but starts the worker by its address.",
      severity: "error",
      from: { path: "^web/[^/]+\\.js$" },
      to: {
        path: "^(web|wasm)/",
        pathNot: "^web/(common|model|shell|texts|ui)/|^web/labs/index\\.js$",
      },
    },
  ],
  options: {
    includeOnly: "^(web|wasm|cli)/",
    exclude: "\\.(css|safetensors|wasm)(\\?|$)",
    doNotFollow: { path: "node_modules" },
    moduleSystems: ["es6"],
    skipAnalysisNotInRules: true,
  },
};
