/** The last step of a neuron: its activation function applied to z. */
import { html } from "lit";
import * as texts from "../../texts/en/inside.js";
import { activationPlot } from "./activation-plot.js";
import { activationText, signed } from "./text.js";

/**
 * @param {import("./anatomy.js").Anatomy} anatomy
 * @param {Float32Array | null} asked  the curve by the engine; see activationPlot
 */
export function activationFigure(anatomy, asked) {
  const { activationFunction, z, activation } = anatomy;
  const { name, symbol, isOneOfTen } = activationFunction;
  const caption = isOneOfTen ? texts.activationFunctionAlone(name) : texts.activationFunction(name);
  const level = Math.max(0, Math.min(1, activation || 0));
  return html`
    <figure>
      <figcaption>${caption}</figcaption>
      ${activationPlot(anatomy, asked)}
    </figure>
    <p class="result number">
      <i class="neuron" style="--a:${level.toFixed(3)}"></i>
      <span>${symbol}(${signed(z)}) =</span>
      <output class="title" data-testid="inside-activation" aria-live="off"
        aria-label=${texts.activation}>${activationText(activation)}</output>
    </p>`;
}
