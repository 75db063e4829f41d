/** The pages' frame: their titles, what stands there until they run, and why they may not. */

export const title = "Downhill: experimenta con una red neuronal que aprende a leer dígitos";
export const description =
  "Dibuja un dígito y mira cómo lo lee una red neuronal. Entrénala, mira su interior y descubre " +
  "qué la engaña.";
/** For an app's menu of the system: one line. */
export const appDescription =
  "Mira cómo una red neuronal aprende a leer dígitos con el descenso de gradiente";

/** Of the page of lesson plans. */
export const plansTitle = "Planes de clase: Downhill";
export const plansDescription =
  "Clases con una red neuronal que lee dígitos: pasos con enlaces, lo que se debe ver, " +
  "preguntas con respuestas y una hoja para imprimir.";

export const loading =
  "Downhill se está cargando. Si esto no cambia, comprueba la conexión y recarga la página, o " +
  "ábrela en una versión actual de Chrome, Edge, Firefox o Safari.";
export const host =
  "Si el servidor es tuyo: tiene que enviar los archivos .js como text/javascript. Desde un " +
  "disco, sin servidor web, Downhill no se puede abrir.";

export const notLoaded =
  "No se pudo cargar Downhill: uno de sus archivos no llegó, o llegó alterado. Puede que fallara " +
  "la conexión, que el servidor acabe de recibir una versión nueva o que se interponga " +
  "la página de acceso de la red.";
export const tryAgain = "Reintentar";
export const stillNotLoaded =
  "Si eso no ayuda, ábrelo en una versión actual de Chrome, Edge, Firefox o Safari. Si el " +
  "servidor es tuyo: tiene que enviar los archivos .js como text/javascript.";

export const fromDisk =
  "Downhill se abrió desde un disco. Los navegadores no dejan que una página ejecute sus scripts " +
  "desde ahí: tiene que enviarlos un servidor web. En este equipo, inicia uno en la carpeta de " +
  "Downhill:";
/** Before an address. */
export const thenOpen = "Después abre";

export const inFrame =
  "Downhill está en un marco que prohíbe sus scripts y workers. El sandbox del marco tiene que " +
  "permitirlos: allow-scripts allow-same-origin.";
export const ownTab = "Abrir Downhill en otra pestaña";

export const tooOld =
  "Este navegador es demasiado antiguo para Downhill. Ábrelo en una versión actual de Chrome, " +
  "Edge, Firefox o Safari.";
export const noScript =
  "Downhill entrena una red neuronal en tu navegador y para ello necesita JavaScript.";
