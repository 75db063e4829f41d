/**
 * Downhill: gradient descent with one input, with two, and with the parameters of the network on
 * the page.
 */
import { html, mathml, render } from "lit";
import { formula } from "../../ui/formula.js";
import "./downhill.css";
import "./view.js";

const derivative = mathml`<mfrac>
  <mi>d</mi><mrow>${formula`dt`}</mrow>
</mfrac>`;
const atZero = mathml`<msub>${formula`|`}<mrow>${formula`t = 0`}</mrow></msub>`;
const size = mathml`<mrow>${formula`|∇C|`}</mrow>`;

const how = html`
  <p>With <math>${formula`θ`}</math> for all weights and biases as one long column, gradient descent
    repeats one step:</p>
  <math display="block">${formula`θ ← θ − η∇C(θ)`}</math>
  <p>No direction is steeper than <math>${formula`∇C`}</math>. Along <math>${formula`−∇C`}</math>
    the cost begins with the slope</p>
  <math display="block">
    ${formula`${derivative}C(θ − t∇C)${atZero} = −${mathml`<msup>${size}<mn>2</mn></msup>`}`}
  </math>
  <p>A step is <math>${formula`η${size}`}</math> long, so it shrinks where the slope does. The
    trainer estimates the gradient from a mini-batch; here it is the mean over the first training
    digits. Each point of the plane is a whole network, <math>${formula`θ + au + bv`}</math>, with
    the cost of these digits. A path lies mostly in its two main directions, but so does a long
    random walk (Antognini &amp; Sohl-Dickstein 2018); in random directions it hardly moves. Those
    are normalised neuron by neuron, so that planes of different networks can be compared (Li et al.
    2018). In the engine: <code>net.meanGradient(data)</code>,
    <code>net.costAlong(direction, ts, data)</code> and
    <code>net.costPlane(u, v, as, bs, data)</code>.</p>`;

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`Look at the slope: step left where it is positive and right where it is negative,
    again and again, and you come to a local minimum, like a ball that rolls down a hill. With
    many inputs the gradient is the direction of steepest ascent, and its negative is the step;
    when steps are proportional to the slope, they shrink near the minimum.`,
  how,
  mount(element, session) {
    render(html`<dh-downhill .session=${session}></dh-downhill>`, element);
    return () => render("", element);
  },
};
