/** All neurons as dots, lit as they are: arrow keys walk from one to the next, layer by layer. */

import { html, nothing } from "lit";
import { drawnNeurons } from "../../common/parameters.js";
import { enterWholeNumber } from "../../texts/en/controls.js";
import * as texts from "../../texts/en/inside.js";
import { readingKey } from "../../ui/keys.js";
import { brightness } from "../../ui/network/paint.js";
import "../../ui/typed-field.js";
import { nameOfLayer, nameOfNeuron } from "./text.js";

/** Neurons of a layer that are shown; a field takes the number of any other. */
const MOST_SHOWN = 32;

/**
 * Layers and neurons that an arrow key goes on.
 * @type {Record<string, [layers: number, neurons: number]>}
 */
const KEYS = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/**
 * @typedef {import("./anatomy.js").Neuron} Neuron
 * @typedef {import("../../model/state.js").State} State
 *
 * @typedef {object} Row  one layer
 * @property {number} layer
 * @property {number} last  layer of the outputs
 * @property {number} count  of its neurons
 * @property {Float32Array | null} activations  null without an input
 * @property {Neuron} current
 * @property {Pick} pick
 *
 * @typedef {(neuron: Neuron, isByKeyboard?: boolean) => void} Pick
 */

/** @param {State} state @param {Neuron} current @param {Pick} pick */
export function picker({ network, reading }, current, pick) {
  if (!network) return nothing;
  const { layers } = network;
  const last = layers.length - 1;
  const walk = (/** @type {KeyboardEvent} */ event) => {
    const to = neighbour(event, layers, current);
    if (!to) return;
    event.preventDefault();
    pick(to, true);
  };
  return html`
    <div class="picker" role="radiogroup" aria-label=${texts.neuron} @keydown=${walk}>
      ${layers.slice(1).map((count, i) => {
        const values = reading?.activations[i + 1];
        const isRead = values?.length === count && reading?.answer !== null;
        const activations = isRead ? values : null;
        return row({ layer: i + 1, last, count, activations, current, pick });
      })}
    </div>`;
}

/** @param {Row} row */
function row(row) {
  const { layer, last, count, activations, current } = row;
  const level = activations ? brightness(activations) : () => 0;
  const dots = shownOf(count, layer, current).map((index) => dot(row, index, level(index)));
  return html`
    <div class="picker-layer">
      <p class="small quiet">${nameOfLayer(layer, last)}</p>
      <div class="dots-frame"><div class="dots ${layer === last ? "ten" : ""}">${dots}</div></div>
      ${count > MOST_SHOWN ? numberField(row) : nothing}
    </div>`;
}

/** @param {Row} row @param {number} index @param {number} level  brightness, 0…1 */
function dot({ layer, last, activations, current, pick }, index, level) {
  const isPicked = current.layer === layer && current.index === index;
  const name = nameOfNeuron({ layer, index }, last);
  const words = activations ? texts.neuronAndActivation(name, activations[index]) : name;
  const digit = layer === last ? html`<b>${index}</b>` : nothing;
  return html`<button class="plain dot" role="radio" aria-checked=${isPicked}
    tabindex=${isPicked ? 0 : -1} data-neuron="${layer}-${index}" style="--a:${level.toFixed(3)}"
    title=${name} aria-label=${words}
    @click=${() => pick({ layer, index })}><i></i>${digit}</button>`;
}

/**
 * The first and the last neurons of a large layer, and the current one between them.
 * @param {number} count
 * @param {number} layer
 * @param {Neuron} current
 */
function shownOf(count, layer, current) {
  if (count <= MOST_SHOWN) return drawnNeurons(count, MOST_SHOWN);
  const shown = drawnNeurons(count, MOST_SHOWN + 1);
  const isOther = current.layer === layer && !shown.includes(current.index);
  if (isOther) shown[MOST_SHOWN / 2 - 1] = current.index;
  return shown;
}

/** @param {Row} row */
function numberField({ layer, count, current, pick }) {
  const shown = current.layer === layer ? String(current.index + 1) : "";
  const advice = enterWholeNumber("", 1, count, String(Math.min(count, 7)));
  const choose = (/** @type {CustomEvent<number>} */ { detail }) =>
    pick({ layer, index: detail - 1 });
  const field = html`<dh-typed-field .text=${shown} .kind=${{ type: "integer", min: 1, max: count }}
    .advice=${advice} .label=${`picker-${layer}`} @value-change=${choose}></dh-typed-field>`;
  return html`<label class="small quiet" id="picker-${layer}"
    >${texts.numberOf(field, count)}</label>`;
}

/**
 * The neuron that an arrow key leads to.
 * @param {KeyboardEvent} event
 * @param {number[]} layers
 * @param {Neuron} current
 * @returns {Neuron | null}
 */
function neighbour(event, layers, { layer, index }) {
  const step = KEYS[readingKey(event)];
  if (!step || /** @type {Element} */ (event.target).tagName === "INPUT") return null;
  const toLayer = Math.min(layers.length - 1, Math.max(1, layer + step[0]));
  const toIndex = Math.min(layers[toLayer] - 1, Math.max(0, index + step[1]));
  return { layer: toLayer, index: toIndex };
}
