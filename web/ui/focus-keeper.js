/**
 * Keeps the keyboard's place in a host: when what has the focus is taken away or disabled, the
 * nearest thing that can have it gets it, and the next Tab goes on from there.
 */
const FOCUSABLE = "button, input, select, summary, a[href], [tabindex]";

export class FocusKeeper {
  #host;
  #observer = new MutationObserver(() => this.#check());
  /** What had the focus last, and what it was in, outwards to the host. @type {Element[]} */
  #path = [];

  /** @param {import("./controllers.js").Host} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#host.addEventListener("focusin", this.#remember);
    this.#host.addEventListener("focusout", this.#leave);
    const what = { attributes: true, attributeFilter: ["disabled"] };
    this.#observer.observe(this.#host, { childList: true, subtree: true, ...what });
  }

  hostDisconnected() {
    this.#host.removeEventListener("focusin", this.#remember);
    this.#host.removeEventListener("focusout", this.#leave);
    this.#observer.disconnect();
    this.#path = [];
  }

  /** @param {Event} event */
  #remember = ({ target }) => {
    this.#path = [];
    let each = /** @type {Element | null} */ (target);
    for (; each; each = each === this.#host ? null : each.parentElement) this.#path.push(each);
  };

  /** Its user went elsewhere, if what had the focus could still have it. */
  #leave = () => {
    setTimeout(() => {
      const [had] = this.#path;
      if (had && isUsable(had) && document.activeElement !== had) this.#path = [];
    });
  };

  #check() {
    const [had, ...around] = this.#path;
    if (!had || isUsable(had)) return;
    this.#path = [];
    const { activeElement } = document;
    if (activeElement !== document.body && activeElement !== had) return;
    const near = around.flatMap((each) => [...each.querySelectorAll(FOCUSABLE)]);
    const next = near.find((each) => isUsable(each) && each.checkVisibility());
    /** @type {HTMLElement | undefined} */ (next)?.focus({ preventScroll: true });
  }
}

/** @param {Element} element */
const isUsable = (element) => element.isConnected && !element.matches(":disabled, [tabindex='-1']");
