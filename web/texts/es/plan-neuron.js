/** The lesson plan on the labs Inside and What it learned. */
import { count, fixed, percent, withMinus } from "../../common/numbers.js";
import * as inside from "./inside.js";
import { titles } from "./labs.js";
import * as learned from "./learned.js";
import { aDigit } from "./locale.js";
import { testDigit } from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").neuron} Figures */

export const title = "Lo que ve una neurona";

export const question = "¿Qué calcula una sola neurona? ¿Busca bordes?";

export const aim = `El grupo calcula una activación a partir de pesos, entradas y un sesgo, cambia
  un número de la red y ve que los pesos no muestran ni bordes ni bucles.`;

export const needs =
  "Un dispositivo para cada dos estudiantes. Saben sumar y multiplicar números decimales.";

/** With as many decimals as the lab shows. @param {number} value */
const exact = (value) => withMinus(fixed(value, 3));

export const steps = [
  {
    title: "¿Cuántos números tiene una neurona?",
    minutes: 3,
    todo: `Abre el enlace y lee en voz alta la pregunta del laboratorio «${titles.inside}». Cada
      estudiante elige una de las respuestas: «${inside.choices.join("», «")}».`,
    see: (/** @type {Figures} */ { parameters }) =>
      `${inside.choices[2]}: un peso para cada píxel de la imagen y un sesgo. Todas las neuronas de
      esta red suman ${count(parameters)} pesos y sesgos.`,
  },
  {
    title: "Una neurona, un dígito",
    minutes: 5,
    todo: `Pulsa «${testDigit}» debajo de las neuronas. Mira las tres imágenes: los pesos,
      multiplicados por los píxeles, dan lo que suma cada píxel. Luego lee la tabla
      «${inside.termByTerm}» hasta su última línea.`,
    see: (/** @type {Figures} */ { digit, neuron, blank, sum, bias, z, activation }) =>
      `El dígito de prueba ${count(digit.number)} es ${aDigit(digit.label)}. La página muestra la
      ${inside.neuronOfLayer(neuron.number, neuron.layer).toLowerCase()}. Los ${count(blank)}
      píxeles en blanco suman 0. La suma ponderada es ${exact(sum)}; el sesgo, ${exact(bias)};
      juntos dan ${exact(z)}. La sigmoide lo convierte en ${exact(activation)}: la activación.`,
  },
  {
    title: "Girar un dial",
    minutes: 4,
    todo: `En «${inside.byHand}», escribe −5 en el campo «${inside.bias}» y pulsa Intro. Observa la
      activación, la predicción y la exactitud de prueba. Luego pulsa «${inside.putBack}».`,
    see: (/** @type {Figures} */ { digit, edited, activation, accuracy, parameters }) =>
      `La activación baja de ${exact(activation)} a ${exact(edited.activation)}: con este dígito, la
      neurona está casi apagada. La predicción sigue siendo ${digit.label}. La exactitud de prueba
      baja del ${percent(accuracy)} al ${percent(edited.accuracy)}. Y era uno solo de
      ${count(parameters)} números.`,
  },
  {
    title: "¿Qué aspecto tienen sus pesos?",
    minutes: 5,
    todo: `Abre el enlace de este paso: una red que se entrenó como en la lección. Lee en voz alta
      la pregunta del laboratorio «${titles.learned}» y elige una respuesta. Luego compara las
      imágenes de sus neuronas con «${learned.edgeDetectors}».`,
    see: (/** @type {Figures} */ { trained }) =>
      `«${learned.choices[2]}»: patrones difusos en el centro, sin bordes ni bucles. Aun así, esta
      red lee bien el ${percent(trained.accuracy)} de los dígitos de prueba.`,
  },
  {
    title: "Otra red",
    minutes: 3,
    todo: `Abre el enlace de este paso: la red con la que se abre la página. Se entrenó también con
      dígitos desplazados y girados al azar. Compara sus imágenes con las anteriores.`,
    see: (/** @type {Figures} */ { accuracy }) =>
      `Las imágenes son más suaves, ya que los píxeles vecinos tienen pesos parecidos. En algunas se
      adivina un trazo, pero ninguna parece un detector de bordes. Esta red lee bien el
      ${percent(accuracy)} de los dígitos de prueba.`,
  },
];

export const questions = [
  {
    ask: "¿Busca la red bucles y bordes, como quizá haríamos nosotros?",
    answer: `No. Cabría esperarlo, pero las imágenes de sus pesos no muestran ni bordes ni bucles.
      El entrenamiento solo hace pequeño el coste, y esta red encontró otra manera de lograrlo.`,
  },
  {
    ask: "¿Qué significa un peso igual a cero? ¿Y uno negativo?",
    answer: `Con un peso igual a cero, la neurona ignora ese píxel. Con un peso negativo, la tinta
      en ese píxel disminuye la suma ponderada.`,
  },
  {
    ask: "¿Para qué sirve el sesgo?",
    answer: `Se añade a la suma ponderada. Dice cuán alta tiene que ser la suma para que la neurona
      se active.`,
  },
  {
    ask: "¿Hay una neurona que sepa cómo es un 4?",
    answer: `No lo parece. Con una neurona casi apagada, la red siguió leyendo el 4; prueba con
      otras. Lo que aprendió está repartido entre muchos pesos y sesgos.`,
  },
];

export const sheet = {
  intro: "Vas a desmontar una neurona, a cambiarla y a mirar lo que aprendió.",
  tasks: [
    `Pulsa «${testDigit}». Elige un píxel con tinta. Anota su valor, su peso y el producto de
      ambos.`,
    `Anota la suma ponderada, el sesgo y la activación. ¿Cómo se obtiene la activación a partir de
      los otros dos?`,
    `Cambia el sesgo a mano. ¿Qué pasa con la activación, la predicción y la exactitud de prueba?
      Luego pulsa «${inside.putBack}».`,
    "Dibuja la imagen de los pesos de una neurona. ¿Qué ves en ella? ¿Ven los demás lo mismo?",
    `«La primera capa busca bordes». ¿Lo confirman las imágenes? Escribe dos oraciones.`,
  ],
};
