/**
 * The language that the page is built in, PAGE_LANGUAGE of the environment: English, or one with
 * a folder in web/texts/. English is the site's index.html; another language is a folder beside it,
 * es/ say, with an index.html, a manifest and a service worker. All share assets/, where what is
 * the same in two of them is one file.
 */
import { existsSync, readdirSync } from "node:fs";
import { MIRRORED, mirroredModule, mirroredTexts } from "./mirrored.js";

export const LANGUAGE = process.env.PAGE_LANGUAGE || "en";

/** Whether it is the one for tests, which is made from English. */
export const IS_MIRRORED = LANGUAGE === MIRRORED;

/** Its texts. */
export const textsFolder = new URL(
  `../../web/texts/${IS_MIRRORED ? "en" : LANGUAGE}/`,
  import.meta.url,
);
if (!existsSync(new URL("page.js", textsFolder))) {
  throw new Error(`PAGE_LANGUAGE=${LANGUAGE}: web/texts/ has no such folder`);
}

/** Where it is in the site: "" or "es/" */
export const FOLDER = LANGUAGE === "en" ? "" : `${LANGUAGE}/`;

/** The others, whose folders the page may lead to: "de es zh" */
const others = readdirSync(new URL("../", textsFolder), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "en")
  .map(({ name }) => name)
  .join(" ");

/** @param {string} file @returns {Promise<Record<string, any>>} */
const textsIn = (file) => import(new URL(file, textsFolder).href);

/** Of the page's frame. */
const ownPage = { ...(await textsIn("page.js")), ...(await textsIn("locale.js")) };
export const pageTexts = IS_MIRRORED ? mirroredTexts(ownPage) : ownPage;

/**
 * Modules import English texts; they get those of the page's language. Where text runs from right
 * to left, the page has one style sheet more.
 * @returns {import("vite").Plugin}
 */
export function ownTexts() {
  return {
    name: "texts",
    enforce: "pre",
    resolveId(source, importer) {
      if (!FOLDER || IS_MIRRORED || !source.includes("/texts/en/")) return null;
      return this.resolve(source.replace("/texts/en/", `/texts/${LANGUAGE}/`), importer, {
        skipSelf: true,
      });
    },
    transform(code, id) {
      if (IS_MIRRORED && /\/texts\/en\/[\w-]+\.js$/.test(id))
        return { code: mirroredModule(code, this.parse(code)), map: null };
      if (pageTexts.IS_RIGHT_TO_LEFT && id.endsWith("/styles/page.css"))
        return { code: `${code}@import "./right-to-left.css";\n`, map: null };
      return null;
    },
  };
}

/** web/public/start.js and web/shell/language.js read it. */
const root =
  `<html lang="${FOLDER ? pageTexts.LOCALE : "en"}" ` +
  `${pageTexts.IS_RIGHT_TO_LEFT ? 'dir="rtl" ' : ""}data-folder="${FOLDER.slice(0, -1)}" ` +
  `data-languages="${others}">`;

/** Puts the texts of the page's frame into index.html. @returns {import("vite").Plugin} */
export function ownFrame() {
  return {
    name: "frame",
    transformIndexHtml: {
      order: "pre",
      // The development server has one language.
      handler: (html, { server }) =>
        html
          .replace('<html lang="en">', server ? '<html lang="en" data-folder="">' : root)
          .replace(/\{\{(\w+)\}\}/g, (_, name) => {
            if (typeof pageTexts[name] !== "string") throw new Error(`index.html: no text ${name}`);
            return pageTexts[name];
          }),
    },
  };
}

/** Puts index.html where it belongs. @returns {import("vite").Plugin} */
export function ownFolder() {
  return {
    name: "own-folder",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = bundle["index.html"];
        if (!FOLDER || page?.type !== "asset") return;
        // What lies in the site's own folder; the page's is "./".
        const source = String(page.source).replace(/(src|href)="\.\/(?=[^"])/g, '$1="../');
        delete bundle["index.html"];
        this.emitFile({ type: "asset", fileName: `${FOLDER}index.html`, source });
      },
    },
  };
}
