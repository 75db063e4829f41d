/** A picture with what the network predicts for it, and a change made large enough to be seen. */
import { html, nothing } from "lit";
import { percent } from "../../common/numbers.js";
import * as texts from "../../texts/en/fool.js";
import { outputBars } from "../../ui/output-bars.js";
import { verdict } from "../../ui/verdict.js";
import { predictionOf, targetWords } from "./words.js";

/** @typedef {import("./queries.js").Read} Read */

/**
 * @param {object} about
 * @param {"original" | "attacked" | "random"} about.name  also of the canvas, in `data-picture`
 * @param {string} about.title
 * @param {Read} about.read
 * @param {number | null} about.label  the truth, where there is one
 * @param {string} about.words
 * @param {number | null} [about.target]  of the attack
 */
export function picture({ name, title, read, label, words, target = null }) {
  const prediction = predictionOf(read.outputs);
  const confidence = percent(prediction.confidence, 0);
  const aim = target === null ? nothing : html`<br />${targetWords(target, read.outputs)}`;
  return html`<figure class="fool-picture ${name}" data-testid="fool-${name}">
    <p class="heading">${title}</p>
    <canvas class="picture" data-picture=${name} role="img"
      aria-label=${texts.predicted(title, prediction.answer, prediction.confidence)}></canvas>
    <figcaption class=${name === "original" ? "" : "veiled"}>
      <span class="says">${verdict(prediction, { label })}
        <span><span class="title number">${confidence}</span>
          <span class="quiet small">${texts.confidence}</span></span></span>
      <span class="small words">${words}${aim}</span>
      ${outputBars(read.outputs, { target })}
    </figcaption></figure>`;
}

/**
 * @param {"attack" | "noise"} name  of the canvas, in `data-picture`
 * @param {string} title @param {number} epsilon @param {unknown} [button]
 */
export function change(name, title, epsilon, button = nothing) {
  return html`<figure class="fool-change">
    <canvas class="picture" data-picture=${name} role="img"
      aria-label=${texts.change(title, epsilon)}></canvas>
    <figcaption class="stack small"><span class="quiet"
      >${texts.changeCaption(title, epsilon)}</span>${button}
    </figcaption></figure>`;
}
