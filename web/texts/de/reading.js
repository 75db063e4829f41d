/**
 * Further reading: what each work adds to what a lab shows, by lab and work; see
 * common/reading.js.
 */
import { listed } from "./locale.js";

export const furtherReading = "Zum Weiterlesen";

/** @param {readonly string[]} authors @param {number} year */
export const by = (authors, year) =>
  `${authors.length > 3 ? `${authors[0]} et al.` : listed(authors)}\u00a0(${year})`;

/** @type {Record<string, Record<string, string>>} */
export const adds = {
  inside: {
    nielsen1: `Beginnt mit Neuronen, die für eine Entscheidung Gründe abwägen; in einer Aufgabe
      findest du von Hand die Gewichte einer weiteren Schicht, die die Ziffer als Binärzahl
      schreibt.`,
    topology: `Verfolgt, was eine Schicht mit allen Eingaben zugleich macht: Sie dehnt und biegt den
      Raum, bis ein gerader Schnitt die Klassen trennt.`,
  },
  cost: {
    nielsen1: `Sagt, warum es zum Lernen Kosten braucht: Die Zahl der richtig erkannten Ziffern
      würde den Weg nicht zeigen, denn die meisten kleinen Änderungen der Gewichte lassen sie, wie
      sie ist.`,
    nielsen3: `Zeigt, warum für Sigmoid-Ausgaben die Kreuzentropie die besseren Kosten sind: Mit dem
      quadratischen Fehler lernt eine Ausgabe langsam, die mit hoher Konfidenz falsch ist.`,
  },
  downhill: {
    momentum: `Berechnet für eine Mulde in beliebig vielen Dimensionen, bei welchen Schrittweiten
      der Abstieg konvergiert, schwingt oder divergiert, und was Momentum daran ändert.`,
    li: `Zeichnet solche Ebenen für viel tiefere Netze: Ohne Verbindungen, die Schichten
      überspringen, wird die Fläche zerklüftet, mit ihnen bleibt sie glatt.`,
    antognini: `Beweist, dass auch eine lange Irrfahrt in ihren Hauptrichtungen eine glatte Kurve
      ist: Die Form eines Weges sagt dort also wenig über die Fläche.`,
  },
  train: {
    nielsen1: `Enthält das ganze Programm: 74 Zeilen Python, die ein Netz durch stochastischen
      Gradientenabstieg trainieren, bis es über 96\u00a0% der Testziffern von MNIST erkennt.`,
    nielsen2: `Leitet die Formeln der Backpropagation einzeln her, mit Beweisen, und schreibt sie
      mit Matrizen und als Code.`,
  },
  gradient: {
    nielsen2: `Sagt, warum Backpropagation schnell ist: Ein Durchgang vorwärts und einer rückwärts
      liefern alle Komponenten, während es für jedes Gewicht einen Durchgang bräuchte, wenn man sie
      einzeln anpassen wollte.`,
    nielsen5: `Misst, wie der Gradient auf dem Rückweg zur Eingabe von Schicht zu Schicht kleiner
      wird, sodass die ersten Schichten eines tiefen Netzes am langsamsten lernen.`,
  },
  learned: {
    features: `Zeigt, worauf die Neuronen eines tiefen, mit Fotos trainierten Netzes ansprechen,
      Schicht für Schicht: Kanten, Texturen, Muster, Teile, Gegenstände.`,
    circuits: `Liest die Gewichte zwischen solchen Neuronen: Eines, das Autos erkennt, sucht zum
      Beispiel oben Fenster und unten Räder.`,
  },
  noise: {
    nguyen: `Sucht den schlimmsten Fall: Bilder, die Menschen nichts sagen und die Netze, mit MNIST
      oder ImageNet trainiert, mit einer Konfidenz von 99,99\u00a0% einordnen.`,
    hendrycks: `Prüft, wie gut die Konfidenz allein das, wofür ein Netz trainiert wurde, von anderen
      Bildern und von Rauschen unterscheidet: Im Mittel ist sie dort niedriger, oft aber immer noch
      hoch.`,
    guo: `Vergleicht die Konfidenz mit der Genauigkeit auf Bildern derselben Art wie im Training:
      Moderne tiefe Netze sind sich dort zu sicher, und eine einzige Zahl, nachträglich angepasst,
      behebt das meiste.`,
  },
  fool: {
    szegedy: `Entdeckte, dass Änderungen, die zu klein sind, um sie zu sehen, tiefe Netze täuschen,
      und dass dieselben geänderten Bilder oft auch andere Netze täuschen, die mit anderen Bildern
      trainiert wurden.`,
    goodfellow: `Stellt die Fast Gradient Sign Method vor und erklärt, warum sie wirkt: Ein Netz ist
      fast linear, und so summieren sich Hunderte kleiner Änderungen, jede entlang ihres
      Gradienten.`,
    features: `Zeigt, was verhindert, dass die Aktivierungsmaximierung im Rauschen endet, sodass ein
      klares Bild wird, was ein Netz sich vorstellt.`,
  },
  teach: {
    madry: `Zeigt, dass dieses Training ein großes Netz braucht: Ein CNN erkennt noch 89\u00a0% der
      Testziffern von MNIST, wenn sie mit ε = 0,3 angegriffen werden, und ein sehr
      kleines lernt nichts.`,
    nguyen: `Trainiert immer wieder Netze, die den Bildern, die das vorige getäuscht haben, eine
      eigene Klasse geben sollen: Auf MNIST findet die Suche für jedes von 15 Netzen neue.`,
  },
  memorise: {
    zhang: `Eine Quelle der Lektion: Sie gab den 50.000 Bildern von CIFAR-10 zufällige Labels, und
      große Netze erreichten eine Trainingsgenauigkeit von 100\u00a0%, in ein paarmal so
      vielen Schritten wie mit wahren Labels; ihre Testgenauigkeit war die des Ratens, 10\u00a0%.`,
    arpit: `Die andere Quelle der Lektion: Sie verglich beides auf MNIST und CIFAR-10, und unter
      Bildern mit wahren Labels sind viele leicht und werden zuerst gelernt, durch einfache Muster;
      mit zufälligen Labels sind alle etwa gleich schwer.`,
  },
  binary: {
    nielsen1: `Beginnt mit Perzeptronen, die nur an oder aus sind, und damit, warum sie schwer zu
      trainieren sind; in einer Aufgabe werden Sigmoid-Neuronen zu Perzeptronen, wenn alle Gewichte
      und Biases mit einer wachsenden Zahl multipliziert werden.`,
    nielsen4: `Baut jede stetige Funktion aus Stufen, jede ein Sigmoid-Neuron mit großem Gewicht:
      Was Stufen berechnen können, ist nicht die Schwierigkeit.`,
    bengio: `Trainiert Neuronen, die nur an oder aus sind, trotzdem: mit einer Schätzung an der
      Stelle des Gradienten, der ihnen fehlt.`,
  },
  tweak: {
    nielsen3: `Erklärt Regularisierung, bessere Anfangsgewichte und die Suche nach guten
      Einstellungen, jeweils mit Versuchen auf MNIST.`,
    nielsen6: `Geht in kleinen Schritten zu CNNs über: Mehrere zusammen erkennen 9.967 der 10.000
      Testziffern.`,
    lecun: `Führte MNIST ein und vergleicht darauf viele Verfahren: Ein linearer Klassifikator
      erkennt 88\u00a0% der Testziffern, das CNN LeNet-5 99,05\u00a0%, und 99,2\u00a0% mit
      Datenaugmentierung.`,
  },
};
