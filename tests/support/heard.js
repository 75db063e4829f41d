/** What people hear of the page who do not see it. */

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * Begins to count what screen readers are told: changes of regions that are live, by their place.
 * Live are those with one of the roles, or an <output>, or aria-live; unless that is "off".
 * @param {Page} page
 */
export async function listen(page) {
  await page.evaluate(() => {
    const live = "[aria-live], output, [role=status], [role=alert], [role=log]";
    /** @type {Record<string, string[]>} */
    const heard = {};
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      const regions = new Set();
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(live);
        if (region && region.ariaLive !== "off" && region.checkVisibility()) regions.add(region);
      }
      for (const region of regions) {
        const lab = region.closest("section.lab")?.id ?? "";
        const parent = `${lab} ${region.parentElement?.localName}`;
        const place = `${parent} > ${region.localName}.${region.className}`;
        heard[place] = [...(heard[place] ?? []), region.textContent.trim()];
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/**
 * What was announced since the last call, by place.
 * @param {Page} page
 * @returns {Promise<Record<string, string[]>>}
 */
export function heardSince(page) {
  return page.evaluate(() => {
    const { heard } = /** @type {any} */ (window);
    const since = { ...heard };
    for (const place of Object.keys(heard)) delete heard[place];
    return since;
  });
}

/** What the accessibility tree has of an element. @param {Page} page @param {string} selector */
export async function heardOf(page, selector) {
  const root = (await page.$(selector)) ?? undefined;
  const { role, name, description } =
    (await page.accessibility.snapshot({ root, interestingOnly: false })) ?? {};
  return { role, name, description };
}
