import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import pxToRem from "postcss-pxtorem";
import subsetFont from "subset-font";
import { defineConfig, minify } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { CONTENT_SECURITY_POLICY } from "./tools/security-headers.js";
import { toPlanes } from "./wasm/byte-planes.js";

const mnist = new URL("./build/data/", import.meta.url);

/**
 * `make dev` serves ./data/ from build/data, as dist/data does in the built page.
 *
 * @returns {import("vite").Plugin}
 */
function mnistInDevelopment() {
  return {
    name: "mnist",
    configureServer({ middlewares }) {
      middlewares.use("/data/", (request, response) => {
        const name = /^\/([a-z0-9-]+\.gz)$/.exec(request.url ?? "")?.[1];
        const file = name && new URL(name, mnist);
        if (!file || !existsSync(file)) {
          response.writeHead(404).end();
          return;
        }
        response.setHeader("Content-Type", "application/gzip");
        createReadStream(file).pipe(response);
      });
    },
  };
}

/**
 * The policy stands in the page, since its host may send no headers: after start.js, which Firefox
 * would else refuse on a disk. The development server's page has none: it writes scripts and styles
 * into the page.
 *
 * @returns {import("vite").Plugin}
 */
function securityPolicy() {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}" />`;
  return {
    name: "policy",
    apply: "build",
    transformIndexHtml: (html) => html.replace(/<script defer.*/, `$&\n    ${meta}`),
  };
}

/** @returns {import("vite").Plugin} */
function smallerStart() {
  const path = new URL("./web/public/start.js", import.meta.url);
  return {
    name: "start",
    apply: "build",
    async generateBundle() {
      const { code } = await minify("start.js", readFileSync(path, "utf8"));
      this.emitFile({ type: "asset", fileName: "start.js", source: code });
    },
  };
}

/**
 * Puts web/common/load-files.js in the place of Vite's own way to fetch what an import() needs.
 *
 * @returns {import("vite").Plugin}
 */
function importsWithRetries() {
  const path = fileURLToPath(new URL("./web/common/load-files.js", import.meta.url));
  return {
    name: "imports",
    apply: "build",
    enforce: "pre",
    load: (id) =>
      id === "\0vite/preload-helper.js"
        ? `export { loadFiles as __vitePreload } from ${JSON.stringify(path)};`
        : null,
  };
}

/**
 * The service worker keeps a file of ./data/, a model, the scalar engine or what reads and writes
 * ONNX for good, so it must not take for one what a host or a network's login page says in its
 * place. (The contents of all but the script are verified where they are used.) The function is
 * written into the service worker as text, and can use nothing from this file.
 *
 * @param {{ request: Request, response: Response }} answer
 */
