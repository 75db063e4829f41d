/** All neurons as dots, lit as they are: arrow keys walk from one to the next, layer by layer. */
import { html, nothing } from "lit";
import { fraction } from "../../common/numbers.js";
import { drawnNeurons } from "../../common/parameters.js";
import { brightness } from "../../ui/network/paint.js";

/** Neurons of a layer that are shown; a field takes the number of any other. */
const ROOM = 32;

/**
 * @typedef {import("./anatomy.js").Neuron} Neuron
 *
 * @param {import("../../model/state.js").State} state @param {Neuron} current @param {(neuron: Neuron) => void} pick
 */
export function picker({ network, reading }, current, pick) {
  if (!network) return nothing;
  const last = network.layers.length - 1;
  return html`
    <div class="picker" role="radiogroup" aria-label="Which neuron" @keydown=${(/** @type {KeyboardEvent} */ event) => walk(event, network.layers, current, pick)}>
      ${network.layers.slice(1).map((count, i) => {
        const layer = i + 1;
        const values = reading?.activations[layer];
        const lit = values?.length === count && reading?.answer !== null ? values : null;
        const level = lit ? brightness(lit) : () => 0;
        return html`
          <div class="picker-layer">
            <p class="small quiet">${layer === last ? "Outputs" : layerName(layer, last)}</p>
            <div class="dots">
              ${shownOf(count, layer, current).map((index) => dot({ layer, index }, level(index), lit?.[index]))}
            </div>
            ${count > ROOM ? numberField(layer, count, current, pick) : nothing}
          </div>`;
      })}
    </div>`;

  /** @param {Neuron} neuron @param {number} level @param {number} [value] */
  function dot({ layer, index }, level, value) {
    const picked = current.layer === layer && current.index === index;
    return html`<button class="plain dot" role="radio" aria-checked=${picked} tabindex=${picked ? 0 : -1}
      data-neuron="${layer}-${index}" style="--a:${level.toFixed(3)}" @click=${() => pick({ layer, index })}
      title=${nameOfNeuron({ layer, index }, last)}
      aria-label="${nameOfNeuron({ layer, index }, last)}${value === undefined ? "" : `, ${fraction(value)}`}"><i></i>${layer === last ? html`<b>${index}</b>` : nothing}</button>`;
  }
}

/** @param {number} layer @param {number} last */
function layerName(layer, last) {
  if (last < 3) return "Hidden layer";
  return ["First layer", "Second layer", "Third layer", "Fourth layer"][layer - 1];
}

/** @param {Neuron} neuron @param {number} last  layer of the outputs */
export function nameOfNeuron({ layer, index }, last) {
  return layer === last ? `Output ${index}` : `Neuron ${index + 1} of layer ${layer}`;
}

/** @param {number} count @param {number} layer @param {Neuron} current */
function shownOf(count, layer, current) {
  const shown = drawnNeurons(count, ROOM + 1);
  if (current.layer === layer && !shown.includes(current.index)) shown.push(current.index);
  return shown.sort((a, b) => a - b);
}

/** @param {number} layer @param {number} count @param {Neuron} current @param {(neuron: Neuron) => void} pick */
function numberField(layer, count, current, pick) {
  const shown = current.layer === layer ? String(current.index + 1) : "";
  const choose = (/** @type {any} */ event) => {
    const number = Number(event.target.value);
    if (Number.isInteger(number) && number >= 1 && number <= count)
      pick({ layer, index: number - 1 });
  };
  return html`<label class="small quiet">Number <input type="number" min="1" max=${count} inputmode="numeric" .value=${shown} @change=${choose} /> of ${count}</label>`;
}

/** @param {KeyboardEvent} event @param {number[]} layers @param {Neuron} current @param {(neuron: Neuron) => void} pick */
function walk(event, layers, { layer, index }, pick) {
  const target = /** @type {HTMLElement} */ (event.target);
  const group = /** @type {HTMLElement} */ (event.currentTarget);
  if (target.tagName === "INPUT") return;
  const steps = /** @type {Record<string, [number, number]>} */ ({
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
  });
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const toLayer = Math.min(layers.length - 1, Math.max(1, layer + step[0]));
  const toIndex = Math.min(layers[toLayer] - 1, Math.max(0, index + step[1]));
  pick({ layer: toLayer, index: toIndex });
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      /** @type {HTMLElement | null} */ (group.querySelector("[aria-checked=true]"))?.focus(),
    ),
  );
}
