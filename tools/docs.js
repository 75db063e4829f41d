/**
 * The documentation as static pages, dist/docs/, beside the built page and in its style:
 *
 *   node tools/docs.js [DIST]
 *
 * It needs what `make page`, `make types` and `node tools/amalgamate.js build/lib` leave. A link to
 * what is neither a page nor a file of the repository is an error.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { cReference } from "./docs/c-reference.js";
import { javascriptReference } from "./docs/javascript-reference.js";
import { rendered } from "./docs/markdown.js";
import { PAGES } from "./docs/pages.js";
import { htmlPage } from "./docs/template.js";

/** @typedef {import("./docs/pages.js").Page} Page */

const root = fileURLToPath(new URL("../", import.meta.url));
const dist = process.argv[2] ?? join(root, "dist");
const out = join(dist, "docs");

/** Where the generated part of a reference goes. */
const MARK = "<!-- reference -->";

/** Pictures keep their names; other files are shown as text by every host. */
const isPicture = (/** @type {string} */ path) => /\.(svg|png)$/.test(path);

/** Files of the repository that pages link to. @type {Set<string>} */
const linked = new Set();

/**
 * Where a link of a page leads in dist/docs/.
 * @param {Page} page @param {string} href
 */
function address({ source }, href) {
  if (/^(https?:|#)/.test(href)) return href;
  const [to, anchor] = href.split("#");
  const path = posix.normalize(posix.join(posix.dirname(source), to));
  const hash = anchor ? `#${anchor}` : "";
  const page = PAGES.find((candidate) => candidate.source === path);
  if (page) return `${page.file === "index.html" ? "./" : page.file}${hash}`;
  const file = join(root, path);
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new Error(`${source} links to ${href}, which is neither a page nor a file`);
  }
  linked.add(path);
  return builtFile(path);
}

/** @param {string} path  of a file in the repository */
const builtFile = (path) =>
  isPicture(path) ? basename(path) : `files/${path.replace(/^\./, "")}.txt`;

/** The style sheet that Vite has built of web/styles/docs.css. */
function styleSheet() {
  const name = readdirSync(join(dist, "assets")).find((file) => /^docs-.*\.css$/.test(file));
  if (!name) throw new Error(`${dist}/assets has no docs-….css: make page builds it`);
  return `../assets/${name}`;
}

/** @param {Page} page @param {string} style */
function built(page, style) {
  const source = readFileSync(join(root, page.source), "utf8");
  const { html, headings } = rendered(source, (href) => address(page, href));
  const [first, ...others] = headings;
  const reference =
    page.reference && { javascript: javascriptReference, c: cReference }[page.reference]();
  if (reference && !html.includes(MARK)) throw new Error(`${page.source} has no ${MARK}`);
  return htmlPage({
    page,
    title: first.text.replace(/<[^>]*>/g, ""),
    html: reference ? html.replace(MARK, () => reference.html) : html,
    headings: reference ? [...others, ...reference.headings] : others,
    style,
  });
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const style = styleSheet();
for (const page of PAGES) writeFileSync(join(out, page.file), built(page, style));
for (const path of linked) {
  const file = join(out, builtFile(path));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, readFileSync(join(root, path)));
}
console.log(`docs → ${out}: ${PAGES.length} pages`);
