/** The package as it would be published, in a folder of somebody else's. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * What `npm pack` says of it.
 * @typedef {{ filename: string, size: number, files: { path: string }[] }} Packed
 */

/**
 * Packs what is built, installs it in a new folder without a network, and puts the examples beside
 * it. Remove it when done.
 * @returns {{ folder: string, packed: Packed, remove: () => void }}
 */
export function installed() {
  const folder = mkdtempSync(join(tmpdir(), "downhill-package-"));
  /** @param {string[]} args @param {string} cwd */
  const npm = (args, cwd) => execFileSync("npm", args, { cwd, encoding: "utf8", stdio: "pipe" });
  const packing = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const [packed] = /** @type {Packed[]} */ (JSON.parse(npm(packing, root)));
  writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }');
  npm(["install", "--offline", "--no-audit", "--no-fund", `./${packed.filename}`], folder);
  cpSync(join(folder, "node_modules/downhill/examples"), folder, { recursive: true });
  return { folder, packed, remove: () => rmSync(folder, { recursive: true }) };
}
