/** The page of lesson plans: its links, its sheets on paper, its languages, without a network. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PLANS } from "../../web/plans/plans.js";
import * as german from "../../web/texts/de/plans.js";
import * as spanish from "../../web/texts/es/plans.js";
import { findBrowser, inBrowsers, launch, openPage, servePage } from "../support/browser.js";
import { scanned } from "../support/scanned.js";
import { byId, clickOn, PATIENCE, stateOf, until, untilWords } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const PAGE = "plans.html";
const IDS = PLANS.map(({ id }) => id);

/** As it is written in the page, which knows its host. @param {Page} page @param {string} id */
const linksOf = (page, id) =>
  page.$$eval(`#${id} dh-class-link a`, (links) =>
    links.map((link) => /** @type {HTMLAnchorElement} */ (link).href),
  );

/**
 * Links of a plan, each where it first is needed.
 * @param {import("../../web/plans/plans.js").Plan} plan
 */
const linksIn = ({ steps }) =>
  steps.map(({ link }) => link).filter((link, i, all) => link !== all[i - 1]);

/** @param {Page} page */
const isTooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

/** That a button prints this. @param {Page} page @param {string} id @param {string} button */
async function ask(page, id, button) {
  await page.evaluate(() => {
    globalThis.print = () => {};
  });
  await page.$eval(`#${id} ${byId(button)}`, (element) => /** @type {any} */ (element).click());
}

inBrowsers("The page of lesson plans", ({ open, url, name }) => {
  test("lists all plans in their order, each with the links of its steps", async () => {
    const { page, errors } = await open({ path: PAGE });
    await page.waitForSelector(".plan");
    const list = await page.$$eval("nav a", (links) => links.map((a) => a.getAttribute("href")));
    assert.deepEqual(
      list,
      IDS.map((id) => `#${id}`),
    );
    assert.deepEqual(await page.$$eval(".plan", (plans) => plans.map(({ id }) => id)), IDS);
    for (const plan of PLANS) {
      assert.deepEqual(
        await linksOf(page, plan.id),
        linksIn(plan).map((link) => `${url()}#${link}&lang=en`),
      );
    }
    // The one that an address names is in sight, as one is whose link is followed.
    await page.goto(`${url()}${PAGE}?again#noise`);
    await page.waitForFunction(
      () => Math.abs(document.getElementById("noise")?.getBoundingClientRect().top ?? 999) < 60,
      PATIENCE,
    );
    assert.deepEqual(errors, []);
  });

  test("opens what a step needs, and only that", async () => {
    const { page, errors } = await open({ path: PAGE });
    await page.waitForSelector(".plan");
    const links = (await Promise.all(IDS.map((id) => linksOf(page, id)))).flat();
    for (const link of new Set(links)) {
      const labs = /&labs=([\w.]+)/.exec(link)?.[1].split(".") ?? [];
      assert.ok(labs.length > 0, link);
      // An address that differs in its hash alone opens no page.
      await page.goto("about:blank");
      await page.goto(link);
      await page.waitForSelector("nav.labs a");
      const [first = ""] = labs.filter((lab) => link.includes(`#${lab}&`));
      await until(page, "lab", first);
      assert.deepEqual(
        await page.$$eval("nav.labs a", (all) => all.map((a) => a.getAttribute("href"))),
        labs.map((lab) => (lab === "draw" ? "#" : `#${lab}`)),
        link,
      );
      assert.deepEqual(await stateOf(page, "settings.labs"), labs);
    }
    assert.deepEqual(errors, []);
  });

  test("shows a step's link as a code, and copies it", async () => {
    const { page, errors } = await open({ path: PAGE });
    await page.waitForSelector(".plan");
    const [link] = await linksOf(page, "noise");
    await clickOn(page, `#noise ${byId("show-code")}`);
    assert.equal(await scanned(page, "dialog[open] .qr"), link);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog"), PATIENCE);
    await clickOn(page, `#noise ${byId("copy-link")}`);
    await untilWords(page, "#noise [role=status]", /^Copied\.$/);
    assert.deepEqual(errors, []);
  });

  test("prints a sheet on one page, with a code of its link", {
    skip: name !== "chromium",
  }, async () => {
    const { page, errors } = await open({ path: PAGE });
    await page.waitForSelector(".plan");
    for (const plan of PLANS) {
      const link = `${url()}#${plan.sheetLink}&lang=en`;
      await ask(page, plan.id, "print-sheet");
      await page.emulateMediaType("print");
      assert.equal(await scanned(page, ".sheet .qr"), link);
      assert.equal(await page.$eval(".sheet > .small", (line) => line.textContent), link);
      assert.equal(
        await page.$$eval(".sheet li", (tasks) => tasks.length),
        plan.texts.sheet.tasks.length,
      );
      assert.deepEqual(await crowded(page), []);
      await page.emulateMediaType();
      assert.equal(await pagesOf(page, "a4"), 1, plan.id);
      // What was printed is no longer there.
      await page.waitForFunction(() => !document.querySelector(".sheet"), PATIENCE);
      await ask(page, plan.id, "print-sheet");
      assert.equal(await pagesOf(page, "letter"), 1, plan.id);
    }
    assert.deepEqual(errors, []);
  });

  test("prints one plan, or all, with every answer", { skip: name !== "chromium" }, async () => {
    const { page, errors } = await open({ path: PAGE });
    await page.waitForSelector(".plan");
    const all = await pagesOf(page, "a4");
    await ask(page, "draw", "print-plan");
    await page.emulateMediaType("print");
    assert.deepEqual(
      await page.$$eval(".plan", (plans) =>
        plans.filter((plan) => plan.checkVisibility()).map(({ id }) => id),
      ),
      ["draw"],
    );
    const [link] = await linksOf(page, "draw");
    assert.equal(await scanned(page, "#draw .steps .qr"), link);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const answers = () => page.$$eval("#draw details", (all) => all.map(({ open }) => open));
    assert.ok((await answers()).every((isOpen) => isOpen));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.ok(!(await answers()).some((isOpen) => isOpen));
    await page.emulateMediaType();
    await ask(page, "draw", "print-plan");
    const one = await pagesOf(page, "a4");
    assert.ok(one <= 3 && all > 3 * one, `${one} of ${all} pages`);
    assert.deepEqual(errors, []);
  });

  test("is there in another language, and goes from one to another", async () => {
    const { page, errors } = await open({ path: `es/${PAGE}` });
    await untilWords(page, "main h1", new RegExp(`^${spanish.heading}$`));
    assert.equal(await page.evaluate(() => document.documentElement.lang), "es");
    const [link] = linksIn(PLANS[0]);
    assert.equal((await linksOf(page, IDS[0]))[0], `${url()}es/#${link}`);
    await clickOn(page, "dh-languages [hreflang=de]");
    await untilWords(page, "main h1", new RegExp(`^${german.heading}$`));
    assert.equal(await page.evaluate(() => location.pathname), `/de/${PAGE}`);
    assert.deepEqual(
      errors.filter((error) => !/downloadable font/.test(error)),
      [],
    );
  });

  test("has room on a phone, and is reached from the page", async () => {
    const { page, errors } = await open({ path: "#lang=en" });
    await until(page, "status", "ready");
    await page.waitForSelector("dh-footer .row a");
    const href = await page.$$eval("dh-footer .row a", (links) =>
      links
        .map((a) => /** @type {HTMLAnchorElement} */ (a).href)
        .find((href) => /plans/.test(href)),
    );
    await page.goto(String(href));
    await page.waitForSelector(".plan");
    for (const width of [320, 390]) {
      await page.setViewport({ width, height: 700 });
      assert.equal(await isTooWide(page), false, `${width}`);
      await page.$eval(`#fool ${byId("show-code")}`, (b) => /** @type {any} */ (b).click());
      await page.waitForSelector("dialog[open]");
      assert.equal(await isTooWide(page), false, `${width}, with a code`);
      await page.keyboard.press("Escape");
    }
    await clickOn(page, ".top a");
    await until(page, "status", "ready");
    assert.deepEqual(errors, []);
  });
});

