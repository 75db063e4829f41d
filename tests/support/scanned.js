/** QR codes of the page, read as a camera reads them. */
import jsQR from "jsqr";
import { PNG } from "pngjs";

/** Its types and its module differ. @type {typeof jsQR} */
const read = /** @type {any} */ (jsQR).default ?? jsQR;

/** What stands around a code may move it while its picture is taken. */
const TRIES = 4;

/**
 * What a camera reads.
 * @param {import("puppeteer-core").Page} page @param {string} selector
 * @returns {Promise<string | undefined>}
 */
export async function scanned(page, selector) {
  const code = await page.waitForSelector(selector);
  for (let left = TRIES; left > 0; left--) {
    await code?.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const { data, width, height } = PNG.sync.read(Buffer.from((await code?.screenshot()) ?? []));
    const found = read(new Uint8ClampedArray(data), width, height);
    if (found) return found.data;
  }
}
