/** The composition root: one worker, one session, and the page that draws it. */
import { wrap } from "comlink";
import { html, render } from "lit";
import { listenToDrops } from "./drop.js";
import { goTo } from "./go-to.js";
import { listenToKeys } from "./keys.js";
import { LABS } from "./labs/index.js";
import "./parts/answer.js";
import "./parts/bar.js";
import "./parts/controls.js";
import "./parts/curve.js";
import "./parts/dialogs.js";
import "./parts/drawing.js";
import { setTheme } from "./parts/ink.js";
import "./parts/lab-frame.js";
import "./parts/network-view.js";
import "./parts/notice.js";
import "./parts/stage.js";
import "./parts/tiles.js";
import "./parts/tour.js";
import { Session } from "./session.js";

const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
const session = new Session(/** @type {any} */ (wrap(worker)));

setTheme(session.state.settings.theme);
session.subscribe(({ settings }, before) => {
  if (settings.theme !== before.settings.theme) setTheme(settings.theme);
});
render(
  html`
    <a class="skip button" href="#drawing" @click=${jump}>To the drawing</a>
    <dh-bar .session=${session} role="region" aria-label="Controls"></dh-bar>
    <main>
      <dh-stage .session=${session} id="drawing"></dh-stage>
      <nav class="labs" aria-label="Labs">${LABS.map(({ id, title }) => html`<a class="button" href="#${id}" @click=${jump}>${title}</a>`)}<button class="plain" @click=${() => tour().start()}>Tour</button></nav>
      ${LABS.map((lab) => html`<dh-lab .session=${session} .lab=${lab}></dh-lab>`)}
    </main>
    <dh-notice .session=${session}></dh-notice>
    <dh-tour .session=${session}></dh-tour>
    <dh-keys-dialog .session=${session}></dh-keys-dialog>
    <dh-settings-dialog .session=${session}></dh-settings-dialog>`,
  /** @type {HTMLElement} */ (document.getElementById("page")),
);
listenToKeys(session);
listenToDrops(session);
document.addEventListener("visibilitychange", () => document.hidden && session.save());
addEventListener("hashchange", () => location.reload());
await session.open();
tour().offer();
await session.loadData();

function tour() {
  return /** @type {HTMLElement & { start: () => void, offer: () => void }} */ (
    document.querySelector("dh-tour")
  );
}

/** Goes to a lab and leaves the address to the settings. @param {MouseEvent} event */
function jump(event) {
  event.preventDefault();
  const link = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  goTo(link.hash.slice(1));
}