async function onlyFiles({ request, response }) {
  const type = response.headers.get("content-type") ?? "";
  const isScript = request.url.endsWith(".js") && /javascript/.test(type);
  if (response.status !== 200 || (type.startsWith("text/") && !isScript)) return null;
  // To its end: it fails where the connection does.
  const bytes = new Uint8Array(await response.clone().arrayBuffer());
  const start = [...bytes.subarray(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  // Of gzip, and of IDX where the host says that gzip is the encoding; of models and WebAssembly.
  const starts = request.url.endsWith(".gz") ? /^(1f8b|000008)/ : /^(706c616e6573310a|0061736d)/;
  return isScript || starts.test(start) ? response : null;
}

/** The folder of the built page. */
let built = "";

/** @type {import("vite").Plugin} */
const noteFolder = {
  name: "folder",
  configResolved: ({ root, build }) => {
    built = resolve(root, build.outDir);
  },
};

/**
 * The checksums of the files that the service worker fetches in advance: the browser refuses what
 * is not such a file, of another version or a login page say, and tries again with the next visit.
 *
 * @param {{ url: string }[]} entries
 */
function withChecksums(entries) {
  const manifest = entries.map((entry) => {
    const bytes = readFileSync(join(built, entry.url));
    const integrity = `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
    return { ...entry, integrity };
  });
  return { manifest };
}

/**
 * Leaves out the indentation of the sources: inside the templates of the page the browser would
 * collapse it anyway, and no minifier may know that. Saves about 3 kB of the first visit.
 *
 * @returns {import("vite").Plugin}
 */
function withoutIndentation() {
  return {
    name: "indentation",
    apply: "build",
    enforce: "pre",
    transform: (code, id) =>
      /\/web\/(labs|shell|texts|ui)\/.*\.js$/.test(id)
        ? { code: code.replace(/\n[ \t]+/g, "\n"), map: null }
        : null,
  };
}

/**
 * package.json says of the package that its modules have no effects but what they export. The
 * page's have: they define its elements. (And of the engine's the worker gets one file, not three.)
 *
 * @returns {import("vite").Plugin}
 */
function ownModulesHaveEffects() {
  const isOwn = (/** @type {string} */ id) => !id.includes("/node_modules/");
  return {
    name: "effects",
    apply: "build",
    enforce: "pre",
    transform: (code, id) => (isOwn(id) ? { code, map: null, moduleSideEffects: true } : null),
  };
}

/**
 * Code points of what the page's font is used for: the letters of the page's language, and signs.
 * Other letters, in the name of a visitor's file say, are those of the system's font.
 */
const LETTERS = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xb1, 0xb2],
  [0xb7, 0xb7],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2013, 0x2013],
  [0x2019, 0x2019],
  [0x201c, 0x201d],
  [0x2026, 0x2026],
  [0x2032, 0x2032],
  [0x2191, 0x2193],
  [0x2212, 0x2212],
];

/**
 * Leaves in the font what the page uses: letters, weights, kerning and digits of one width (and no
 * other forms of letters, a third of the file). 15 kB instead of 48.
 *
 * @returns {import("vite").Plugin}
 */
function smallerFont() {
  const text = LETTERS.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
  ).join("");
  const options = {
    targetFormat: /** @type {const} */ ("woff2"),
    variationAxes: { wght: { min: 400, max: 700 } },
    keepFeatures: ["kern", "tnum"],
  };
  return {
    name: "font",
    apply: "build",
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || !file.fileName.endsWith(".woff2")) continue;
        file.source = await subsetFont(Buffer.from(file.source), text, options);
      }
    },
  };
}

/**
 * Models in the order in which they compress best: 4 kB less on a first visit.
 *
 * @returns {import("vite").Plugin}
 */
function smallerModels() {
  return {
    name: "models",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || !file.fileName.endsWith(".safetensors")) continue;
        file.source = toPlanes(Buffer.from(file.source));
      }
    },
  };
}

/**
 * The pixels of the style sheets are those of a browser with its usual font size of 16 px: built,
 * they are rem, so that the whole page grows with the size of text that its reader has chosen, as
 * if it were zoomed; the drawings do so too, see `unit` of web/ui/canvas.js. Hairlines stay, and so
 * does text in SVG, which grows with its picture.
 */
const withTheFontSize = pxToRem({
  propList: ["*"],
  mediaQuery: true,
  minPixelValue: 2,
  selectorBlackList: [/svg text|\.tick/],
});

/** Shared modules that the first screen does without. */
const LATER = new RegExp(
  `/web/(${[
    "model/experiment",
    "common/(binary-numbers|downhill-numbers|example-cost|fine-tuning|hardness|signed-numbers)",
    "common/(file-kind|typed-numbers)",
    "shell/open-model",
    "texts/en/(controls|lab-charts|open-model)",
    "ui/(announce|controls|copy-text|formula|link-field|query-controller|save-file|setting-text)",
    "ui/(slideshow-controller|typed-field|charts/accuracy-vs-epsilon)",
  ].join("|")})\\.js$`,
);

/** @param {string} path  in web/ */
const fileOf = (path) => fileURLToPath(new URL(`./web/${path}`, import.meta.url));

/** Puts each text where it is used: as exports of modules, they take 0.7 kB more. */
const OPTIMIZATION = { inlineConst: { mode: /** @type {const} */ ("all"), pass: 1 } };

export default defineConfig({
  root: "web",
  base: "./",
  css: { postcss: { plugins: [withTheFontSize] } },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What several files share comes in one: it is smaller so than in many. What only labs and
    // dialogs share is no part of the first screen.
    rolldownOptions: {
      // tools/docs.js takes the style sheet of the documentation from dist/assets.
      input: { index: fileOf("index.html"), docs: fileOf("styles/docs.css") },
      optimization: OPTIMIZATION,
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "later", test: LATER, minShareCount: 2, priority: 1 },
            { name: "shared", minShareCount: 2 },
          ],
        },
      },
    },
  },
  worker: {
    format: "es",
    plugins: () => [ownModulesHaveEffects()],
    rolldownOptions: { optimization: OPTIMIZATION },
  },
  assetsInclude: ["**/*.safetensors"],
  server: { strictPort: true, fs: { allow: [".."] } },
  plugins: [
    ownModulesHaveEffects(),
    withoutIndentation(),
    smallerFont(),
    smallerModels(),
    mnistInDevelopment(),
    noteFolder,
    securityPolicy(),
    smallerStart(),
    importsWithRetries(),
    VitePWA({
      registerType: "prompt",
      // web/shell/new-version.js registers it.
      injectRegister: false,
      manifest: {
        id: "./",
        name: "Downhill",
        short_name: "Downhill",
        description: "Watch a neural network learn to read digits, by gradient descent",
        display: "standalone",
        background_color: "#0c0f14",
        theme_color: "#0c0f14",
        categories: ["education"],
        // Model files of the system's file manager open in the page that is there already.
        launch_handler: { client_mode: "focus-existing" },
        file_handlers: [
          { action: "./", accept: { "application/octet-stream": [".safetensors", ".onnx"] } },
        ],
        // `node tools/pictures.js` makes them.
        icons: [
          { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
          { src: "icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "icon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        ],
        screenshots: [
          { src: "screen-wide.webp", sizes: "1280x800", type: "image/webp", form_factor: "wide" },
          { src: "screen-narrow.webp", sizes: "390x844", type: "image/webp" },
        ],
      },
      // The page works offline after the first visit, whatever follows the "?" of its address;
      // MNIST, the large network, ONNX and the engine for old machines once they were asked for.
      workbox: {
        inlineWorkboxRuntime: true,
        // A new version waits until the old one's tabs are closed, or their user agrees, since its
        // files take the place of those that an open page may still need. The first version is in
        // use at once.
        skipWaiting: false,
        clientsClaim: true,
        ignoreURLParametersMatching: [/./],
        runtimeCaching: [
          {
            urlPattern: /\/data\/[^/]+\.gz$|\.safetensors$|\/scalar-[^/]+\.wasm$|\/onnx-[^/]+\.js$/,
            handler: "CacheFirst",
            options: { cacheName: "data", plugins: [{ cacheWillUpdate: onlyFiles }] },
          },
        ],
        globPatterns: [
          "**/*.{html,js,css,wasm,svg,woff2}",
          "assets/{lesson,pretrained}-*.safetensors",
        ],
        manifestTransforms: [/** @type {any} */ (withChecksums)],
        globIgnores: ["data/**", "docs/**", "assets/docs-*", "assets/{scalar,onnx}-*"],
        navigateFallback: null,
      },
    }),
  ],
});
