/** The composition root: one worker, one session, and the page that draws it. */
import { wrap } from "comlink";
import { html, render } from "lit";
import { LABS } from "./labs/index.js";
import { listenToDrops } from "./shell/drop.js";
import { listenToKeys } from "./shell/keyboard.js";
import { goTo } from "./shell/scroll-to.js";
import "./ui/prediction.js";
import "./shell/toolbar.js";
import "./ui/controls.js";
import "./ui/charts/training-curve.js";
import "./shell/dialogs.js";
import "./ui/drawing.js";
import { setTheme } from "./ui/colors.js";
import "./shell/lab-frame.js";
import "./ui/network/view.js";
import "./shell/notice.js";
import "./shell/playground.js";
import "./ui/tiles.js";
import "./shell/tour.js";
import { Session } from "./model/session.js";

const worker = new Worker(new URL("./worker/main.js", import.meta.url), { type: "module" });
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
