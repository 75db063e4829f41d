/**
 * What the package runs, lib/: the engine and its readers, and the command line
 * with the libraries that it needs; small, without comments. The types say what
 * they are.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));

/** @type {Record<string, string>} */
const modules = {
  engine: "wasm/engine.js",
  models: "wasm/models.js",
  formats: "wasm/formats/open.js",
  onnx: "wasm/formats/onnx.js",
};

/** @type {import("esbuild").BuildOptions} */
const how = {
  absWorkingDir: root,
  // As deep as wasm/: addresses relative to a module stay what they are.
  outdir: "lib",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

/** The command line takes these as they are in lib/. @type {import("esbuild").Plugin} */
const besideTheModules = {
  name: "beside-the-modules",
  setup(building) {
    building.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
      const full = relative(root, resolve(resolveDir, path)).replaceAll("\\", "/");
      const found = Object.keys(modules).find((name) => modules[name] === full);
      return found ? { path: `./${found}.js`, external: true } : undefined;
    });
  },
};

rmSync(`${root}lib`, { recursive: true, force: true });
const parts = await build({
  ...how,
  entryPoints: modules,
  splitting: true,
  external: ["node:*"],
});
const command = await build({
  ...how,
  entryPoints: { downhill: "cli/main.js" },
  platform: "node",
  plugins: [besideTheModules],
  // Some libraries ask for Node's own modules by `require`.
  banner: {
    js: `import { createRequire } from "node:module";
const require = createRequire(import.meta.url);`,
  },
});

/** The libraries in it, whose licences want to come along. */
const libraries = new Set(
  [parts, command].flatMap(({ metafile }) =>
    Object.keys(metafile?.inputs ?? {}).flatMap(
      (path) => /^node_modules\/([^/]+)\//.exec(path)?.[1] ?? [],
    ),
  ),
);
const licences = [...libraries].sort().map((name) => {
  const text = readFileSync(`${root}node_modules/${name}/LICENSE`, "utf8").trim();
  return `## ${name}\n\n${text}\n`;
});
writeFileSync(`${root}lib/LICENSES.md`, `# Libraries in these files\n\n${licences.join("\n")}`);
