/** The pages' frame: their titles, what stands there until they run, and why they may not. */

export const title = "Downhill: ein neuronales Netz zum Anfassen, das Ziffern lesen lernt";
export const description =
  "Zeichne eine Ziffer und sieh zu, wie ein neuronales Netz sie erkennt. Trainiere es, schau " +
  "hinein und finde heraus, was es täuscht.";
/** For an app's menu of the system: one line. */
export const appDescription =
  "Sieh zu, wie ein neuronales Netz durch Gradientenabstieg Ziffern lesen lernt";

/** Of the page of lesson plans. */
export const plansTitle = "Stundenentwürfe: Downhill";
export const plansDescription =
  "Unterricht mit einem neuronalen Netz, das Ziffern erkennt: Schritte mit Links, was die " +
  "Klasse sehen sollte, Fragen mit Antworten und ein Arbeitsblatt zum Drucken.";

export const loading =
  "Downhill wird geladen. Wenn diese Meldung bleibt, prüfe die Verbindung und lade die Seite " +
  "neu, oder öffne sie in einer aktuellen Version von Chrome, Edge, Firefox oder Safari.";
export const host =
  "Wenn es dein Server ist: Er muss .js-Dateien als text/javascript senden. Von einem " +
  "Datenträger, ohne Webserver, lässt sich Downhill nicht öffnen.";

export const notLoaded =
  "Downhill konnte nicht geladen werden: Eine seiner Dateien kam nicht oder kam verändert an. " +
  "Vielleicht ist die Verbindung abgebrochen, der Server hat gerade eine neue Version oder eine " +
  "Anmeldeseite des Netzwerks steht dazwischen.";
export const tryAgain = "Neu versuchen";
export const stillNotLoaded =
  "Wenn das nicht hilft, öffne Downhill in einer aktuellen Version von Chrome, Edge, Firefox " +
  "oder Safari. Wenn es dein Server ist: Er muss .js-Dateien als text/javascript senden.";

export const fromDisk =
  "Downhill wurde von einem Datenträger geöffnet. Von dort lassen Browser die Skripte einer " +
  "Seite nicht laufen: Ein Webserver muss sie senden. Starte auf diesem Rechner einen im Ordner " +
  "von Downhill:";
/** Before an address. */
export const thenOpen = "Öffne dann";

export const inFrame =
  "Downhill ist in einem Frame, der seine Skripte und Worker verbietet. Die Sandbox des Frames " +
  "muss sie erlauben: allow-scripts allow-same-origin.";
export const ownTab = "Downhill in einem eigenen Tab öffnen";

export const tooOld =
  "Dieser Browser ist zu alt für Downhill. Öffne es in einer aktuellen Version von Chrome, Edge, " +
  "Firefox oder Safari.";
export const noScript =
  "Downhill trainiert ein neuronales Netz in deinem Browser und braucht dafür JavaScript.";
