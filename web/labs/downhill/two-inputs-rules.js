/** Gradient descent, momentum and Adam as formulas. */
import { html, mathml } from "lit";
import * as texts from "../../texts/en/downhill-functions.js";
import { formula } from "../../ui/formula.js";
import { BETA1, BETA2 } from "./descent.js";

const [beta1, beta2] = [String(BETA1), String(BETA2)];

/** What a mean that began at 0 lacks after t steps. @param {string} beta */
const lack = (beta) => formula`(1 − ${mathml`<msup><mn>${beta}</mn><mi>t</mi></msup>`})`;

const square = mathml`<msup>${formula`)`}<mn>2</mn></msup>`;
const ratio = mathml`
  <mfrac displaystyle="true">
    <mrow>${formula`m / ${lack(beta1)}`}</mrow>
    <mrow><msqrt>${formula`v / ${lack(beta2)}`}</msqrt>${formula`+ ε`}</mrow>
  </mfrac>`;

export const rules = html`
  <details>
    <summary>${texts.rules}</summary>
    <div class="rules">
      <p>${texts.ruleOfDescent}</p>
      <math>${formula`w ← w − η∇C`}</math>
      <p>${texts.ruleOfMomentum}</p>
      <math>${formula`m ← ${beta1}m + ∇C`}</math>
      <math>${formula`w ← w − ηm`}</math>
      <p>${texts.ruleOfAdam}</p>
      <math>${formula`m ← ${beta1}m + 0.1∇C`}</math>
      <math>${formula`v ← ${beta2}v + 0.001(∇C${square}`}</math>
      <math>${formula`w ← w − η${ratio}`}</math>
    </div>
  </details>`;
