/** The lesson plan on the playground. */
import { SURE } from "../../common/confidence.js";
import { count, percent } from "../../common/numbers.js";
import { aDigit } from "./locale.js";
import * as ui from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").draw} Figures */

export const title = "Dibujar y dudar";

export const question = "¿Cómo lee una red un dígito, y cuándo deberíamos dudar de su respuesta?";

export const aim = `El grupo ve que la predicción es el dígito con la más alta de diez salidas, y
  que el valor de esa salida, la confianza, puede ser bajo con un dígito y alto con algo que no lo
  es.`;

export const needs =
  "Un dispositivo con pantalla táctil o ratón para cada estudiante o para cada dos.";

/** @param {Figures["digits"][number]} digit */
const read = ({ number, label, answer, confidence }) =>
  `el dígito de prueba ${count(number)}, ${aDigit(label)}, se lee como ${aDigit(answer)} con una
  confianza del ${percent(confidence, 0)}`;

export const steps = [
  {
    title: "Dibujar un dígito",
    minutes: 3,
    todo: `Abre el enlace. Dibuja un dígito y observa las diez salidas. Pulsa «${ui.clear}» y dibuja
      el mismo dígito de otra manera. Luego busca un dibujo que todo el grupo pueda leer, y la red
      no.`,
    see: `Casi siempre, la salida del dígito correcto es la más alta. Ese dígito es la predicción, y
      el valor de su salida es la confianza. Con un poco de paciencia, todos encuentran un dibujo
      que la red lee mal.`,
  },
  {
    title: "Dígitos con los que no se entrenó",
    minutes: 3,
    todo: `Pulsa «${ui.testDigit}» cuatro veces. Lee cada vez la predicción y la confianza. Luego
      lee la exactitud de prueba en la barra superior.`,
    see: (/** @type {Figures} */ { digits, accuracy }) =>
      `Todos ven los mismos cuatro: ${digits.map(read).join("; ")}. Del último, la página dice
      «${ui.notSure}». De todos los dígitos de prueba, con los que nunca se entrenó, la red lee bien
      el ${percent(accuracy)}.`,
  },
  {
    title: "De un dígito a otro",
    minutes: 2,
    todo: `Dibuja un 4 abierto por arriba. Ciérralo trazo a trazo, hasta que sea un 9. Observa las
      salidas del 4 y del 9 después de cada trazo.`,
    see: `Suele haber un dibujo intermedio en el que ninguna de las dos salidas es alta, o lo son
      ambas. Con una confianza del ${percent(SURE, 0)} o menos, la página dice «${ui.notSure}».`,
  },
  {
    title: "Ningún dígito",
    minutes: 2,
    todo: `Pulsa «${ui.noise}» y lee la predicción. Luego dibuja algo que no sea un dígito: una
      letra o una cara.`,
    see: (/** @type {Figures} */ { noise }) =>
      `La primera imagen de ruido se lee como ${aDigit(noise.answer)} con una confianza del
      ${percent(noise.confidence, 0)}, y la página añade «${ui.confidentOfNoise}». Las letras y las
      caras también se leen como dígitos: la red tiene diez salidas, y ninguna otra respuesta.`,
  },
];

export const questions = [
  {
    ask: "¿Qué es la predicción de la red, y qué es su confianza?",
    answer: `Hay una salida para cada dígito. La predicción es el dígito con la salida más alta, y
      la confianza es el valor de esa salida.`,
  },
  {
    ask: "¿Una confianza alta significa que la red sabe la respuesta?",
    answer: `No. El ruido no muestra ningún dígito, y la red puede leerlo con una confianza alta. El
      valor dice lo alta que es esa salida, no si la respuesta es correcta.`,
  },
  {
    ask: "De mil dígitos como los de prueba, ¿cuántos leerá mal, más o menos?",
    answer: (/** @type {Figures} */ { accuracy }) =>
      `Unos ${count(1000 * (1 - accuracy))}, ya que lee bien el ${percent(accuracy)}. Los dibujos
      que no se parecen a los dígitos con los que se entrenó pueden leerse mal más a menudo.`,
  },
  {
    ask: "¿Por qué se mide la exactitud con dígitos con los que la red no se entrenó?",
    answer: `Con los dígitos de su entrenamiento, quizá solo recuerde las respuestas. Los dígitos
      nuevos muestran si sabe leer.`,
  },
];

export const sheet = {
  intro: "Vas a dibujar dígitos para una red neuronal y a descubrir cuándo dudar de su respuesta.",
  tasks: [
    `Dibuja un dígito. Anota la predicción, su confianza y el dígito con la segunda salida más
      alta.`,
    "Busca un dibujo que tú puedas leer y la red no. Cópialo aquí. ¿Qué leyó la red?",
    `Pulsa «${ui.testDigit}» cuatro veces. Anota cada vez la etiqueta, la predicción y la confianza.
      ¿De qué respuesta dudas?`,
    "Dibuja algo que no sea un dígito. ¿Qué dice la red, y con qué confianza?",
    "¿Cuándo conviene dudar de la respuesta de una red? Escribe dos oraciones.",
  ],
};
