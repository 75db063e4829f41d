/** The foot of the page, with its languages. */
import { html } from "lit";

export const privacy =
  "Nada de lo que dibujas sale de este dispositivo: la red funciona y se entrena en tu navegador.";
/** @param {(title: string) => unknown} lesson  a link */
export const credits = (lesson) => html`Sigue la lección ${lesson(
  "Gradient descent, how neural networks learn",
)}, de 3Blue1Brown. Dígitos: MNIST, de Y. LeCun, C. Cortes y C. Burges. Software libre con
  licencia MIT; tipo de letra Inter, con la Open Font License.`;
export const takeTour = "Ver el recorrido";
export const presentation = "Modo de presentación";
export const documentation = "Documentación";
export const lessonPlans = "Planes de clase";

/** Names a list of them. */
export const languages = "Idioma";
export const languageNotReached =
  "No se puede acceder a la página en ese idioma. ¿Tiene conexión el dispositivo?";
