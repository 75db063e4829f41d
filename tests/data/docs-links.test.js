/**
 * Links of README and the documentation lead somewhere: in the repository, as Markdown, and in the
 * built site, dist/docs/.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { test } from "node:test";
import { rendered } from "../../tools/docs/markdown.js";
import { PAGES } from "../../tools/docs/pages.js";
import { read, root, SOURCES } from "../support/docs.js";

const site = join(root, "dist/docs");

/** Hosts that have no https, and this computer. */
const WITHOUT_HTTPS = ["neuralnetworksanddeeplearning.com", "localhost:8080"];

/** The links of Markdown, pictures among them. @param {string} source @returns {string[]} */
function linksOf(source) {
  /** @type {string[]} */
  const links = [];
  rendered(read(source), (href) => {
    links.push(href);
    return href;
  });
  return links;
}

/** @param {string} source */
const anchorsOf = (source) => rendered(read(source), (href) => href).headings.map(({ id }) => id);

test("in the repository each relative link leads to a file, and to a heading of it", () => {
  for (const source of SOURCES) {
    for (const href of linksOf(source).filter((link) => !/^https?:/.test(link))) {
      const [to, anchor] = href.split("#");
      const path = to ? posix.join(posix.dirname(source), to) : source;
      assert.ok(
        statSync(join(root, path), { throwIfNoEntry: false })?.isFile(),
        `${source}: ${href}`,
      );
      if (anchor) assert.ok(anchorsOf(path).includes(anchor), `${source}: ${href}`);
    }
  }
});

test("README fits a screen or two: at most 5 kB", () => {
  assert.ok(Buffer.byteLength(read("README.md")) <= 5000);
});

test("the form for bugs asks for all that shows the same network again", () => {
  const form = read(".github/ISSUE_TEMPLATE/bug.yml");
  const asked = [...form.matchAll(/^ {4}id: (\w+)$/gm)].map(([, id]) => id);
  for (const id of ["link", "fingerprint", "steps", "browser", "version"]) {
    assert.ok(asked.includes(id), id);
  }
});

test("external links are well formed, and https where their host has it", () => {
  for (const source of SOURCES) {
    for (const href of linksOf(source).filter((link) => /^https?:/.test(link))) {
      const { protocol, host } = new URL(href);
      assert.match(host, /^[a-z0-9-]+(\.[a-z0-9-]+)+$|^localhost:\d+$/, href);
      assert.ok(protocol === "https:" || WITHOUT_HTTPS.includes(host), `${source}: ${href}`);
    }
  }
});

/** @param {string} html @param {RegExp} attribute */
const valuesOf = (html, attribute) =>
  [...html.matchAll(attribute)].map(([, value]) => value.replaceAll("&amp;", "&"));

/** @param {string} path */
const idsOf = (path) => valuesOf(readFileSync(path, "utf8"), /\bid="([^"]*)"/g);

const built = PAGES.map(({ file }) => join(site, file));

test("all pages are built, and nothing else but files that they link to", () => {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const linked = built.flatMap((path) =>
    valuesOf(readFileSync(path, "utf8"), /\b(?:href|src)="([^"#]+)/g).map((href) =>
      join(dirname(path), href),
    ),
  );
  for (const path of built) assert.ok(files.includes(path), path);
  for (const file of files) assert.ok(built.includes(file) || linked.includes(file), file);
});

test("in the built site each link leads to a file, and to an element of it", () => {
  for (const path of built) {
    const links = valuesOf(readFileSync(path, "utf8"), /\b(?:href|src)="([^"]*)"/g);
    for (const href of links.filter((link) => !/^https?:/.test(link))) {
      const [to, anchor] = href.split("#");
      const target = to ? join(dirname(path), to, to.endsWith("/") ? "index.html" : "") : path;
      assert.ok(existsSync(target), `${path}: ${href}`);
      if (anchor) assert.ok(idsOf(target).includes(anchor), `${path}: ${href}`);
    }
  }
});

test("each page has one first heading, and each id once", () => {
  for (const path of built) {
    const html = readFileSync(path, "utf8");
    assert.equal(html.match(/<h1\b/g)?.length, 1, path);
    const ids = idsOf(path);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
      path,
    );
  }
});

test("no page has a script, a style of its own, or anything of another host", () => {
  for (const path of built) {
    const html = readFileSync(path, "utf8");
    assert.doesNotMatch(html, /<script|<style|\sstyle=|\son\w+=|src="https?:/, path);
    assert.match(html, /http-equiv="Content-Security-Policy" content="default-src 'none'/, path);
  }
});
