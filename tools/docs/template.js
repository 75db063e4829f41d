/** What stands around the text of a page: its head, the navigation, the way on. */
import { GROUPS, PAGES } from "./pages.js";

/**
 * @typedef {import("./markdown.js").Heading} Heading
 * @typedef {import("./pages.js").Page} Page
 */

/** No script, no style but the file's, nothing of another host. */
const POLICY = [
  ["default-src", "'none'"],
  ["style-src", "'self'"],
  ["img-src", "'self'"],
  ["font-src", "'self'"],
  ["base-uri", "'none'"],
  ["form-action", "'none'"],
]
  .map((directive) => directive.join(" "))
  .join("; ");

/** @param {Page} page @param {Page} current @param {Heading[]} headings  of the current one */
function entry(page, current, headings) {
  const address = page.file === "index.html" ? "./" : page.file;
  if (page !== current) return `<li><a href="${address}">${page.title}</a></li>`;
  const parts = headings
    .filter(({ level }) => level === 2)
    .map(({ id, text }) => `<li><a href="#${id}">${text.replace(/<\/?a\b[^>]*>/g, "")}</a></li>`);
  const list = parts.length > 1 ? `<ul role="list">${parts.join("")}</ul>` : "";
  return `<li><a href="${address}" aria-current="page">${page.title}</a>${list}</li>`;
}

/** @param {Page} current @param {Heading[]} headings */
const contents = (current, headings) =>
  GROUPS.map(
    ({ title, pages }) => `<p>${title}</p>
<ul role="list">
${pages.map((page) => entry(page, current, headings)).join("\n")}
</ul>`,
  ).join("\n");

/** @param {Page} current */
function wayOn(current) {
  const at = PAGES.indexOf(current);
  const [before, after] = [PAGES[at - 1], PAGES[at + 1]];
  const link = (/** @type {Page} */ page) =>
    `<a href="${page.file === "index.html" ? "./" : page.file}">${page.title}</a>`;
  return `<nav class="way-on" aria-label="Next pages">
${before ? `<p><small>Previous</small> ${link(before)}</p>` : ""}
${after ? `<p><small>Next</small> ${link(after)}</p>` : ""}
</nav>`;
}

/**
 * A page as a file of dist/docs/. The list of pages is there twice, since a page without scripts
 * cannot unfold for a wide screen what is folded on a narrow one; one of them is hidden.
 * @param {object} parts
 * @param {Page} parts.page
 * @param {string} parts.title  the first heading
 * @param {string} parts.html
 * @param {Heading[]} parts.headings
 * @param {string} parts.style  address of the style sheet
 */
export function htmlPage({ page, title, html, headings, style }) {
  const list = contents(page, headings);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title} – Downhill</title>
<meta name="color-scheme" content="dark light" />
<link rel="icon" href="../icon.svg" type="image/svg+xml" />
<link rel="stylesheet" href="${style}" />
</head>
<body>
<a class="skip button" href="#text">To the text</a>
<header class="top">
<p><a href="./">Downhill documentation</a></p>
<p><a class="button" href="../">Open the page</a></p>
</header>
<div class="columns">
<details class="contents">
<summary>Contents</summary>
<nav aria-label="Contents">${list}</nav>
</details>
<nav class="contents" aria-label="Contents">${list}</nav>
<main id="text">
${html}
${wayOn(page)}
</main>
</div>
</body>
</html>
`;
}
