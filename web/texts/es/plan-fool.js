/** The lesson plan on the lab Fool it. */
import { count, fixed, percent } from "../../common/numbers.js";
import * as lab from "./fool.js";
import { titles } from "./labs.js";
import { aDigit } from "./locale.js";

/** @typedef {typeof import("../../plans/figures.js").fool} Figures */

export const title = "Engañar a la red";

export const question = "¿Pueden cambios que casi nadie nota convertir un dígito en otro?";

export const aim = `El grupo compara cambios elegidos de los píxeles con cambios al azar del mismo
  tamaño, y explica con el gradiente por qué los elegidos engañan a la red.`;

export const needs = `Un dispositivo para cada dos estudiantes. El grupo sabe qué es un gradiente,
  por ejemplo, por el plan «Rodar cuesta abajo».`;

/** A digit that is attacked. @param {Figures["digit"]} digit */
const about = ({ number, label }) => `El dígito de prueba ${count(number)} es ${aDigit(label)}`;

export const steps = [
  {
    title: "Predecir primero",
    minutes: 5,
    todo: `Abre el enlace y lee en voz alta la pregunta del laboratorio «${titles.fool}». Cada
      estudiante elige una de las respuestas: «${lab.choices.join("», «")}». Luego elige en la
      página la que dio la mayoría del grupo y espera el recuento.`,
    see: (/** @type {Figures} */ { epsilon, accuracy }) =>
      `«${lab.chosenChanges}». Con ε = ${fixed(epsilon, 2)}, ningún píxel cambia más de una décima
      parte de la distancia entre papel y tinta. De ${count(accuracy.digits)} dígitos de prueba, la
      red lee bien el ${percent(accuracy.random)} tras cambios al azar, y el
      ${percent(accuracy.attacked)} tras cambios elegidos.`,
  },
  {
    title: "Un dígito",
    minutes: 7,
    todo: `Pulsa «${lab.testDigit}». Compara las tres imágenes: «${lab.original}», la atacada y la
      cambiada al azar. Luego lee «${lab.smallest}».`,
    see: (/** @type {Figures} */ { digit, epsilon }) =>
      `${about(digit)}, y se lee con una confianza del ${percent(digit.confidence, 0)}. Atacado con
      ε = ${fixed(epsilon, 2)}, se lee como ${aDigit(digit.attacked.answer)}, con el
      ${percent(digit.attacked.confidence, 0)}. Cambiado al azar en la misma medida, se sigue
      leyendo como ${aDigit(digit.label)}, con el ${percent(digit.random.confidence, 0)}. Nosotros
      vemos ${aDigit(digit.label)} en las tres imágenes. El ε mínimo que cambia la predicción es
      ${fixed(digit.least.attack, 2)} para el ataque y ${fixed(digit.least.random, 2)} para los
      cambios al azar.`,
  },
  {
    title: "Convertirlo en el dígito que elijas",
    minutes: 6,
    todo: `En «${lab.target}», elige los dígitos uno tras otro. Anota el ε mínimo que convierte la
      imagen en cada uno.`,
    see: (/** @type {Figures} */ { digit, targets }) =>
      `El ataque puede convertir este ${digit.label} en cualquier otro dígito. El que menos cambio
      exige es ${aDigit(targets.easiest.digit)} (ε = ${fixed(targets.easiest.epsilon, 2)}), y el que
      más, ${aDigit(targets.hardest.digit)} (ε = ${fixed(targets.hardest.epsilon, 2)}).`,
  },
  {
    title: "¿Qué imagina?",
    minutes: 4,
    todo: `Mira «${lab.imagines}» al final del laboratorio. Tapa los números: ¿puede alguien decir
      qué imagen corresponde a cada dígito?`,
    see: (/** @type {Figures} */ { imagined }) =>
      `Las imágenes parecen ruido. Sin embargo, con cada una la salida de su dígito es al menos
      ${fixed(imagined.least, 2)}. Lo que para la red es típico de un dígito no lo es para
      nosotros.`,
  },
  {
    title: "Una red más exacta",
    minutes: 5,
    todo: `Abre el enlace de este paso: el mismo laboratorio con la red más exacta de la página.
      Pulsa «${lab.testDigit}» y lee otra vez «${lab.smallest}».`,
    see: (/** @type {Figures} */ { best, digit }) =>
      `Lee el mismo dígito con una confianza del ${percent(best.confidence, 0)}. Pero no es más
      difícil de engañar: el ε mínimo es ${fixed(best.attack, 2)} para el ataque y
      ${fixed(best.random, 2)} para los cambios al azar. Con la primera red eran
      ${fixed(digit.least.attack, 2)} y ${fixed(digit.least.random, 2)}.`,
  },
  {
    title: "Tu propio dígito",
    minutes: 3,
    todo: `Abre el enlace de este paso: otra vez la primera red. Pulsa «${lab.draw}» y dibuja uno.
      Reduce ε con el control deslizante: ¿hasta dónde puedes llegar antes de que falle el ataque?`,
    see: `Por lo general, un ataque engaña a la red con un cambio difícil de ver. Los cambios al
      azar casi siempre tienen que ser varias veces mayores.`,
  },
];

export const questions = [
  {
    ask: `¿Por qué engañan a la red los cambios elegidos, y no los cambios al azar del mismo
      tamaño?`,
    answer: `El gradiente dice, para cada píxel, en qué sentido sube el coste. Cuando cientos de
      píxeles cambian un poco en ese sentido, los efectos se suman. Los efectos de los cambios al
      azar, en su mayor parte, se anulan entre sí.`,
  },
  {
    ask: "¿En qué se parece esto al entrenamiento, y en qué se diferencia?",
    answer: `Ambos usan el gradiente del coste. El entrenamiento cambia los pesos para que el coste
      baje. El ataque deja los pesos como están y cambia los píxeles para que el coste suba.`,
  },
  {
    ask: "¿Tiene al menos la imagen atacada una confianza baja?",
    answer: (/** @type {Figures} */ { digit }) =>
      `No. El ${digit.label} atacado se lee como ${aDigit(digit.attacked.answer)} con una confianza
      del ${percent(digit.attacked.confidence, 0)}. Que la confianza sea alta
      no significa que la red sepa la respuesta.`,
  },
  {
    ask: "¿Mira la red un dígito como nosotros?",
    answer: `No. Cambios que para nosotros no significan nada cambian su respuesta, y las imágenes
      que imagina para un dígito nos parecen ruido.`,
  },
  {
    ask: "¿Se puede lograr que una red sea más difícil de engañar?",
    answer: `Sí: entrenándola con dígitos atacados, como en el laboratorio «${titles.teach}».
      Entonces resiste cambios hasta cierto tamaño, no todos los cambios.`,
  },
];

export const sheet = {
  intro: "Vas a cambiar dígitos tan poco que casi nadie lo nota, y a engañar a una red neuronal.",
  tasks: [
    `Predice: ¿qué engaña más a la red, los cambios al azar o los elegidos? ¿Qué dice la página?`,
    `Pulsa «${lab.testDigit}». Anota la predicción y la confianza de las tres imágenes. ¿Qué dígito
      ves tú en cada una?`,
    `Anota el ε mínimo para el ataque y para los cambios al azar. ¿Cuántas veces mayor es el
      segundo?`,
    "¿En qué dígito es más fácil convertir el dígito de prueba? ¿En cuál es más difícil?",
    "Explica con la palabra «gradiente» por qué los cambios elegidos engañan a la red.",
  ],
};
