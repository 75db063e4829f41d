/**
 * Own digits before they are used: some of them with their labels, how many there are of each
 * class, and what may be wrong, with a button that mends it. Give it `.draft`; it fires "mend".
 */
import { html, nothing } from "lit";
import { count } from "../common/numbers.js";
import * as texts from "../texts/en/own-data.js";
import { paintPicture } from "../ui/canvas.js";
import { inkScale } from "../ui/colors.js";
import { PaintController } from "../ui/controllers.js";
import { LightElement } from "../ui/part.js";

/** @typedef {import("../common/own-data/found.js").Mend} Mend */

class OwnDataPreview extends LightElement {
  static properties = { draft: { attribute: false }, isBusy: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../worker/own-data-protocol.js").Draft} */
    this.draft = /** @type {any} */ (null);
    this.isBusy = false;
    new PaintController(this, () => this.#paint(), null);
  }

  render() {
    const { name, count: total, preview, notes } = this.draft;
    return html`
      <h3 tabindex="-1">${texts.found(name, total)}</h3>
      ${notes.length ? this.#notes() : nothing}
      <div class="look">
        <figure>
          <figcaption class="small quiet">${texts.preview(preview.length, total)}</figcaption>
          <ul role="list" class="pictures">
            ${preview.map(
              ({ label }) =>
                html`<li><canvas role="img" aria-label=${texts.labelled(label)}></canvas
                  ><b aria-hidden="true">${label}</b></li>`,
            )}
          </ul>
          ${this.#adjust()}
        </figure>
        ${this.#classes()}
      </div>`;
  }

  #notes() {
    return html`
      <ul role="list" class="notes" data-testid="own-data-notes">
        ${this.draft.notes.map(
          ({ text, mend }) => html`<li><p>${text}</p>${mend ? this.#button(mend) : nothing}</li>`,
        )}
      </ul>`;
  }

  #adjust() {
    const { mends } = this.draft;
    return html`
      <fieldset class="row adjust">
        <legend class="small quiet">${texts.adjust}</legend>
        ${
          /** @type {const} */ (["invert", "transpose"]).map(
            (mend) => html`
            <label><input type="checkbox" .checked=${mends[mend]} ?disabled=${this.isBusy}
              data-testid="adjust-${mend}" @change=${() => this.#toggle(mend)}
              />${texts.mends[mend]}</label>`,
          )
        }
      </fieldset>`;
  }

  /** @param {Mend} mend */
  #button(mend) {
    return html`
      <button data-testid="mend-${mend}" ?disabled=${this.isBusy}
        @click=${() => this.#toggle(mend)}>${texts.mends[mend]}</button>`;
  }

  #classes() {
    const { counts, testName } = this.draft;
    const all = counts.train.map((train, label) => ({ label, train, test: counts.test[label] }));
    const most = Math.max(1, ...all.map(({ train, test }) => train + test));
    const [train, test] = [sum(counts.train), sum(counts.test)];
    return html`
      <div>
        <table class="classes">
          <caption class="small quiet">${texts.classes}</caption>
          <thead>
            <tr><th scope="col">${texts.classHead}</th><td></td
              ><th scope="col">${texts.trainHead}</th><th scope="col">${texts.testHead}</th></tr>
          </thead>
          <tbody>${all.map((row) => classRow(row, most))}</tbody>
        </table>
        <p class="small quiet">${texts.splitWords(train, test, testName)}</p>
      </div>`;
  }

  updated() {
    // The button that was pressed is gone with its note.
    const isLost = this.#wasPressed && !this.isBusy && !this.contains(document.activeElement);
    if (isLost) this.focusTitle();
    if (!this.isBusy) this.#wasPressed = false;
  }

  #wasPressed = false;

  focusTitle() {
    this.querySelector("h3")?.focus();
  }

  /** @param {Mend} mend */
  #toggle(mend) {
    this.#wasPressed = true;
    const detail = { ...this.draft.mends, [mend]: !this.draft.mends[mend] };
    this.dispatchEvent(new CustomEvent("mend", { detail }));
  }

  #paint() {
    const { preview } = this.draft;
    const scale = inkScale();
    for (const [i, canvas] of this.querySelectorAll("canvas").entries()) {
      paintPicture(canvas, preview[i].pixels, (value) => scale(value / 255));
    }
  }
}

/** @param {{ label: number, train: number, test: number }} row @param {number} most */
function classRow({ label, train, test }, most) {
  const [trained, tested] = [(100 * train) / most, (100 * test) / most];
  return html`
    <tr>
      <th scope="row">${label}</th>
      <td class="bar" aria-hidden="true"
        ><i style="width:${trained}%"></i><i class="test" style="width:${tested}%"></i></td>
      <td class="number">${count(train)}</td>
      <td class="number">${count(test)}</td>
    </tr>`;
}

/** @param {number[]} counts */
const sum = (counts) => counts.reduce((all, each) => all + each, 0);

customElements.define("dh-own-data-preview", OwnDataPreview);
