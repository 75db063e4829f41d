/** QR codes of the page, read as a camera reads them. */
import jsQR from "jsqr";
import { PNG } from "pngjs";

/** Its types and its module differ. @type {typeof jsQR} */
const read = /** @type {any} */ (jsQR).default ?? jsQR;

/**
 * What a camera reads.
 * @param {import("puppeteer-core").Page} page @param {string} selector
 * @returns {Promise<string | undefined>}
 */
export async function scanned(page, selector) {
  const code = await page.waitForSelector(selector);
  await code?.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const { data, width, height } = PNG.sync.read(Buffer.from((await code?.screenshot()) ?? []));
  return read(new Uint8ClampedArray(data), width, height)?.data;
}
