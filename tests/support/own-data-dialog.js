/** Files as a visitor chooses them in the dialog "Your data". */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { byId } from "./visitor.js";

/**
 * Chooses files in the dialog, which is open.
 * @param {import("puppeteer-core").Page} page
 * @param {string} folder  for the files
 * @param {Record<string, Uint8Array>} files  by name
 */
export async function choose(page, folder, files) {
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const input = await page.waitForSelector(`${byId("own-data-files")}:not(:disabled)`);
  await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (input).uploadFile(
    ...paths,
  );
}
