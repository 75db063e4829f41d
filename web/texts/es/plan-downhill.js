/** The lesson plan on the labs Cost, Downhill, Gradient and Train. */
import { precise } from "../../common/downhill-numbers.js";
import { count, figures, fixed, percent } from "../../common/numbers.js";
import * as downhill from "./downhill.js";
import * as functions from "./downhill-functions.js";
import * as gradient from "./gradient.js";
import { titles } from "./labs.js";
import { aDigit, clause } from "./locale.js";
import * as shell from "./shell.js";
import { justShowMe, testDigit } from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").downhill} Figures */

export const title = "Rodar cuesta abajo";

export const question =
  "¿Cómo puede una red con miles de pesos encontrar por sí sola otros mejores?";

export const aim = `El grupo calcula un coste como suma de diez cuadrados, sigue el descenso de
  gradiente con una sola entrada y ve que los mismos pasos hacen que una red con pesos aleatorios
  lea dígitos.`;

export const needs =
  "Un dispositivo para cada dos estudiantes. Saben qué es la pendiente de una curva.";

export const steps = [
  {
    title: "Diez cuadrados",
    minutes: 6,
    todo: `Abre el enlace: el laboratorio «${titles.cost}», con una red de pesos aleatorios. Pulsa
      «${testDigit}» y comprueba con una calculadora el mayor de los diez cuadrados. Luego mira más
      abajo el coste medio de todos los dígitos de prueba.`,
    see: (/** @type {Figures} */ { digit, square, sum, mean }) =>
      `El dígito de prueba ${count(digit.number)} es ${aDigit(digit.label)}. El mayor cuadrado es el
      de la salida ${square.digit}: esa salida debería ser 0 y es ${fixed(square.output, 3)}; su
      cuadrado es ${fixed(square.squared, 3)}. Los diez cuadrados suman ${fixed(sum, 3)}. La media
      sobre todos los dígitos de prueba es ${fixed(mean, 3)}.`,
  },
  {
    title: "Una bola en una curva",
    minutes: 6,
    todo: `Abre el enlace de este paso. Lee en voz alta la pregunta del laboratorio
      «${titles.downhill}» y elige una respuesta. Pulsa «${functions.step}» unas cuantas veces y
      luego «${functions.run}». Después haz clic en lo alto de la curva, a la derecha, y vuelve a
      pulsar «${functions.run}».`,
    see: (/** @type {Figures} */ { valleys }) =>
      `«${functions.minimumReached(valleys.steps, valleys.slope)}». La bola se detiene en el valle
      izquierdo. La página añade: «${clause(functions.notLowest(valleys.lower))}». Desde la derecha,
      se detiene en el valle derecho. Los pasos se acortan a medida que disminuye la pendiente.`,
  },
  {
    title: "Pasos demasiado largos",
    minutes: 4,
    todo: `Elige «${functions.curves.bowl}» y pulsa «${functions.run}». Luego pulsa
      «${functions.backToStart}», lleva el control deslizante de la tasa de aprendizaje hasta el
      extremo derecho y vuelve a pulsar «${functions.run}».`,
    see: (/** @type {Figures} */ { bowl }) =>
      `Primero: «${functions.minimumReached(bowl.steps, bowl.slope)}». Después, con la mayor tasa de
      aprendizaje: «${functions.tooLarge(bowl.step)}».`,
  },
  {
    title: "Lo mismo con todos los pesos y sesgos",
    minutes: 6,
    todo: `Elige la última de las tres partes, con todos los pesos y sesgos: son los de la red
      aleatoria. Elige una respuesta a la pregunta que aparece allí. Luego pulsa
      «${downhill.takeStep}» y compara el coste de prueba y la exactitud de prueba que muestra la
      barra antes y después.`,
    see: (/** @type {Figures} */ { parameters, line, step }) =>
      `Cambian a la vez los ${count(parameters)} números. El coste baja de ${precise(line.here)} a
      ${precise(line.least)} en t = ${precise(line.t)} y luego vuelve a subir. El paso lleva el
      coste de prueba de ${figures(step.before.cost)} a ${figures(step.after.cost)}. Pero la
      exactitud de prueba es del ${percent(step.before.accuracy)} antes y del
      ${percent(step.after.accuracy)} después, como al responder al azar: un paso no basta.`,
  },
  {
    title: "¿Qué retoques importan más?",
    minutes: 4,
    todo: `Abre el enlace de este paso, con la misma red. Lee en voz alta la pregunta del
      laboratorio «${titles.gradient}» y elige una respuesta.`,
    see: (/** @type {Figures} */ { parameters, half, brings }) =>
      `«${gradient.choices[0]}». ${gradient.halfOfWork(half, parameters)}. Con solo los
      ${count(brings.nudges)} retoques mayores se logra el ${percent(brings.largest)} de la bajada;
      con ${count(brings.nudges)} elegidos al azar, el ${percent(brings.random)}.`,
  },
  {
    title: "Miles de pasos pequeños",
    minutes: 4,
    todo: `Abre el enlace de este paso, otra vez con la misma red. Elige «${shell.stepSizes.epoch}»
      junto a «${shell.step}» y pulsa «${shell.step}» una vez. Espera, y púlsalo otra vez.`,
    see: (/** @type {Figures} */ { step, epochs }) =>
      `Una época son ${count(epochs.steps)} pasos, cada uno con el gradiente de unos pocos dígitos.
      El coste de prueba baja de ${figures(step.before.cost)} a ${figures(epochs.first.cost)}, y la
      exactitud de prueba sube del ${percent(step.before.accuracy)} al
      ${percent(epochs.first.accuracy)}. La segunda época aporta menos: se llega al
      ${percent(epochs.second.accuracy)}.`,
  },
];

