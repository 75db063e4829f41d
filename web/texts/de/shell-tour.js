/** The tour of the first screen. */

export const tour = "Rundgang";
/** @param {number} stop  from 1 @param {number} stops */
export const stopOf = (stop, stops) => `${stop} von ${stops}`;
export const skip = "Beenden";
export const nextStop = "Weiter";
export const tourDone = "Fertig";

export const tourDrawing =
  "Zeichne eine Ziffer. Daraus werden 28 × 28 Pixel: 784 Zahlen zwischen 0 und 1.";
export const tourNetwork =
  "Jeder Kreis ist ein Neuron: Je voller er ist, desto höher ist die Aktivierung des Neurons. " +
  "Jede Linie ist ein Gewicht: Blau ist positiv, Orange negativ.";
export const tourOutputs =
  "Die zehn Ausgaben, eine für jede Ziffer. Die höchste ist die Vorhersage.";
export const tourTrain =
  "Trainieren passt alle Gewichte und Biases tausendfach ein wenig an, immer bergab. " +
  "Sieh zu, wie ein Zufallsnetz lernt, oder trainiere dieses weiter.";
export const tourLabs =
  "Die Labore nehmen das Netz auseinander, in der Reihenfolge des Videos. Die Zeichnung bleibt " +
  "dort im Blick.";
