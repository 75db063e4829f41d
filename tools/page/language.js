/**
 * The language that the page is built in, PAGE_LANGUAGE of the environment: English, or one with
 * a folder in web/texts/. English is the site's index.html; another language is a folder beside it,
 * es/ say, with an index.html, a manifest and a service worker. All share assets/, where what is
 * the same in two of them is one file.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
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
      if (IS_MIRRORED && /\/texts\/en\/[\w-]+\.js(\?quoted)?$/.test(id))
        return { code: mirroredModule(code, this.parse(code)), map: null };
      if (pageTexts.IS_RIGHT_TO_LEFT && id.endsWith("/styles/page.css"))
        return { code: `${code}@import "./right-to-left.css";\n`, map: null };
      return null;
    },
  };
}

/** Texts of lesson plans, and the copies that they get. */
const QUOTING = /\/texts\/[a-z]+\/(plan-[a-z]+\.js|[a-z-]+\.js\?quoted)$/;

/**
 * The texts of lesson plans quote those of the labs: they quote copies, of which the page of plans
 * gets what is quoted. Of one module for both, all would come with the first page.
 *
 * @returns {import("vite").Plugin}
 */
export function quotedTexts() {
  return {
    name: "quoted-texts",
    apply: "build",
    enforce: "pre",
    async resolveId(source, importer = "") {
      if (!QUOTING.test(importer)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && /\/texts\/[^?]*$/.test(found.id) ? `${found.id}?quoted` : found;
    },
  };
}

/** web/public/start.js and web/shell/language.js read it. */
const root =
  `<html lang="${FOLDER ? pageTexts.LOCALE : "en"}" ` +
  `${pageTexts.IS_RIGHT_TO_LEFT ? 'dir="rtl" ' : ""}data-folder="${FOLDER.slice(0, -1)}" ` +
  `data-languages="${others}">`;

/** What stands in every page until its scripts run, and says why they do not. */
const bodyOf = () =>
  /<body>.*<\/body>/s.exec(
    readFileSync(new URL("../../web/index.html", import.meta.url), "utf8"),
  )?.[0] ?? "";

/**
 * Puts the texts of the pages' frame into them, and the body of index.html into the others.
 * @returns {import("vite").Plugin}
 */
export function ownFrame() {
  return {
    name: "frame",
    transformIndexHtml: {
      order: "pre",
      // The development server has one language.
      handler: (html, { server, path }) =>
        html
          .replace('<html lang="en">', server ? '<html lang="en" data-folder="">' : root)
          .replace("{{body}}", bodyOf)
          .replace(/\{\{(\w+)\}\}/g, (_, name) => {
            if (typeof pageTexts[name] !== "string") throw new Error(`${path}: no text ${name}`);
            return pageTexts[name];
          }),
    },
  };
}

/** The pages of the site: what each folder of a language has. */
export const PAGES = ["index.html", "plans.html"];

/** Puts the pages where they belong. @returns {import("vite").Plugin} */
export function ownFolder() {
  return {
    name: "own-folder",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        if (!FOLDER) return;
        for (const fileName of PAGES) {
          const page = bundle[fileName];
          if (page?.type !== "asset") throw new Error(`${fileName}: not built`);
          // What lies in the site's own folder; the page's is "./".
          const source = String(page.source).replace(/(src|href)="\.\/(?=[^"])/g, '$1="../');
          delete bundle[fileName];
          this.emitFile({ type: "asset", fileName: `${FOLDER}${fileName}`, source });
        }
      },
    },
  };
}
