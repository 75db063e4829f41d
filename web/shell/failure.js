/**
 * What failed, why, and the one button that goes on. With a network on the page it stands above
 * the playground, which shows the network as it was; without one it stands alone.
 */
import { html, nothing } from "lit";
import * as texts from "../texts/en/shell.js";
import { Part } from "../ui/part.js";

class Failure extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.failure !== before.failure || state.network !== before.network;
  }

  render() {
    const { failure } = this.state;
    return html`<div role="alert">${failure ? this.#panel(failure) : nothing}</div>`;
  }

  updated() {
    const { failure, network } = this.state;
    this.parentElement?.toggleAttribute("data-failed", failure !== null && network === null);
  }

  /** @param {import("../model/state.js").Failure} failure */
  #panel({ what, why, button, act }) {
    const go = () => this.session.act(Promise.resolve(act()));
    return html`
      <section class="failure">
        <div class="stack">
          <h2 class="title">${what}</h2>
          <p>${texts.sentence(why)}</p>
          ${this.state.network ? html`<p class="quiet">${texts.networkAsItWas}</p>` : nothing}
        </div>
        <button class="primary" @click=${go}>${button}</button>
      </section>`;
  }
}

customElements.define("dh-failure", Failure);
