/** The labs: their titles, and the question that each answers. */

export const playground = "Spielwiese";

/** By id. */
export const titles = {
  inside: "Innen",
  cost: "Kosten",
  downhill: "Bergab",
  train: "Training",
  gradient: "Gradient",
  learned: "Was es gelernt hat",
  noise: "Rauschen",
  fool: "Täuschen",
  teach: "Umlernen",
  memorise: "Auswendig",
  binary: "Binäre Neuronen",
  tweak: "Tuning",
};

/** The question that each answers. */
export const questions = {
  inside: "Was macht ein einzelnes Neuron?",
  cost: "Wie schlecht ist eine Antwort?",
  downhill: "Wo geht es bergab, in Tausenden von Dimensionen?",
  train: "Wie lernt ein Netz?",
  gradient: "Welche Anpassungen zählen am meisten?",
  learned: "Was hat es in all den Ziffern gefunden?",
  noise: "Wie sicher ist es sich, wo nichts ist?",
  fool: "Wie wenig genügt, damit es seine Meinung ändert?",
  teach: "Kann es lernen, sich nicht täuschen zu lassen?",
  memorise: "Versteht es, oder merkt es sich nur?",
  binary: "Warum muss ein Neuron mehr sein als an oder aus?",
  tweak: "Wie gut kann es werden?",
};
