/**
 * The pictures by which browsers and systems show the page as an app, drawn from
 * its own icon and from the page itself, in Chromium:
 *
 *   make page && node tools/pictures.js
 */
import { readFileSync, writeFileSync } from "node:fs";
import { launch, openPage, servePage } from "../tests/support/browser.js";
import {
  byId,
  clickOn,
  DIGITS,
  draw,
  press,
  until,
  untilAtLeast,
  untilStill,
} from "../tests/support/visitor.js";

const publicFolder = new URL("../web/public/", import.meta.url);
const icon = readFileSync(new URL("icon.svg", publicFolder), "utf8");
/** To its edges, the mark within the circle that every system leaves of it. */
const maskable = icon
  .replace(' rx="14"', "")
  .replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"')
  .replace('<rect width="64" height="64"', '<rect x="-8" y="-8" width="80" height="80"');

/** @type {[string, string, number][]} name, drawing, pixels */
const icons = [
  ["icon-192.png", icon, 192],
  ["icon-512.png", icon, 512],
  ["icon-maskable.png", maskable, 512],
];

/** @type {[string, { width: number, height: number }][]} */
const screens = [
  ["screen-wide.webp", { width: 1280, height: 800 }],
  ["screen-narrow.webp", { width: 390, height: 844 }],
];

const browser = await launch("chromium");
const page = await browser.newPage();
for (const [name, svg, size] of icons) {
  await page.setViewport({ width: size, height: size });
  const sized = svg.replace(
    "<svg ",
    `<svg width="${size}" height="${size}" style="display:block" `,
  );
  await page.setContent(`<body style="margin:0">${sized}`);
  const picture = await page.screenshot({ type: "png", omitBackground: true });
  writeFileSync(new URL(name, publicFolder), picture);
}
const served = await servePage({ mnist: true });
for (const [name, viewport] of screens) {
  const { page: visit } = await openPage(browser, served.url, {
    ...viewport,
    path: "#start=random&seed=1",
  });
  await until(visit, "status", "ready");
  await clickOn(visit, ".notice .icon");
  await press(visit, byId("train"));
  await untilAtLeast(visit, "steps", 20_000);
  await press(visit, byId("train"));
  await until(visit, "phase", "paused");
  await untilStill(visit);
  await draw(visit, DIGITS[3]);
  await visit.evaluate(() => scrollTo(0, 0));
  const picture = await visit.screenshot({ type: "webp", quality: 80 });
  writeFileSync(new URL(name, publicFolder), picture);
}
await browser.close();
await served.close();
