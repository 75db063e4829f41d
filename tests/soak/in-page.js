/**
 * What runs inside the page. Each function is sent to the browser as text and can use nothing from
 * this file.
 */

/**
 * Counts frames, and keeps what nobody has caught. Runs before the page's own scripts, in every
 * document.
 */
export function watch() {
  const seen = {
    /** @type {string[]} */ errors: [],
    /** Milliseconds from a frame to the next, the longest since it was last asked for. */
    longest: 0,
    /** Not counting: what is going on is no visitor's doing. */
    isPaused: false,
  };
  /** @type {any} */ (globalThis).soak = seen;
  // Firefox would wait for an answer to its dialog for ever.
  globalThis.print = () => {
    for (const name of ["beforeprint", "afterprint"]) dispatchEvent(new Event(name));
  };
  const stackOf = (/** @type {any} */ error) => String(error?.stack ?? error);
  addEventListener("error", ({ error, message }) => {
    // The browser's own: an observer is told a frame later. It is no fault of anybody's.
    if (message.startsWith("ResizeObserver loop")) return;
    seen.errors.push(`uncaught: ${message} ${error ? stackOf(error) : ""}`);
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    seen.errors.push(`rejected: ${stackOf(reason)}`);
  });
  let last = 0;
  const frame = (/** @type {number} */ now) => {
    // A hidden page paints nothing; the load of a document is measured elsewhere.
    const isCounted = last && !document.hidden && !seen.isPaused;
    if (isCounted) seen.longest = Math.max(seen.longest, now - last);
    last = document.hidden || seen.isPaused ? 0 : now;
    requestAnimationFrame(frame);
  };
  addEventListener("load", () => requestAnimationFrame(frame));
}

/**
 * How many nodes, texts and comments among them, each place of the document has.
 * @returns {Record<string, number>} by a lab's name, or that of a part of the page
 */
export function countNodes() {
  /** @type {Record<string, number>} */
  const counts = {};
  const walker = document.createTreeWalker(document);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const element = node instanceof Element ? node : node.parentElement;
    const lab = element?.closest("dh-lab")?.querySelector("[id]")?.id;
    const part = element?.closest("dh-playground > *, body > *")?.localName;
    const place = lab ? `lab ${lab}` : `<${part ?? "html"}>`;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/**
 * What can be clicked, typed into or chosen now.
 * @returns {number} how many; their order is that of the document
 */
export function findControls() {
  const selector =
    "button, a[href^='#'], summary, input, select, textarea, canvas[tabindex], " +
    "[role=button], [role=tab], [role=radio], [role=slider]";
  const dialog = document.querySelector("dialog:modal");
  const found = [...(dialog ?? document).querySelectorAll(selector)].filter((control) => {
    const box = control.getBoundingClientRect();
    const isOff = /** @type {any} */ (control).disabled;
    return !isOff && box.width > 0 && box.height > 0 && !control.closest("[inert]");
  });
  /** @type {any} */ (globalThis).soakControls = found;
  return found.length;
}

/**
 * Brings one of those controls into sight.
 * @param {number} index
 * @returns {{ name: string, kind: string, x: number, y: number, options: string[] } | null}
 */
export function lookAtControl(index) {
  const control = /** @type {any} */ (globalThis).soakControls?.[index];
  if (!control?.isConnected) return null;
  control.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const { x, y, width, height } = control.getBoundingClientRect();
  const name = control.dataset.testid || control.getAttribute("aria-label") || control.className;
  const words = (control.textContent ?? "").trim().slice(0, 30);
  const type = control.localName === "input" ? control.type : control.localName;
  return {
    name: `${control.localName} ${name || control.name || ""} ${JSON.stringify(words)}`,
    kind: type,
    x: x + width / 2,
    y: y + height / 2,
    options: type === "select" ? [...control.options].map(({ value }) => value) : [],
  };
}

/**
 * In full screen the size is not the one that was given last. Firefox answers a change of it only
 * when full screen is left.
 */
export function lookAtWindow() {
  const isFixed = document.fullscreenElement !== null && /Firefox/.test(navigator.userAgent);
  return { width: innerWidth, height: innerHeight, isFixed };
}

/**
 * Chooses or slides as the browser's own control would.
 * @param {number} index @param {string | number} value  of a range: part of its way, 0…1
 */
export function setControl(index, value) {
  const control = /** @type {any} */ (globalThis).soakControls?.[index];
  if (!control?.isConnected) return;
  if (control.type === "range") {
    const low = Number(control.min || 0);
    control.value = String(low + Number(value) * (Number(control.max || 100) - low));
  } else {
    control.value = String(value);
  }
  control.dispatchEvent(new InputEvent("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Each option of each list and of each group of buttons. @param {string} place */
export async function chooseAll(place) {
  const painted = () => new Promise((resolve) => setTimeout(resolve, 100));
  const lab = /** @type {HTMLElement} */ (document.querySelector(place));
  for (const list of lab.querySelectorAll("select")) {
    for (const { value } of list.options) {
      list.value = value;
      list.dispatchEvent(new Event("change", { bubbles: true }));
      await painted();
    }
  }
  for (const choice of lab.querySelectorAll("[role=radio], input[type=radio]")) {
    /** @type {HTMLElement} */ (choice).click();
    await painted();
  }
}

/** @param {import("./monkey.js").Dropped[]} files @param {number | null} index  of a file input */
export async function giveFiles(files, index) {
  const transfer = new DataTransfer();
  for (const { name, type, url } of files) {
    const bytes = await (await fetch(url)).arrayBuffer();
    transfer.items.add(new File([bytes], name, { type }));
  }
  const control = index === null ? null : /** @type {any} */ (globalThis).soakControls?.[index];
  if (control) {
    control.files = transfer.files;
    control.dispatchEvent(new Event("change", { bubbles: true }));
    return;
  }
  for (const kind of ["dragover", "drop"]) {
    const options = { bubbles: true, cancelable: true, dataTransfer: transfer };
    document.body.dispatchEvent(new DragEvent(kind, options));
  }
}

/** What the page says of itself, and the longest frame since it was last asked. */
export function report() {
  const { soak } = /** @type {any} */ (globalThis);
  const { session } = /** @type {any} */ (document.querySelector("dh-playground")) ?? {};
  const { status, failure, lab, phase, parameters } = session?.state ?? {};
  const answer = {
    errors: soak.errors.splice(0),
    longest: soak.longest,
    status: status ?? "none",
    failure: failure ? `${failure.what} ${failure.why}` : "",
    lab: lab ?? "",
    phase: phase ?? "",
    parameters: parameters?.length ?? 0,
    isBlank: !document.querySelector("dh-drawing canvas") && status === "ready",
  };
  soak.longest = 0;
  return answer;
}
