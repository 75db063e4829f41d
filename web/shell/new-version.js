/**
 * The service worker, and what happens when the host has a new version of the page. The new one
 * waits until all tabs of the old one are closed, because the old one's files leave the cache with
 * it; a notice offers to reload at once.
 */
import * as texts from "../texts/en/shell.js";

/** @typedef {import("../model/session.js").Session} Session */

const KEY = "new-version";

/**
 * Registers the service worker of the built page: it fetches all labs, so not for a visitor who
 * only looks in.
 * @param {Session} session @param {Promise<void>} used  settles once the visitor uses the page
 */
export async function watchVersions(session, used) {
  // There is none without HTTPS, and asking for it is an error in a frame with a sandbox.
  if (!import.meta.env.PROD || origin === "null" || !navigator.serviceWorker) return;
  const workers = navigator.serviceWorker;
  const known = await workers.getRegistration().catch(() => undefined);
  // English may be in use, whose worker serves the folders of other languages, too.
  if (known?.scope !== new URL("./", location.href).href) await used;
  try {
    const registration = await workers.register("./sw.js");
    const consider = () => {
      // Where none is active, this is the first visit, and there is no older version.
      if (registration.waiting && registration.active) offer(session, registration);
    };
    consider();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", consider);
    });
    // For use without a network: most machines do without it, so it does not come with the page.
    const { scalarEngine } = session.opening;
    if (scalarEngine) await (await caches.open("data")).add(scalarEngine);
  } catch {
    // Where the browser or the host forbids it, the page works all the same, but not offline.
  }
}

/** @param {Session} session @param {ServiceWorkerRegistration} registration */
function offer(session, registration) {
  session.say(texts.newVersion, {
    key: KEY,
    stays: true,
    button: texts.reload,
    act: () => change(session, registration),
  });
}

/** @param {Session} session @param {ServiceWorkerRegistration} registration */
async function change(session, registration) {
  const tabs = await session.environment.address.claimed();
  if (tabs.size > 1) {
    const act = () => change(session, registration);
    session.say(texts.closeOtherTabs, { key: KEY, stays: true, button: texts.reload, act });
    return;
  }
  await session.save().catch(() => {});
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  registration.waiting?.postMessage({ type: "SKIP_WAITING" });
}
