/**
 * Downhill: gradient descent with one input, with two, and with the parameters of the network on
 * the page.
 */
import { html, render } from "lit";
import "./downhill.css";
import "./view.js";

const how = html`
  <p>With <math><mi>θ</mi></math> for all weights and biases as one long column, gradient descent
    repeats one step:</p>
  <math display="block">
    <mi>θ</mi><mo>←</mo><mi>θ</mi><mo>−</mo><mi>η</mi><mo>∇</mo><mi>C</mi><mo stretchy="false">(</mo><mi>θ</mi>
    <mo stretchy="false">)</mo>
  </math>
  <p>No direction is steeper than <math><mo>∇</mo><mi>C</mi></math>. Along
    <math><mo>−</mo><mo>∇</mo><mi>C</mi></math> the cost begins with the slope</p>
  <math display="block">
    <mfrac><mi>d</mi><mrow><mi>d</mi><mi>t</mi></mrow></mfrac><mi>C</mi><mo stretchy="false">(</mo><mi>θ</mi>
    <mo>−</mo><mi>t</mi><mo>∇</mo><mi>C</mi><mo stretchy="false">)</mo><msub><mo stretchy="false">|</mo><mrow><mi>t</mi><mo>=</mo>
    <mn>0</mn></mrow></msub><mo>=</mo><mo>−</mo><msup><mrow><mo stretchy="false">|</mo><mo>∇</mo><mi>C</mi>
    <mo stretchy="false">|</mo></mrow><mn>2</mn></msup>
  </math>
  <p>A step is <math><mi>η</mi><mo stretchy="false" form="prefix">|</mo><mo>∇</mo><mi>C</mi>
    <mo stretchy="false">|</mo></math> long, so it shrinks where the slope does. The trainer estimates the gradient from a
    mini-batch; here it is the mean over the first training digits. Each point of the plane is a
    whole network, <math><mi>θ</mi><mo>+</mo><mi>a</mi><mi>u</mi><mo>+</mo><mi>b</mi><mi>v</mi>
    </math>, with the cost of these digits. A path lies mostly in its two main directions,
    but so does a long random walk (Antognini &amp; Sohl-Dickstein 2018); in random directions it
    hardly moves. Those are normalised neuron by neuron, so that planes of
    different networks can be compared (Li et al. 2018). In the engine:
    <code>net.meanGradient(data)</code>, <code>net.costAlong(direction, ts, data)</code> and
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
