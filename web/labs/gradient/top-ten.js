/**
 * The ten components that matter most, with their numbers. `<dh-gradient-top-ten .found>`; the
 * event "select" brings an index.
 */
import { html, nothing } from "lit";
import { signed } from "../../common/signed-numbers.js";
import * as texts from "../../texts/en/gradient.js";
import { LightElement } from "../../ui/part.js";
import { tone } from "./details.js";
import { explanationOf, formulaOf, valuesOf } from "./explanation.js";

const TEN = 10;

class TopTen extends LightElement {
  static properties = { found: { attribute: false } };

  constructor() {
    super();
    this.takesTurns = true;
    /** @type {import("./view.js").Found} */
    this.found = /** @type {any} */ (null);
  }

  render() {
    const { order, gradient, count } = this.found;
    const first = [...order.subarray(0, TEN)].filter((at) => gradient[at] !== 0);
    if (!first.length) return nothing;
    return html`
      <h3>${texts.mattersMost(first.length)}</h3>
      <p class="small quiet">${formulaOf(count)}</p>
      <ol class="top-ten" role="list" data-testid="gradient-ten">
        ${first.map((at) => this.#row(at))}
      </ol>`;
  }

  /** @param {number} at  index of the component */
  #row(at) {
    const { found } = this;
    const explanation = explanationOf(found, found.layers, at);
    const { name, slope, value } = explanation;
    const values = valuesOf(explanation, found.count);
    const select = () => this.dispatchEvent(new CustomEvent("select", { detail: at }));
    return html`<li>
      <button class="plain" @click=${select}>
        <span class="number ${tone(-slope)}">${signed(-slope)}</span> ${name}</button>
      <p class="small quiet">${texts.now(value)} ${values}</p>
    </li>`;
  }
}

customElements.define("dh-gradient-top-ten", TopTen);
