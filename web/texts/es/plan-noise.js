/** The lesson plan on the lab Noise. */
import { LIMITS } from "../../common/confidence.js";
import { percent } from "../../common/numbers.js";
import { titles } from "./labs.js";
import * as lab from "./noise.js";
import { kinds } from "./noise-kinds.js";
import { justShowMe } from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").noise} Figures */

const [, LIMIT] = LIMITS;
const limit = percent(LIMIT, 0);

export const title = "Por qué está segura donde no hay nada";

export const question = "¿Qué dice una red de una imagen que no muestra ningún dígito?";

export const aim = `El grupo ve que una red responde al ruido con mucha confianza, y lo explica por
  aquello con lo que se entrenó. La confianza es el valor de una salida; no demuestra nada.`;

export const needs = "Un dispositivo para el docente, o uno para cada dos estudiantes.";

export const steps = [
  {
    title: "Predecir primero",
    minutes: 3,
    todo: `Abre el enlace y lee en voz alta la pregunta del laboratorio «${titles.noise}». Cada
      estudiante elige una de las respuestas: «${lab.choices.join("», «")}». Luego elige en la
      página la que dio la mayoría del grupo.`,
    see: (/** @type {Figures} */ { staticSure, accuracy, digitsSure }) =>
      `La respuesta es «${lab.choices[1]}»: en el ${percent(staticSure)} de las imágenes, la
      confianza supera el ${limit}. La misma red lee bien el ${percent(accuracy)} de los dígitos de
      prueba. En el ${percent(digitsSure)} de ellos, su confianza supera el ${limit}.`,
  },
  {
    title: "Una imagen tras otra",
    minutes: 4,
    todo: `Pulsa «${lab.stop}» y luego, unas diez veces, «${lab.next}». Anota la predicción y la
      confianza de cada imagen. Si aún no se eligió ninguna respuesta, pulsa antes
      «${justShowMe}».`,
    see: (/** @type {Figures} */ { often, oftenIn }) =>
      `A nosotros, todas las imágenes nos parecen iguales. La red tiene una respuesta para cada una,
      y casi siempre es la misma: lee un ${often} en el ${percent(oftenIn, 0)} de las imágenes de
      ${kinds.uniform}, a menudo con una confianza alta.`,
  },
  {
    title: "La imagen con la mayor confianza",
    minutes: 3,
    todo: `Mira «${lab.galleryTitle}». Elige la primera imagen y luego pulsa «${lab.follow}».`,
    see: (/** @type {Figures} */ { surest, never }) =>
      `La ${lab.image(surest.image).toLowerCase()} se lee como un ${surest.digit} con una confianza
      del ${percent(surest.confidence)}. Nadie diría que es un ${surest.digit}. Hay dígitos que la
      red no lee en ninguna de las imágenes: ${never.join(", ")}.`,
  },
  {
    title: "Otros tipos de ruido",
    minutes: 4,
    todo: `Baja hasta la tabla de todos los tipos. Busca en la columna «${lab.above(LIMIT)}» los
      tipos con los que la red está segura más veces y menos veces.`,
    see: (/** @type {Figures} */ { kinds: sure, digitsSure }) =>
      `Más veces, con ${kinds.gaussian} (${percent(sure.gaussian)}) y ${kinds.uniform}
      (${percent(sure.uniform)}); después, con ${kinds.smooth} (${percent(sure.smooth)}),
      ${kinds.scribble} (${percent(sure.scribble)}), ${kinds.saltpepper}
      (${percent(sure.saltpepper)}) y ${kinds.blocks} (${percent(sure.blocks)}). Menos veces, con
      ${kinds.shuffled} (${percent(sure.shuffled)}). Con los dígitos de prueba es el
      ${percent(digitsSure)}.`,
  },
  {
    title: "Una red más exacta",
    minutes: 3,
    todo: `Abre el enlace de este paso: el mismo laboratorio con la red más exacta de la página.
      Antes de elegir una respuesta, el grupo vota: ¿estará segura con más imágenes, o con menos?`,
    see: (/** @type {Figures} */ { best, staticSure, accuracy }) =>
      `Con más. Esta red lee bien el ${percent(best.accuracy)} de los dígitos de prueba; la primera,
      el ${percent(accuracy)}. Pero su confianza supera el ${limit} en el
      ${percent(best.staticSure)} de las imágenes de ${kinds.uniform}; la de la primera, en el
      ${percent(staticSure)}.`,
  },
  {
    title: "Una red antes del entrenamiento",
    minutes: 3,
    todo: `Abre el enlace de este paso: una red con pesos aleatorios, sin entrenar. Pulsa
      «${justShowMe}».`,
    see: (/** @type {Figures} */ { random }) =>
      `Su confianza supera el ${limit} en el ${percent(random.staticSure)} de las imágenes, y
      también en el ${percent(random.digitsSure)} de los dígitos de prueba. A todo responde
      ${random.often}. Así que es el entrenamiento lo que hace que una red esté segura.`,
  },
];

export const questions = [
  {
    ask: "¿Por qué está segura la red ante el ruido?",
    answer: `En su entrenamiento solo vio dígitos. Cada ejemplo tenía un dígito correcto, y nada en
      el coste premia diez salidas bajas. Por eso nunca aprendió a decir «esto no es un dígito».`,
  },
  {
    ask: "¿Una confianza alta significa que la red sabe la respuesta?",
    answer: `No. La confianza es solo el valor de la salida más alta. Ante el ruido ninguna
      respuesta es correcta, y aun así la confianza es alta.`,
  },
  {
    ask: "¿Está menos segura ante el ruido una red más exacta?",
    answer: (/** @type {Figures} */ { best }) =>
      `No siempre. La red más exacta de esta página está segura con el ${percent(best.staticSure)}
      de las imágenes de ${kinds.uniform}. Su exactitud se midió solo con dígitos, y no dice nada de
      las imágenes que no muestran ninguno.`,
  },
  {
    ask: "¿Están seguras todas las redes ante el mismo ruido?",
    answer: `No. Depende del azar: redes entrenadas igual a partir de otros pesos aleatorios pueden
      estar seguras ante mucho más ruido, o ante mucho menos.`,
  },
  {
    ask: "¿Cómo podría una red aprender a dudar?",
    answer: `Entrenándola también con ruido, con el objetivo de que ninguna salida sea alta. Es lo
      que hace el laboratorio «${titles.teach}». Una red así aprende a rechazar los tipos de ruido
      que vio; no tiene por qué rechazar otros.`,
  },
];

export const sheet = {
  intro: `Vas a mostrarle a una red neuronal imágenes que no son dígitos. Antes de cada paso, anota
    lo que esperas.`,
  tasks: [
    `Predice: ¿en cuántas de diez mil imágenes de ${kinds.uniform} la confianza supera el ${limit}?
      Luego anota lo que dice la página.`,
    `Pulsa «${lab.stop}» y luego «${lab.next}». Anota la predicción y la confianza de diez imágenes.
      ¿Qué observas?`,
    `¿Con qué tipo de ruido está segura la red más veces? ¿Y con cuál menos? Anota ambos números.`,
    "Explica en dos oraciones por qué la red está segura ante una imagen que no muestra un dígito.",
    "¿Cómo cambiarías el entrenamiento para que la red pueda decir «esto no es un dígito»?",
  ],
};