export const questions = [
  {
    ask: "¿Qué es el coste de un ejemplo?",
    answer: `La suma de diez cuadrados: para cada salida, el cuadrado de su diferencia con el
      objetivo. El objetivo es 1 para el dígito correcto y 0 para los demás.`,
  },
  {
    ask: "¿Qué dicen las componentes del gradiente?",
    answer: `El signo dice si el coste sube o baja cuando ese peso aumenta; un paso va en el sentido
      contrario. El tamaño dice cuánto importa ese peso comparado con los demás.`,
  },
  {
    ask: "¿Encuentra el descenso de gradiente el punto más bajo?",
    answer: `No siempre. Acaba en un mínimo local, y cuál sea depende de dónde empieza. Una red no
      necesita el punto más bajo: basta con uno que sea bajo.`,
  },
  {
    ask: "¿Por qué no dar un solo paso largo hasta el fondo?",
    answer: `El gradiente es la pendiente donde está la red, y no más allá. Un paso largo puede
      dejar atrás los lugares bajos y volver a subir. Por eso el descenso da un paso y vuelve a
      mirar.`,
  },
  {
    ask: "¿Le dijo alguien a la red cómo es un 4?",
    answer: `No. Solo recibió ejemplos con etiquetas, y dio pasos que hacen menor el coste.`,
  },
];

export const sheet = {
  intro: "Vas a seguir primero una bola, y después una red, en su camino cuesta abajo.",
  tasks: [
    `Pulsa «${testDigit}». Anota la salida y el objetivo del dígito correcto, y calcula el cuadrado
      de la diferencia. ¿Cuánto suman los diez cuadrados?`,
    `Dibuja la curva con dos valles. Marca dónde empieza la bola, dónde se detiene y cuál es el
      punto más bajo. ¿Por qué la bola no está ahí?`,
    "¿Qué pasa con una tasa de aprendizaje muy grande? Dibuja los pasos.",
    `La red avanza en línea recta según −∇C, sin volver a mirar. Dibuja cómo cambia el coste. (Si no
      elegiste una respuesta, pulsa «${justShowMe}»).`,
    `Anota la exactitud de prueba de la red: con pesos aleatorios, tras una época y tras dos. ¿Qué
      observas?`,
  ],
};
