/** A picture and what the network makes of it; a change, made large enough to be seen. */
import { html, nothing } from "lit";
import { fraction, percent } from "../../common/numbers.js";
import { answerOf, saidOfTarget } from "./verdict.js";

/** @typedef {{ pixels: Float32Array, outputs: Float32Array }} Read */

/**
 * @param {object} about
 * @param {string} about.name
 * @param {string} about.title
 * @param {Read} about.read
 * @param {number | null} about.label  the truth, where there is one
 * @param {string} about.said
 * @param {number | null} [about.target]  the digit it is to be taken for
 */
export function picture({ name, title, read, label, said, target = null }) {
  const { outputs } = read;
  const { answer, confidence, sure } = answerOf(outputs);
  const isWrong = sure && label !== null && answer !== label;
  const marks = `${isWrong ? "wrong" : ""} ${sure ? "" : "none"}`;
  return html`<figure class="fool-picture ${name}" data-testid="fool-${name}">
    <p class="heading">${title}</p>
    <canvas class="picture" data-picture=${name} role="img" aria-label="${title}: ${answer}, ${percent(confidence, 0)}"></canvas>
    <figcaption><span class="says"><output class="verdict ${marks}" aria-live="off">${answer}</output>
      <span><span class="title number">${percent(confidence, 0)}</span> <span class="quiet small">sure</span></span></span>
      <span class="small said">${said}${target === null ? nothing : html`<br />${saidOfTarget(target, outputs)}`}</span>
      ${bars(outputs, sure ? answer : -1, target)}</figcaption></figure>`;
}

/** @param {Float32Array} outputs @param {number} answer @param {number | null} target */
function bars(outputs, answer, target) {
  const classOf = (/** @type {number} */ d) =>
    `${d === answer ? "winner" : ""} ${d === target ? "target" : ""}`;
  return html`<ol class="bars" aria-label="The ten outputs">${Array.from(outputs, (a, d) => html`<li class=${classOf(d)} style="--a:${a}"><span class="bar"></span><span class="small">${d}</span><span class="only-heard">: ${fraction(a)}${d === target ? ", to be reached" : ""}</span></li>`)}</ol>`;
}

/** @param {string} name @param {string} words @param {number} epsilon @param {unknown} [button] */
export function change(name, words, epsilon, button = nothing) {
  const times = epsilon ? `${Math.round(1 / epsilon)} times as large` : "no change";
  return html`<figure class="fool-change">
    <canvas class="picture" data-picture=${name} role="img" aria-label="${words}, ${times}"></canvas>
    <figcaption class="stack small"><span class="quiet">${words},<br />${times}</span>${button}</figcaption></figure>`;
}
