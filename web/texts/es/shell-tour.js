/** The tour of the first screen. */

export const tour = "Recorrido";
/** @param {number} stop  from 1 @param {number} stops */
export const stopOf = (stop, stops) => `${stop} de ${stops}`;
export const skip = "Saltar";
export const nextStop = "Siguiente";
export const tourDone = "Listo";

export const tourDrawing =
  "Dibuja un dígito. Se convierte en 28 × 28 píxeles: 784 números entre 0 y 1.";
export const tourNetwork =
  "Cada círculo es una neurona: cuanto más lleno, mayor es su activación. " +
  "Cada línea es un peso: azul es positivo; naranja, negativo.";
export const tourOutputs = "Las diez salidas, una para cada dígito. La más alta es la predicción.";
export const tourTrain =
  "«Entrenar» retoca todos los pesos y sesgos un poco cuesta abajo, miles de veces. " +
  "Mira cómo aprende una red aleatoria o sigue entrenando esta.";
export const tourLabs =
  "Los laboratorios desmontan la red, en el orden del vídeo. El dibujo sigue siempre a la vista.";
