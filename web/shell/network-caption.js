/** Which network is on the page, what it is trained on, and buttons that load another one. */
import { html, nothing } from "lit";
import { Part } from "../ui/part.js";
import { dataWords, networkWords } from "./caption-text.js";

const NETWORKS = /** @type {const} */ ({
  lesson: "The lesson’s",
  pretrained: "Modern recipe (ReLU, softmax)",
  best: "Most accurate",
  random: "Random",
});

/** @typedef {keyof typeof NETWORKS} Kind */

class NetworkCaption extends Part {
  static properties = { pending: { state: true } };

  constructor() {
    super();
    /** @type {Kind | null} the network that is being loaded */
    this.pending = null;
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const fields = /** @type {const} */ (["status", "network", "provenance"]);
    return (
      fields.some((field) => state[field] !== before[field]) ||
      state.settings !== before.settings ||
      dataWords(state) !== dataWords(before)
    );
  }

  render() {
    const { name, rest } = networkWords(this.state);
    const canLoad = !this.state.settings.hide.includes("reset");
    return html`
      <p class="small quiet words">
        <b>${name}</b>${rest}
        <span data-testid="data-source">${dataWords(this.state)}</span>
      </p>
      ${canLoad ? this.#buttons() : nothing}`;
  }

  #buttons() {
    const kinds = /** @type {Kind[]} */ (Object.keys(NETWORKS));
    return html`
      <div class="row load" role="group" aria-label="Load a network">
        <span class="small quiet" aria-hidden="true">Load a network:</span>
        ${kinds.map((kind) => this.#button(kind))}
      </div>`;
  }

  /** @param {Kind} kind */
  #button(kind) {
    const isPending = kind === this.pending;
    const isOff = this.state.status !== "ready" || this.pending !== null;
    return html`
      <button data-testid="load-${kind}" title=${this.#title(kind)} ?disabled=${isOff} aria-busy=${isPending}
        @click=${() => this.#load(kind)}>${isPending ? "Loading…" : NETWORKS[kind]}</button>`;
  }

  /** What the button's words do not say. @param {Kind} kind */
  #title(kind) {
    return kind === "random" ? `Random network: ${this.session.resetWords} (R)` : nothing;
  }

  /** @param {Kind} kind */
  async #load(kind) {
    const loading = this.session.begin(kind);
    this.session.act(loading);
    this.pending = kind;
    await Promise.allSettled([loading]);
    this.pending = null;
  }
}

customElements.define("dh-network-caption", NetworkCaption);
