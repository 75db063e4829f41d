import { createReadStream, existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pxToRem from "postcss-pxtorem";
import { defineConfig, minify } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { smallerFont, smallerModels } from "./tools/page/assets.js";
import {
  FOLDER,
  IS_MIRRORED,
  LANGUAGE,
  ownFolder,
  ownFrame,
  ownTexts,
  quotedTexts,
} from "./tools/page/language.js";
import { manifest } from "./tools/page/manifest.js";
import { noteFiles, onlyFiles, ownEntries } from "./tools/page/offline.js";
import { CONTENT_SECURITY_POLICY } from "./tools/security-headers.js";

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
      /\/web\/(labs|plans|shell|texts|ui)\/.*\.js(\?quoted)?$/.test(id)
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
    "shell/(language|languages|open-model)",
    "texts/[a-z]+/(class|controls|lab-charts|link-field|open-model|shell-(footer|settings))",
    "ui/(announce|controls|copy-text|formula|link-field|query-controller|save-file|setting-text)",
    "ui/(slideshow-controller|typed-field|charts/accuracy-vs-epsilon)",
  ].join("|")})\\.js$`,
);

/** What class links, handouts and lesson plans share: a file of its own, which the first screen
 * does without. */
const QR_CODE = /\/(lean-qr\/.*|web\/ui\/qr-code)\.(m?js|css)$/;

/** @param {string} path  in web/ */
const fileOf = (path) => fileURLToPath(new URL(`./web/${path}`, import.meta.url));

/** What is kept for use without a network once it was asked for. */
const USED_LATER = new RegExp(
  [
    "/data/[^/]+\\.gz",
    "\\.safetensors",
    "/scalar-[^/]+\\.wasm",
    "/(onnx|class-dialog|class-bar)-[^/]+\\.(js|css)",
  ]
    .map((end) => `${end}$`)
    .join("|"),
);

/** Puts each text where it is used: as exports of modules, they take 0.7 kB more. */
const OPTIMIZATION = { inlineConst: { mode: /** @type {const} */ ("all"), pass: 1 } };

export default defineConfig({
  root: "web",
  base: "./",
  css: { postcss: { plugins: [withTheFontSize] } },
  build: {
    // English is built first; the other languages come beside it, but for the one for tests.
    outDir: IS_MIRRORED ? "../build/mirrored" : "../dist",
    emptyOutDir: !FOLDER || IS_MIRRORED,
    copyPublicDir: !FOLDER || IS_MIRRORED,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What several files share comes in one: it is smaller so than in many. What only labs and
    // dialogs share is no part of the first screen.
    rolldownOptions: {
      // tools/docs.js takes the style sheet of the documentation from dist/assets.
      input: {
        index: fileOf("index.html"),
        plans: fileOf("plans.html"),
        ...(FOLDER ? {} : { docs: fileOf("styles/docs.css") }),
      },
      // A template that nobody uses is left out, though Lit would be called for it.
      treeshake: { manualPureFunctions: ["html"] },
      optimization: OPTIMIZATION,
      output: {
        // The font has other letters in each language.
        assetFileNames: ({ names }) =>
          FOLDER && names[0]?.endsWith(".woff2")
            ? `assets/[name]-${LANGUAGE}-[hash][extname]`
            : "assets/[name]-[hash][extname]",
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "qr-code", test: QR_CODE, minShareCount: 2, priority: 2 },
            { name: "later", test: LATER, minShareCount: 2, priority: 1 },
            { name: "shared", minShareCount: 2 },
          ],
        },
      },
    },
  },
  worker: {
    format: "es",
    plugins: () => [ownTexts(), ownModulesHaveEffects()],
    rolldownOptions: {
      optimization: OPTIMIZATION,
      // A service worker serves the workers whose scripts lie below it.
      output: { entryFileNames: `${FOLDER}assets/[name]-[hash].js` },
    },
  },
  assetsInclude: ["**/*.safetensors"],
  server: { strictPort: true, fs: { allow: [".."] } },
  plugins: [
    ownTexts(),
    quotedTexts(),
    ownFrame(),
    ownFolder(),
    ownModulesHaveEffects(),
    withoutIndentation(),
    smallerFont(),
    smallerModels(),
    mnistInDevelopment(),
    noteFiles,
    securityPolicy(),
    smallerStart(),
    importsWithRetries(),
    manifest(),
    VitePWA({
      registerType: "prompt",
      // web/shell/new-version.js registers it.
      injectRegister: false,
      filename: `${FOLDER}sw.js`,
      // manifest() makes it.
      manifest: false,
      // The page works offline after the first visit, whatever follows the "?" of its address;
      // MNIST, the large network, ONNX, class links and the engine for old machines once they were
      // asked for.
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
            urlPattern: USED_LATER,
            handler: "CacheFirst",
            options: { cacheName: "data", plugins: [{ cacheWillUpdate: onlyFiles }] },
          },
        ],
        globPatterns: [
          "**/*.{html,js,css,wasm,svg,woff2}",
          "assets/{lesson,pretrained}-*.safetensors",
        ],
        manifestTransforms: [/** @type {any} */ (ownEntries)],
        globIgnores: [
          "data/**",
          "docs/**",
          "assets/docs-*",
          "assets/{scalar,onnx}-*",
          "assets/class-*",
        ],
        navigateFallback: null,
      },
    }),
  ],
});
