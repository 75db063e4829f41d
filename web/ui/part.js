/** Base classes of the custom elements of the page. */
import { LitElement } from "lit";
import { VisibilityController } from "./controllers.js";
import { isPrinting } from "./surface.js";
import { turn } from "./turns.js";

/** How far outside the screen a part goes on painting, so that scrolling never shows an old one. */
const MARGIN = "200px";

/** A custom element without a shadow root: the page's style sheets apply to what it renders. */
export class LightElement extends LitElement {
  /**
   * Set it in the constructor of a part that takes long to render: each such part renders in a
   * frame of its own.
   */
  takesTurns = false;
  /**
   * The same for its first rendering only: so the first screen comes in short tasks. Its style
   * sheet reserves its height, so that nothing moves.
   */
  beginsInTurn = false;

  createRenderRoot() {
    return this;
  }

  scheduleUpdate() {
    const isInTurn = this.takesTurns || (this.beginsInTurn && !this.hasUpdated);
    // The sheet shows what is rendered by the end of the task.
    if (!isInTurn || isPrinting()) return super.scheduleUpdate();
    return turn().then(() => super.scheduleUpdate());
  }

  connectedCallback() {
    super.connectedCallback();
    // What changed while it was out of the page.
    if (this.hasUpdated) this.requestUpdate();
  }
}

/**
 * A custom element that shows the session's state. Give it `.session`; it renders again in the
 * frame in which the state changes, as do all others, so that all show one version of the network.
 * With `pauseWhenHidden` it does not render changes of the state while it is out of sight, and
 * catches up when it comes into sight. In a lab that is not open no part renders a change.
 */
export class Part extends LightElement {
  /**
   * An element that was in the page before its module has its session already.
   * @type {import("../model/session.js").Session}
   */
  session = /** @type {any} */ (this).session ?? null;
  /** Set it in the constructor. */
  pauseWhenHidden = false;
  /** Generation and version of the network at the last render. */
  paintedGeneration = -1;
  paintedVersion = -1;
  #unsubscribe = () => {};
  /** @type {VisibilityController | null} */
  #visibility = null;
  #missed = false;

  get state() {
    return this.session.state;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#unsubscribe = this.session.subscribe((state, before) => {
      if (this.shouldPaint(state, before)) this.#stateChanged();
    });
    if (this.pauseWhenHidden) {
      const changed = () => this.#missed && this.#stateChanged();
      this.#visibility ??= new VisibilityController(this, changed, {
        margin: MARGIN,
        initially: true,
      });
    }
  }

  disconnectedCallback() {
    this.#unsubscribe();
    super.disconnectedCallback();
  }

  /**
   * Whether this change of the state changes what the part shows. Override it to render less often.
   * @param {import("../model/state.js").State} _state
   * @param {import("../model/state.js").State} _before
   */
  shouldPaint(_state, _before) {
    return true;
  }

  #stateChanged() {
    this.#missed = this.#visibility?.inSight === false || this.closest("dh-lab[hidden]") !== null;
    if (!this.#missed) this.requestUpdate();
  }

  /** Whether what is in the page is of an older state; an update is to come. */
  get isStale() {
    return this.#missed || this.isUpdatePending;
  }

  /** Renders what changed while its lab was not the one that is open. */
  catchUp() {
    if (this.#missed) this.#stateChanged();
  }

  /** @param {import("lit").PropertyValues} changed */
  update(changed) {
    this.#missed = false;
    this.paintedGeneration = this.state.generation;
    this.paintedVersion = this.state.version;
    super.update(changed);
  }
}
