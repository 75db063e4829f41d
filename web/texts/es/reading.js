/**
 * Further reading: what each work adds to what a lab shows, by lab and work; see
 * common/reading.js.
 */
import { listed } from "./locale.js";

export const furtherReading = "Para leer más";

/** @param {readonly string[]} authors @param {number} year */
export const by = (authors, year) =>
  `${authors.length > 3 ? `${authors[0]} et al.` : listed(authors)}\u00a0(${year})`;

/** @type {Record<string, Record<string, string>>} */
export const adds = {
  inside: {
    nielsen1: `Empieza con neuronas que sopesan indicios para decidir; en un ejercicio se buscan a
      mano los pesos de una capa más, que escribe el dígito como número binario.`,
    topology: `Sigue lo que hace una capa con todas las entradas a la vez: estira y dobla el
      espacio hasta que un corte recto separa las clases.`,
  },
  cost: {
    nielsen1: `Explica por qué para aprender hace falta un coste: el número de dígitos bien leídos
      no indicaría el camino, porque casi ningún cambio pequeño de los pesos lo altera.`,
    nielsen3: `Muestra por qué la entropía cruzada es mejor coste para salidas sigmoides: con el
      error cuadrático, una salida que se equivoca con mucha confianza aprende despacio.`,
  },
  downhill: {
    momentum: `Calcula, para un cuenco en cualquier número de dimensiones, con qué pasos se
      converge, se oscila o se diverge, y qué cambia el momentum.`,
    li: `Dibuja planos como estos para redes mucho más profundas: sin conexiones que se salten
      capas, la superficie se vuelve accidentada; con ellas, sigue siendo suave.`,
    antognini: `Demuestra que también un paseo aleatorio largo es una curva suave en sus
      direcciones principales, así que la forma de un camino dice allí poco de la superficie.`,
  },
  train: {
    nielsen1: `Da el programa entero: 74 líneas de Python que entrenan una red por descenso de
      gradiente estocástico hasta que lee más del 96\u00a0% de los dígitos de prueba de MNIST.`,
    nielsen2: `Deduce una a una las fórmulas de la retropropagación, con demostraciones, y las
      escribe con matrices y como código.`,
  },
  gradient: {
    nielsen2: `Explica por qué la retropropagación es rápida: un recorrido hacia delante y otro
      hacia atrás dan todas las componentes, mientras que retocar cada peso por separado exigiría
      un recorrido para cada uno.`,
    nielsen5: `Mide cómo el gradiente se encoge de capa en capa en su vuelta hacia la entrada, de
      modo que las primeras capas de una red profunda son las que más despacio aprenden.`,
  },
  learned: {
    features: `Muestra a qué responden las neuronas de una red profunda entrenada con fotografías,
      capa por capa: bordes, texturas, motivos, partes, objetos.`,
    circuits: `Lee los pesos entre esas neuronas: una que detecta coches, por ejemplo, busca
      ventanillas arriba y ruedas abajo.`,
  },
  noise: {
    nguyen: `Busca el peor caso: imágenes que a las personas no les dicen nada y que redes
      entrenadas con MNIST o ImageNet clasifican con una confianza del 99,99\u00a0%.`,
    hendrycks: `Comprueba hasta qué punto la confianza sola distingue aquello para lo que se
      entrenó una red de otras imágenes y del ruido: en promedio ahí es menor, aunque a menudo
      sigue siendo alta.`,
    guo: `Compara la confianza con la exactitud en imágenes del tipo entrenado: ahí las redes
      profundas modernas se confían demasiado, y un solo número, ajustado después, corrige casi
      todo.`,
  },
  fool: {
    szegedy: `Descubrió que cambios demasiado pequeños para verse engañan a las redes profundas, y
      que las mismas imágenes cambiadas suelen engañar también a otras redes, entrenadas con otras
      imágenes.`,
    goodfellow: `Presenta el método rápido del signo del gradiente y explica por qué funciona: una
      red es casi lineal, y por eso cientos de cambios pequeños, cada uno según su gradiente, se
      suman.`,
    features: `Muestra cómo evitar que la maximización de la activación acabe en ruido, de modo que
      lo que una red imagina sea una imagen clara.`,
  },
  teach: {
    madry: `Muestra que este entrenamiento necesita una red grande: una convolucional sigue leyendo
      bien el 89\u00a0% de los dígitos de prueba de MNIST atacados con ε = 0,3, y una muy
      pequeña no aprende nada.`,
    nguyen: `Entrena redes, una y otra vez, para que den una clase propia a las imágenes que
      engañaron a la anterior: en MNIST, su búsqueda encuentra otras nuevas para cada una de 15
      redes.`,
  },
  memorise: {
    zhang: `Una fuente de la lección: dio etiquetas aleatorias a las 50.000 imágenes de CIFAR-10, y
      las redes grandes alcanzaron una exactitud de entrenamiento del 100\u00a0%, con unas pocas
      veces más pasos que con las etiquetas verdaderas; su exactitud de prueba fue la de responder
      al azar, el 10\u00a0%.`,
    arpit: `La otra fuente de la lección: comparó ambos casos en MNIST y CIFAR-10, y entre las
      imágenes con etiquetas verdaderas hay muchas fáciles, que se aprenden primero, con patrones
      simples; con etiquetas aleatorias, todas son más o menos igual de difíciles.`,
  },
  binary: {
    nielsen1: `Empieza con perceptrones, que son de todo o nada, y con la razón por la que cuesta
      entrenarlos; en un ejercicio, las neuronas sigmoides se vuelven perceptrones al multiplicar
      todos los pesos y sesgos por un número cada vez mayor.`,
    nielsen4: `Construye cualquier función continua con escalones, cada uno una neurona sigmoide de
      peso grande: la dificultad no está en lo que los escalones pueden calcular.`,
    bengio: `Entrena neuronas de todo o nada a pesar de todo, con una estimación en lugar del
      gradiente que les falta.`,
  },
  tweak: {
    nielsen3: `Explica la regularización, mejores pesos iniciales y cómo buscar buenos ajustes,
      siempre con experimentos en MNIST.`,
    nielsen6: `Sigue, paso a paso, con redes convolucionales: entre varias leen bien 9967 de los
      10.000 dígitos de prueba.`,
    lecun: `Presentó MNIST y compara en él muchos métodos: un clasificador lineal lee bien el
      88\u00a0% de los dígitos de prueba; la red convolucional LeNet-5, el 99,05\u00a0%, y el
      99,2\u00a0% con aumento de datos.`,
  },
};
