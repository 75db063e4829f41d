/** Three parts, one at a time: one input, two, and all parameters of the network on the page. */
import { html } from "lit";
import { count } from "../../common/numbers.js";
import { Part } from "../../ui/part.js";
import "./line-view.js";
import "./one-input.js";
import "./plane-view.js";
import "./two-inputs.js";

/** @typedef {"one" | "two" | "real"} Name */
/** @type {readonly Name[]} */
const NAMES = ["one", "two", "real"];

class Downhill extends Part {
  static properties = { shown: { state: true }, tell: { attribute: false } };

  constructor() {
    super();
    /** @type {Name} */
    this.shown = "real";
    /** @type {(figures: import("../index.js").Figures) => void} */
    this.tell = () => {};
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.network !== before.network;
  }

  render() {
    return html`
      <div class="row" role="tablist" aria-label="Number of inputs" @keydown=${this.#walk}>
        ${NAMES.map((name) => this.#tab(name))}
      </div>
      <div class="downhill-part" role="tabpanel" id="downhill-panel"
        aria-labelledby="downhill-tab-${this.shown}">${this.#panel()}</div>`;
  }

  /** @param {Name} name */
  #tab(name) {
    const isChosen = name === this.shown;
    const parameters = this.state.network?.parameterCount ?? 13002;
    const words = { one: "One input", two: "Two inputs", real: `All ${count(parameters)}` };
    return html`<button role="tab" id="downhill-tab-${name}" data-testid="downhill-part-${name}"
      aria-selected=${isChosen} aria-controls="downhill-panel" tabindex=${isChosen ? 0 : -1}
      @click=${() => this.#choose(name)}>${words[name]}</button>`;
  }

  #panel() {
    const { session, tell } = this;
    if (this.shown === "one") return html`<dh-one-input .session=${session}></dh-one-input>`;
    if (this.shown === "two") return html`<dh-two-inputs .session=${session}></dh-two-inputs>`;
    return html`
      <div class="downhill-real">
        <dh-downhill-line .session=${session} .tell=${tell}></dh-downhill-line>
        <dh-downhill-plane class="stack" .session=${session}></dh-downhill-plane>
      </div>`;
  }

  /** @param {Name} name */
  #choose(name) {
    this.shown = name;
  }

  /** Arrow keys, Home and End, as in any list of tabs. @param {KeyboardEvent} event */
  async #walk(event) {
    const at = NAMES.indexOf(this.shown);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#choose(/** @type {Name} */ (NAMES.at(to % NAMES.length)));
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector("[aria-selected=true]"))?.focus();
  }
}

customElements.define("dh-downhill", Downhill);
