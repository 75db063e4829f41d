/** The composition root: the session with its worker, and the page that shows it. */
import { proxy, wrap } from "comlink";
import { html, render } from "lit";
import { LABS } from "./labs/index.js";
import { browserAddress } from "./model/address.js";
import { browserDataChoice } from "./model/data-choice.js";
import { keepDrawing, keptDrawing } from "./model/kept-drawing.js";
import { Session } from "./model/session.js";
import { arrive } from "./shell/arrive.js";
import { listenToDrops, listenToLaunches } from "./shell/drop.js";
import { listenToErrors } from "./shell/errors.js";
import { listenToKeys } from "./shell/keyboard.js";
import { loadRest } from "./shell/load-rest.js";
import { offerTour, takeTour } from "./shell/offer-tour.js";
import { SITE } from "./texts/en/locale.js";
import * as texts from "./texts/en/shell.js";
import { setTheme } from "./ui/colors.js";
import "./shell/failure.js";
import "./shell/labs.js";
import "./shell/notices.js";
import "./shell/playground.js";
import "./shell/toolbar.js";
import "./ui/charts/training-curve.js";
import "./ui/drawing.js";
import "./ui/network/view.js";
import "./ui/prediction.js";
import "./ui/tiles.js";
import "./ui/tips.js";
import { surviveTranslation } from "./ui/translated.js";
import { turn } from "./ui/turns.js";

arrive();
const session = new Session({
  makeWorker: () => makeWorker(""),
  makeExperimentWorker: () => makeWorker("experiment"),
  makeQueryWorker: () => makeWorker("query"),
  makeOwnDataReader: () => makeWorker("own-data"),
  dataChoice: browserDataChoice(),
  keptDrawing,
  address: browserAddress(),
  dataFolder: new URL(`${SITE}data/`, document.baseURI).href,
  isMetered: () => /** @type {any} */ (navigator).connection?.saveData === true,
  onceOnline: (act) => addEventListener("online", act, { once: true }),
  proxy,
});

keepDrawing(session);
surviveTranslation();
listenToErrors(session);
session.subscribe(({ settings }, before) => {
  if (settings.theme !== before.settings.theme) setTheme(settings.theme);
  const isOther = settings.hide !== before.settings.hide || settings.labs !== before.settings.labs;
  // Without it the page does what the link says; the next change of either tries again.
  if (isOther) import("./shell/class-bar.js").catch(() => {});
});
// The worker loads while the page is rendered, which is a task of its own.
const opened = session.open();
await turn();
render(
  html`
    <a class="skip button" href="#drawing" @click=${jump}>${texts.toDrawing}</a>
    <a class="skip button" href="#labs" @click=${jump}>${texts.toLabs}</a>
    <dh-toolbar .session=${session} role="region" aria-label=${texts.controls}></dh-toolbar>
    <dh-class-bar .session=${session}></dh-class-bar>
    <main>
      <dh-failure .session=${session}></dh-failure>
      <dh-playground .session=${session} id="drawing"></dh-playground>
      <dh-labs .session=${session} .labs=${LABS} id="labs"></dh-labs>
      <dh-tips></dh-tips>
    </main>
    <dh-footer .session=${session} .tour=${() => session.act(takeTour(session))}></dh-footer>
    <dh-notices .session=${session}></dh-notices>
    <dh-tour .session=${session}></dh-tour>
    <dh-keys-dialog .session=${session}></dh-keys-dialog>
    <dh-settings-dialog .session=${session}></dh-settings-dialog>
    <dh-class-dialog .session=${session}></dh-class-dialog>
    <dh-own-data-dialog .session=${session}></dh-own-data-dialog>`,
  /** @type {HTMLElement} */ (document.getElementById("page")),
);
listenToKeys(session);
listenToDrops(session);
listenToLaunches(session);
document.addEventListener("visibilitychange", () => document.hidden && save());
addEventListener("pagehide", save);
history.scrollRestoration = "manual";
addEventListener("popstate", () => session.opening.followAddress() || location.reload());

await opened;
loadRest(session);
if (session.state.status === "ready") {
  if (session.state.lab === "") offerTour(session);
  session.digits.needIfTrained();
}

/**
 * @param {"" | "experiment" | "query" | "own-data"} name  which of its objects the worker exposes
 * @returns {import("./model/connection.js").WorkerHandle}
 */
function makeWorker(name) {
  // As in a frame whose sandbox lacks allow-same-origin.
  if (origin === "null" && location.protocol !== "file:") throw new Error(texts.isSandboxed);
  if (!globalThis.Worker || !globalThis.WebAssembly) {
    throw new Error(texts.notSupported);
  }
  const worker = new Worker(new URL("./worker/main.js", import.meta.url), {
    type: "module",
    name,
  });
  const { addEventListener } = worker;
  const life = new AbortController();
  // Chromium never lets go of a worker that was terminated: so nothing listens to it then.
  worker.addEventListener = (/** @type {string} */ type, /** @type {any} */ listener) =>
    addEventListener.call(worker, type, listener, life);
  return {
    remote: /** @type {any} */ (wrap(worker)),
    terminate() {
      // With a reason of its own: the AbortError that it makes else knows by its stack who ended
      // the worker, which Comlink then keeps, with all that it was asked.
      life.abort("ended");
      worker.terminate();
    },
    broken: breakage(worker),
  };
}

/**
 * Resolves with the reason when the worker cannot be loaded or has died.
 * @param {Worker} worker @returns {Promise<Error>}
 */
function breakage(worker) {
  let hasAnswered = false;
  worker.addEventListener("message", () => {
    hasAnswered = true;
  });
  return new Promise((resolve) => {
    worker.addEventListener("error", (event) => {
      // Else the browser reports it to the page as well.
      event.preventDefault();
      const why = event.message?.replace(/^Uncaught /, "").replace(/^\w*Error: /, "");
      const words = hasAnswered ? why || texts.crashed : texts.scriptNotLoaded;
      resolve(new Error(words));
    });
    worker.addEventListener("messageerror", () => {
      resolve(new Error(texts.messageNotRead));
    });
  });
}

/** The worker saves by itself, too; here, what is newer than its last time. */
function save() {
  session.save().catch(() => {});
}

/** Goes to a place of the page and leaves the address to the network. @param {MouseEvent} event */
function jump(event) {
  event.preventDefault();
  const link = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  const place = document.getElementById(link.hash.slice(1));
  place?.setAttribute("tabindex", "-1");
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}
