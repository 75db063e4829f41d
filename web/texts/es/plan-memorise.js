/** The lesson plan on the lab Memorise. */
import { count, percent } from "../../common/numbers.js";
import { titles } from "./labs.js";
import { clause } from "./locale.js";
import * as lab from "./memorise.js";
import { trainingAndTest } from "./train.js";

/** @typedef {typeof import("../../plans/figures.js").memorise} Figures */

const answers = `«${lab.choices.join("», «")}»`;

/** Of all labels, those that are shuffled in the steps below. */
const HALF = 0.5;
const ALL = 1;

export const title = "Comprender o recordar";

export const question = "Una red acierta en todo lo que se le mostró. ¿Qué ha aprendido?";

export const aim = `El grupo entrena una red con etiquetas verdaderas y otra con etiquetas
  barajadas, y distingue por dos cosas, la rapidez y los dígitos de prueba, entre aprender una
  estructura y aprender de memoria.`;

export const needs = `Un dispositivo para cada dos estudiantes. En el primer paso carga los dígitos;
  en los demás está ocupado unos segundos cada vez.`;

export const steps = [
  {
    title: "Predecir primero",
    minutes: 4,
    todo: `Abre el enlace y lee en voz alta la pregunta del laboratorio «${titles.memorise}». Aclara
      qué significa: las etiquetas se barajan entre las imágenes. Cada estudiante elige una de las
      respuestas: ${answers}.`,
    see: "La página no da la respuesta hasta que ambas redes estén entrenadas.",
  },
  {
    title: "Dos redes",
    minutes: 8,
    todo: `Deja los ajustes como están y pulsa «${lab.run}». Observa las cuatro líneas del gráfico.
      Luego lee la tabla que está debajo.`,
    see: (/** @type {Figures} */ { digits, run }) =>
      `Ambas redes se entrenan con ${count(digits)} dígitos. ${lab.trueFirst(
        run.plain.epochs,
        run.shuffled.epochs,
      )} Al final saben sus etiquetas igual de bien: el ${percent(run.plain.training)} y el
      ${percent(run.shuffled.training)}. Pero de los dígitos de prueba, la primera lee bien el
      ${percent(run.plain.test)}, y la segunda, el ${percent(run.shuffled.test)}, más o menos como
      si respondiera al azar.`,
  },
  {
    title: "¿Fue casualidad?",
    minutes: 8,
    todo: `Pulsa «${lab.runSeries(5)}». Ambas redes se entrenan de nuevo, cada vez a partir de otros
      pesos aleatorios y con las etiquetas barajadas de otra manera.`,
    see: (/** @type {Figures} */ { series: { faster, seeds, least, most } }) =>
      `No fue casualidad: «${clause(lab.fasterBy(faster, seeds, least, most))}».`,
  },
  {
    title: "La mitad de las etiquetas",
    minutes: 8,
    todo: `Lleva el control deslizante «${lab.fraction}» al ${percent(HALF, 0)}. Cada estudiante
      predice: ¿cuántos dígitos de prueba leerá bien ahora la segunda red? Luego pulsa
      «${lab.run}».`,
    see: (/** @type {Figures} */ { half, run }) =>
      `Aprende sus etiquetas, también las falsas, en ${count(half.epochs)} épocas. Lee bien el
      ${percent(half.test)} de los dígitos de prueba: menos que el ${percent(run.plain.test)} de la
      red con etiquetas verdaderas, y mucho más que al azar. Encontró la estructura y recordó las
      excepciones.`,
  },
  {
    title: "Una red más pequeña",
    minutes: 8,
    todo: `Devuelve el control deslizante «${lab.fraction}» al ${percent(ALL, 0)} y elige el menor
      número en «${lab.width}». Cada estudiante predice: ¿pueden tan pocas neuronas aprender
      etiquetas barajadas? Luego pulsa «${lab.run}».`,
    see: (/** @type {Figures} */ { small: { width, plain, shuffled } }) =>
      `Pueden, pero despacio. Con ${count(width)} neuronas en cada capa oculta:
      «${clause(lab.trueFirst(plain.epochs, shuffled.epochs))}». De los dígitos de prueba, las dos
      redes leen bien el ${percent(plain.test)} y el ${percent(shuffled.test)}.`,
  },
  {
    title: "¿Y la red que lee dígitos?",
    minutes: 9,
    todo: `Abre el enlace de este paso: la red con la que se abre la página, en el laboratorio
      «${titles.train}». Busca en «${trainingAndTest.accuracy}» la exactitud con los dígitos de
      entrenamiento y con los de prueba. Luego el grupo comenta las preguntas de abajo.`,
    see: (/** @type {Figures} */ { lesson }) =>
      `Exactitud de entrenamiento: ${percent(lesson.training)}; exactitud de prueba:
      ${percent(lesson.test)}. Lee los dígitos con los que no se entrenó tan bien como aquellos con
      los que se entrenó. No se limita a recordar.`,
  },
];

export const questions = [
  {
    ask: "Una red acierta en todos sus dígitos de entrenamiento. ¿Demuestra eso que los comprende?",
    answer: (/** @type {Figures} */ { run }) =>
      `No. La red con etiquetas barajadas aprendió el ${percent(run.shuffled.training)} de las
      suyas, y no había nada que comprender. Solo los dígitos con los que no se entrenó muestran la
      diferencia.`,
  },
  {
    ask: "¿Por qué se aprenden más rápido las etiquetas verdaderas?",
    answer: `Las imágenes con la misma etiqueta verdadera se parecen: lo que sirve para una sirve
      para otras. Con etiquetas barajadas, cada imagen tiene que aprenderse por separado.`,
  },
  {
    ask: `¿Por qué la red con etiquetas barajadas lee bien más o menos una décima parte de los
      dígitos de prueba?`,
    answer: `Hay diez dígitos. Al azar se acierta en cerca de uno de cada diez casos, y lo que la
      red aprendió no dice nada de dígitos nuevos.`,
  },
  {
    ask: "¿Funciona mal una red que solo recuerda?",
    answer: `No. Ambas redes hicieron lo que el entrenamiento les pedía: hacer pequeño el coste de
      sus dígitos de entrenamiento. Que de ahí salga algo útil depende de los datos.`,
  },
];

export const sheet = {
  intro: `Vas a entrenar dos redes que se diferencian en una cosa: las etiquetas de la segunda están
    barajadas.`,
  tasks: [
    "Predice: ¿qué hará la red con etiquetas barajadas? ¿Por qué?",
    "Copia la tabla: exactitud de entrenamiento, exactitud de prueba y épocas de ambas redes.",
    `Pulsa «${lab.runSeries(5)}»: cada vez son otros los pesos aleatorios, y las etiquetas se
      barajan de otra forma. ¿Qué se mantiene y qué cambia?`,
    `Se baraja la mitad de las etiquetas. Anota la exactitud de prueba que predices y la que dice la
      página. Explica el número.`,
    "¿Cómo se puede averiguar si alguien ha comprendido algo o si solo lo recuerda?",
  ],
};
