/**
 * What failed, why, and the one button that goes on. With a network on the page it stands above
 * the playground, which shows the network as it was; without one it stands alone.
 */
import { html, nothing } from "lit";
import { Part } from "../ui/part.js";

const AS_IT_WAS = html`<p class="quiet">The page shows the network as it was last.</p>`;

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
          <p>${sentence(why)}</p>
          ${this.state.network ? AS_IT_WAS : nothing}
        </div>
        <button class="primary" @click=${go}>${button}</button>
      </section>`;
  }
}

/** With a capital letter and a full stop. @param {string} words */
function sentence(words) {
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, "")}.`;
}

customElements.define("dh-failure", Failure);
