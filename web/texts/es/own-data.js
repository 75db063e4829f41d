/** The visitor's own digits: the dialog, and what is wrong with files. `name` is that of a file. */
import { count as grouped } from "../../common/numbers.js";
import { capitalized, plural, withStop } from "./locale.js";

/** @typedef {{ one: string, other: string }} Forms */

/** "1 imagen", "2 imágenes" @param {number} n @param {Forms} forms */
const counted = (n, forms) => `${grouped(n)} ${plural(n, forms)}`;
const image = { one: "imagen", other: "imágenes" };
const label = { one: "etiqueta", other: "etiquetas" };
const testDigit = { one: "dígito de prueba", other: "dígitos de prueba" };
/** @param {number} n */
const images = (n) => counted(n, image);
/** @param {number} n @param {string} one @param {string} other */
const agreeing = (n, one, other) => plural(n, { one, other });
/** "a, b y c" @param {readonly (string | number)[]} names */
function listed(names) {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} y ${names.at(-1)}`;
}
/** "a, b, c y 9 más" @param {string[]} names */
function some(names) {
  return names.length > 4
    ? `${names.slice(0, 3).join(", ")} y ${grouped(names.length - 3)} más`
    : listed(names);
}

/* ---- the dialog ---- */

export const title = "Tus datos";
export const close = "Cerrar";
export const intro =
  "Entrena la red con tus propias imágenes, de hasta diez clases, de 0 a 9. No salen de este " +
  "dispositivo.";
export const chooseFiles = "Elegir archivos";
export const chooseFolder = "Elegir una carpeta";
export const orDrop = "o suéltalos en cualquier lugar de la página";
export const whichFiles = "¿Qué archivos?";
/** @type {readonly { name: string, about: string }[]} */
export const formats = [
  {
    name: "Imágenes",
    about:
      "PNG o JPEG, un dígito en cada una. La etiqueta sale del nombre del archivo o de su " +
      "carpeta: 7.png, 3/img_12.png, digit-3-004.jpg.",
  },
  {
    name: "CSV",
    about:
      "Una línea por imagen: su etiqueta y después 28 × 28 = 784 valores de 0 a 255 o de 0 a 1.",
  },
  {
    name: "IDX",
    about: "Archivo de imágenes y archivo de etiquetas, como los de MNIST y Fashion-MNIST.",
  },
];
export const gzipToo =
  "Todos pueden estar comprimidos con gzip. Los dígitos de prueba pueden venir en un segundo " +
  "grupo de archivos.";

export const reading = "Leyendo los archivos…";
/** @param {number} done @param {number} total  pictures; 0: images of an unknown number */
export const readingOf = (done, total) =>
  total ? `Leyendo imágenes: ${grouped(done)} de ${grouped(total)}` : `Leyendo: ${images(done)}`;
export const preparing = "Preparando las imágenes…";
/** @param {string} why  half a sentence */
export const notUsed = (why) => `Estos archivos no se pueden usar: ${withStop(why)}`;
export const filesAreOff = "El enlace de esta página desactiva los archivos.";
export const tooOldForPictures =
  "este navegador no puede leer imágenes aquí: usa archivos CSV o IDX";
export const readerStopped = "la lectura se detuvo, quizá por falta de memoria: usa menos imágenes";

/** Title of the preview. @param {string} name @param {number} n  images */
export const found = (name, n) => (name === pictures(n) ? name : `${name}: ${images(n)}`);
/** @param {number} shown @param {number} total */
export const preview = (shown, total) =>
  shown < total ? `${shown} de ellas, con sus etiquetas` : "Las imágenes, con sus etiquetas";
/** @param {number} label */
export const labelled = (label) => `Etiqueta ${label}`;
export const classes = "Imágenes de cada clase";
export const classHead = "Clase";
export const trainHead = "Entren.";
export const testHead = "Prueba";
/** @param {number} train @param {number} test @param {string} testName  of their file, or "" */
export const splitWords = (train, test, testName) =>
  testName
    ? `${grouped(train)} para entrenar; ${counted(test, testDigit)} de ${testName}.`
    : `${grouped(train)} para entrenar; ${grouped(test)} ${heldOut(test)} (semilla 1).`;
/** @param {number} test */
const heldOut = (test) =>
  agreeing(
    test,
    "se reserva como dígito de prueba, elegido al azar",
    "se reservan como dígitos de prueba, elegidos al azar de cada clase",
  );
export const use = "Entrenar con estas";
export const using = "Un momento…";
export const otherFiles = "Elegir otros archivos";
/** @param {string} name  of the files that were read before */
export const backTo = (name) => `Volver a ${name}`;

export const mends = {
  invert: "Invertir",
  transpose: "Cambiar filas por columnas",
  swapSets: "Intercambiar entrenamiento y prueba",
  swapLabels: "Intercambiar las etiquetas",
};
export const adjust = "Corregir las imágenes";

/* ---- kept in the browser ---- */

export const keptHere = "Guardados en este navegador";
/** @param {number} train @param {number} test */
export const keptCounts = (train, test) =>
  `${grouped(train)} de entrenamiento, ${grouped(test)} de prueba`;
export const useKept = "Usar";
export const inUse = "En uso";
export const inUseElsewhere = "en uso en otra pestaña";
export const remove = "Eliminar";
/** @param {string} name */
export const removeNamed = (name) => `Eliminar ${name}`;
/** @param {string} name @param {boolean} isUsed  by another tab */
export const removed = (name, isUsed) =>
  `Eliminado de este navegador: ${name}.${
    isUsed ? " Otra pestaña aún usa estas imágenes; al recargarla usará MNIST." : ""
  }`;

/* ---- what the visitor should know before the digits are used ---- */

/** @param {string} name @param {number} highest  of all values of its images, which are 0 to 255 */
export const faint = (name, highest) =>
  `${name}: las imágenes son muy tenues, con un valor máximo de ${highest} sobre 255. Los ` +
  "valores deberían ir de 0 a 255 o, en archivos CSV, de 0 a 1.";
/** @param {boolean} isMended  they were inverted, and were right before */
export const inverted = (isMended) =>
  isMended
    ? "Ahora la tinta y el papel están intercambiados: antes los valores altos eran los de la " +
      "tinta, como espera la red."
    : "La tinta y el papel parecen intercambiados: aquí los valores altos son los del papel, y " +
      "la red espera que sean los de la tinta.";
/** @param {boolean} isMended  they were transposed, and were right before */
export const transposed = (isMended) =>
  isMended
    ? "Ahora las imágenes están tumbadas; sin el cambio se leen como dígitos."
    : "Las imágenes parecen tumbadas y reflejadas: sus filas y columnas están intercambiadas, " +
      "como en EMNIST.";
export const mismatched =
  "Las etiquetas no corresponden a las imágenes, pero las del otro archivo sí.";
/** @param {number} n @param {number} test */
export const few = (n, test) =>
  `Hay solo ${images(n)}: la exactitud se basará en ${counted(test, testDigit)}.`;
/** @param {number[]} labels */
export const missing = (labels) =>
  `No hay imágenes de ${listed(labels)} para entrenar: ` +
  `la red no podrá ${labels.length < 2 ? "aprenderlo" : "aprenderlos"}.`;
/** @param {number[]} labels @param {boolean} isGiven  the test digits have a file of their own */
export const untested = (labels, isGiven) =>
  isGiven
    ? `Entre los dígitos de prueba no hay ejemplos de ${listed(labels)}.`
    : `Hay muy pocas imágenes de ${listed(labels)} para reservar alguna como dígito de prueba.`;
/** @param {number} n */
export const empty = (n) =>
  `${images(n)} ${agreeing(n, "es", "son")} de un solo tono, sin ningún dígito.`;
export const sorted =
  "Las etiquetas están en orden; las imágenes se barajan antes de entrenar (semilla 1).";
/** @param {string} image @param {string} label */
export const pair = (image, label) => `${image} con ${label}`;
/** @param {string[]} pairs */
export const pairedSomehow = (pairs) =>
  `Los nombres no indican qué archivos van juntos. Ahora están así: ${listed(pairs)}. ` +
  "Comprueba las etiquetas de abajo.";
/** @param {string} train @param {string} test */
export const whichIsTest = (train, test) =>
  `No está claro qué grupo contiene los dígitos de prueba: se entrena con ${train} ` +
  `y se prueba con ${test}.`;

export const leftOut = {
  /** @param {string[]} names */
  unlabelled: (names) =>
    `sin usar: ${images(names.length)} sin etiqueta en el nombre (${some(names)}); ` +
    "llama «7.png» a un 7 o ponlo en una carpeta llamada 7",
  /** @param {string[]} names */
  locked: (names) =>
    `sin usar: ${agreeing(names.length, "un archivo o carpeta", "archivos o carpetas")} que esta ` +
    `página no tiene permiso para leer (${some(names)})`,
  /** @param {string[]} names */
  unreadable: (names) =>
    `sin usar: ${images(names.length)} que no se ${agreeing(names.length, "pudo", "pudieron")} ` +
    `leer (${some(names)}), por estar ` +
    `${agreeing(names.length, "vacía, dañada", "vacías, dañadas")} o en un formato que aquí no ` +
    "se lee",
  /** @param {string[]} names */
  blank: (names) => `sin usar: ${images(names.length)} donde no se ve nada (${some(names)})`,
  /** Neither pictures nor tables of images @param {string[]} names */
  others: (names) =>
    `sin usar: ${counted(names.length, { one: "archivo", other: "archivos" })} sin imágenes que ` +
    `sirvan aquí (${some(names)})`,
};
/** @param {string[]} names  of pictures */
export const uneven = (names) =>
  `${images(names.length)} ${agreeing(names.length, "tiene", "tienen")} marcas en el borde ` +
  `(${some(names)}): una sombra, líneas del papel o un dígito cortado. Comprueba abajo cómo ` +
  `${agreeing(names.length, "quedó", "quedaron")}.`;
/** What a set of single pictures is called, also as a sentence begins. @param {number} n */
export const pictures = (n) => images(n);

/** @param {string} words  half a sentence */
export const sentence = (words) => capitalized(withStop(words));

/* ---- why files cannot be used, as half a sentence ---- */

/** @param {number} n @param {number} fewest */
export const tooFew = (n, fewest) => `hay solo ${images(n)}, y hacen falta al menos ${fewest}`;
/** @param {string} name */
export const noTestDigits = (name) => `${name} no contiene imágenes`;
export const none = "entre ellos no hay archivos con imágenes";
/** @param {string} name */
export const notReadable = (name) =>
  `no se pudo leer ${name}: se movió, cambió o eliminó después de elegirlo, o esta página no ` +
  "tiene permiso para leerlo";
/** @param {string} name */
export const tooLarge = (name) => `${name} ocupa más de 1 GB, elige una parte`;
/** @param {string} name */
export const unpacksTooLarge = (name) =>
  `${name} ocupa más de 1 GB al descomprimirlo, elige una parte de su contenido`;
/** What a file is instead. */
export const others = {
  /** @param {string} name */
  empty: (name) => `${name} está vacío`,
  /** @param {string} name */
  zip: (name) => `${name} es un archivo ZIP: descomprímelo y elige su contenido`,
  /** @param {string} name */
  gzip: (name) => `${name} está comprimido dos veces: descomprímelo y elige su contenido`,
  /** @param {string} name */
  page: (name) => `${name} es una página web, no un archivo de imágenes`,
  /** @param {string} name */
  drawing: (name) => `${name} es un dibujo SVG: guárdalo como imagen PNG`,
  /** @param {string} name */
  model: (name) =>
    `${name} es un modelo, no un archivo de imágenes: para abrir su red, suéltalo en la página ` +
    "solo y descomprimido",
  /** @param {string} name */
  unknown: (name) => `${name} no es una imagen ni un archivo CSV o IDX`,
};
const kinds = { picture: "una imagen", table: "un archivo CSV", idx: "un archivo IDX" };
/**
 * @param {string} one  a name, as `other` @param {keyof typeof kinds} kind
 * @param {string} other @param {keyof typeof kinds} otherKind
 */
export const mixedKinds = (one, kind, other, otherKind) =>
  `${one} es ${kinds[kind]} y ${other} es ${kinds[otherKind]}: elige archivos de un solo tipo`;
/** @param {string} name */
export const damagedGzip = (name) => `${name} está dañado: no se pudo descomprimir`;
/** @param {string} name */
export const cut = (name) => `${name} está incompleto: falta el final de sus datos gzip`;

/* IDX */

const things = { images: image, labels: label };
/**
 * @param {string} name @param {number} held @param {number} announced
 * @param {keyof typeof things} kind
 */
export const endsAfter = (name, held, announced, kind) =>
  `${name} termina tras ${grouped(held)} de ${counted(announced, things[kind])}`;
/** @param {string} name @param {number} announced @param {keyof typeof things} kind */
export const tooLong = (name, announced, kind) =>
  `${name} anuncia ${counted(announced, things[kind])}, pero continúa después`;
/** @param {string} name @param {number} number  1 is the first @param {number} label */
export const badLabel = (name, number, label) =>
  `la etiqueta ${grouped(number)} de ${name} es ${label}, y la red solo tiene las clases 0 a 9`;
export const tooMany =
  "hay más de dos pares: basta con los dígitos de entrenamiento y los de prueba";
/** @param {string} name */
export const withoutLabels = (name) => `${name} vino sin su archivo de etiquetas: elige ambos`;
/** @param {string} name */
export const withoutImages = (name) => `${name} vino sin su archivo de imágenes: elige ambos`;
/** @param {string[]} imageFiles @param {string[]} labelFiles */
export const notPaired = (imageFiles, labelFiles) =>
  "cada archivo de imágenes necesita uno de etiquetas: aquí hay " +
  `${named(imageFiles, "de imágenes")} y ${named(labelFiles, "de etiquetas")}`;
/** "2 archivos de imágenes (a y b)" @param {string[]} names @param {string} kind */
const named = (names, kind) =>
  names.length
    ? `${counted(names.length, { one: `archivo ${kind}`, other: `archivos ${kind}` })} ` +
      `(${some(names)})`
    : `ningún archivo ${kind}`;
/**
 * @param {string} image  a name, as `label` @param {number} imageCount
 * @param {string} label @param {number} labelCount
 */
export const unequal = (image, imageCount, label, labelCount) =>
  `${image} contiene ${images(imageCount)}, pero ${label} ${counted(labelCount, things.labels)}`;

/* CSV. `line` and `column`: 1 is the first */

export const tooManyCsv =
  "hay más de dos archivos CSV: basta con los dígitos de entrenamiento y los de prueba";
/** @param {string} name */
export const emptyCsv = (name) => `${name} no tiene ninguna línea con una imagen`;
/** @param {string} name */
export const notCsv = (name) => `${name} no es una imagen ni un archivo CSV o IDX de imágenes`;
/** @param {string} name */
export const csvWithoutLabels = (name) =>
  `${name} tiene 784 columnas: falta la etiqueta de cada imagen`;
/** @param {string} name @param {number} line @param {number} columns */
export const csvColumns = (name, line, columns) =>
  `la línea ${grouped(line)} de ${name} tiene ` +
  `${counted(columns, { one: "columna", other: "columnas" })}, no 785: la etiqueta y 784 valores`;
/** @param {string} name @param {number} line @param {number} label */
export const csvLabel = (name, line, label) =>
  `la línea ${grouped(line)} de ${name} tiene la etiqueta ${label}, ` +
  "y la red solo tiene las clases 0 a 9";
/** @param {string} name @param {number} line @param {number} column @param {string} text */
export const csvNumber = (name, line, column, text) =>
  `la línea ${grouped(line)} de ${name} tiene «${text}» en la columna ${column}, donde se espera ` +
  "un número";
/**
 * @param {string} name @param {number} line @param {number} column @param {string} value
 * @param {number} most
 */
export const csvValue = (name, line, column, value, most) =>
  `la línea ${grouped(line)} de ${name} tiene ${value} en la columna ${column}, ` +
  `donde se espera un valor de 0 a ${most}`;
