/** The pages' frame: their titles, what stands there until they run, and why they may not. */

export const title = "Downhill: a hands-on neural network that learns to read digits";
export const description =
  "Draw a digit and watch a neural network read it. Train it, look inside it, and find out what " +
  "fools it.";
/** For an app's menu of the system: one line. */
export const appDescription = "Watch a neural network learn to read digits, by gradient descent";

/** Of the page of lesson plans. */
export const plansTitle = "Lesson plans: Downhill";
export const plansDescription =
  "Lessons for a class with a neural network that reads digits: steps with links, what " +
  "students should see, questions with answers, and a sheet to print.";

export const loading =
  "Downhill is loading. If this stays, check the connection and reload the page, or open it in a " +
  "current version of Chrome, Edge, Firefox or Safari.";
export const host =
  "If it is your host: it must send .js files as text/javascript. From a disk, without a web " +
  "server, Downhill cannot be opened.";

export const notLoaded =
  "Downhill could not be loaded: one of its files did not come, or came changed. The connection " +
  "may have failed, the host may just have a new version, or a login page of the network may " +
  "stand in between.";
export const tryAgain = "Try again";
export const stillNotLoaded =
  "If that does not help, open it in a current version of Chrome, Edge, Firefox or Safari. If it " +
  "is your host: it must send .js files as text/javascript.";

export const fromDisk =
  "Downhill was opened from a disk. Browsers do not let a page run its scripts from there: a web " +
  "server has to send them. On this computer, start one in Downhill’s folder:";
/** Before an address. */
export const thenOpen = "Then open";

export const inFrame =
  "Downhill is in a frame that forbids its scripts and workers. The frame’s sandbox has to allow " +
  "them: allow-scripts allow-same-origin.";
export const ownTab = "Open Downhill in a tab of its own";

export const tooOld =
  "This browser is too old for Downhill. Open it in a current version of Chrome, Edge, Firefox " +
  "or Safari.";
export const noScript =
  "Downhill trains a neural network in your browser and needs JavaScript to do it.";
