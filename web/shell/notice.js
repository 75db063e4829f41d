/** One sentence about what just happened, and at most one button. */
import { html, nothing } from "lit";
import { icons } from "../ui/icons.js";
import { Part } from "../ui/part.js";

const SECONDS = 9;

class Notice extends Part {
  #timer = 0;

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return state.notice !== before.notice;
  }

  updated() {
    const { notice } = this.state;
    clearTimeout(this.#timer);
    if (notice && !notice.stays)
      this.#timer = window.setTimeout(() => this.session.dismiss(), SECONDS * 1000);
  }

  render() {
    const { notice } = this.state;
    return html`
      <div role="status" class="notice" ?hidden=${!notice}>
        ${
          notice
            ? html`<p>${notice.text}</p>
              ${notice.button ? html`<button class="primary" @click=${() => this.#act(notice)}>${notice.button}</button>` : nothing}
              <button class="icon plain" aria-label="Close" @click=${() => this.session.dismiss()}>${icons.clear}</button>`
            : nothing
        }
      </div>`;
  }

  /** @param {import("../model/state.js").Notice} notice */
  #act(notice) {
    this.session.dismiss();
    notice.act?.();
  }
}

customElements.define("dh-notice", Notice);