/** Pages of paper. @param {Page} page @param {"a4" | "letter"} format */
async function pagesOf(page, format) {
  // As the browser itself has it: with the margins of the style sheet.
  const pdf = Buffer.from(await page.pdf({ format, tagged: false, preferCSSPageSize: false }));
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Tasks without room for two lines to write on. @param {Page} page */
const crowded = (page) =>
  page.$$eval(".sheet li", (tasks) =>
    tasks
      .filter((task) => (task.querySelector(".lines")?.clientHeight ?? 0) < 68)
      .map((task) => task.textContent),
  );

test("the page of lesson plans is there without a network, once the first page was visited", {
  skip: findBrowser("chromium") ? false : "chromium is not installed",
}, async () => {
  const browser = await launch("chromium");
  const server = await servePage();
  try {
    const { page } = await openPage(browser, server.url, { offline: true });
    await until(page, "status", "ready");
    await page.keyboard.press("d");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    server.close();
    await page.goto(`${server.url}${PAGE}`);
    await page.waitForSelector("#noise");
    await clickOn(page, `#noise ${byId("show-code")}`);
    await page.waitForSelector("dialog[open] .qr");
    await page.keyboard.press("Escape");
    // A language that was never visited.
    await clickOn(page, "dh-languages [hreflang=de]");
    await untilWords(page, "dh-languages [role=alert]", /The page in that language cannot be/);
  } finally {
    await browser.close();
    server.close();
  }
});
