/**
 * The built page as one file, to be carried on a stick and unpacked on any
 * machine; a text in it says how a browser opens it there.
 *
 *   node tools/zip.js OUT   of dist/
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const [out] = process.argv.slice(2);
/** The same files, the same zip. */
const mtime = new Date("2026-01-01T00:00:00");
const windows = (/** @type {string} */ text) => text.replaceAll("\n", "\r\n");

const HOW = `Downhill: a neural network that learns to read digits

Unpack all of it first. A browser opens the page from a web server, not from a
disk; every computer below can be one. Open a terminal in this folder:

Windows    in the folder's window type "cmd" into the address bar, press Enter
           py -m http.server 8080
           ("py" comes with Python, free in the Microsoft Store)
macOS      drag the folder onto Terminal in the Dock
           python3 -m http.server 8080
           (the first time, macOS offers to install it)
ChromeOS   Settings > About ChromeOS > Developers > Linux, then in its terminal
           python3 -m http.server 8080
           (move the folder to "Linux files" first)
Linux      python3 -m http.server 8080
Node.js    npx serve -l 8080   (any system)

Leave that window open, and open http://localhost:8080 in Chrome, Edge, Firefox
or Safari. One computer can serve a whole class: the others open its name or
number in the place of "localhost". Nothing is sent anywhere else.
`;

/** @param {string} folder @returns {string[]} every file in it */
const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();

/** @type {import("fflate").Zippable} */
const files = { "Downhill/HOW TO START.txt": [Buffer.from(windows(HOW)), { mtime }] };
for (const path of filesOf(dist)) {
  const name = `Downhill/${relative(dist, path).replaceAll("\\", "/")}`;
  // What is packed already is only stored.
  const level = /\.(gz|webp|png|woff2)$/.test(name) ? 0 : 9;
  files[name] = [readFileSync(path), { level, mtime }];
}
writeFileSync(out, zipSync(files));
