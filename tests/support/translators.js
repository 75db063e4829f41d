/**
 * What browsers do to a page that they translate. Both watch the page and translate what is new.
 * The words stay what they are, between ‹ and ›.
 */

/**
 * As Chrome: each text is taken out, and a <font> in a <font> is in its place. Runs in the page.
 */
export function translateLikeChrome() {
  const isOff = (/** @type {Node} */ node) =>
    node.parentElement?.closest("script, style, textarea, [translate=no], font") !== null;
  const wrap = (/** @type {Text} */ text) => {
    if (!text.isConnected || !text.data.trim() || isOff(text)) return;
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    outer.style.verticalAlign = "inherit";
    inner.append(`‹${text.data}›`);
    outer.append(inner);
    text.replaceWith(outer);
  };
  const translate = (/** @type {Node} */ root) => {
    if (root instanceof Text) return wrap(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    for (const text of texts) wrap(text);
  };
  document.documentElement.lang = "de";
  document.documentElement.classList.add("translated-ltr");
  translate(document.body);
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") translate(target);
      for (const node of addedNodes) translate(node);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/**
 * As Firefox: of an element with words all children are taken out, the words between two elements
 * are put into the first of its texts that is left, the elements are put back, and the comments are
 * not. Runs in the page.
 */
export function translateLikeFirefox() {
  const marked = /^‹.*›$/s;
  const isText = (/** @type {Node} */ node) => node instanceof Text && node.data.trim() !== "";
  const merge = (/** @type {Element} */ element) => {
    const children = [...element.childNodes];
    if (!children.some((child) => isText(child) && !marked.test(/** @type {Text} */ (child).data)))
      return;
    for (const child of children) child.remove();
    const texts = children.filter((child) => child instanceof Text);
    /** @type {(Element | string)[]} */
    const translated = [];
    for (const child of children) {
      if (child instanceof Element) translated.push(child);
      if (!(child instanceof Text)) continue;
      const words = child.data.replace(/^‹|›$/g, "");
      if (typeof translated.at(-1) === "string") translated.push(`${translated.pop()}${words}`);
      else translated.push(words);
    }
    for (const each of translated) {
      if (each instanceof Element) {
        element.append(each);
        continue;
      }
      const text = texts.shift() ?? new Text();
      text.data = each.trim() ? `‹${each}›` : each;
      element.append(text);
    }
  };
  const translate = (/** @type {Node} */ root) => {
    const top = root instanceof Element ? root : root.parentElement;
    if (!top?.isConnected) return;
    for (const element of [top, ...top.querySelectorAll("*")]) {
      if (!element.closest("script, style, textarea, [translate=no]")) merge(element);
    }
  };
  translate(document.body);
  const watch = { subtree: true, childList: true, characterData: true };
  const news = new MutationObserver((records) => {
    news.disconnect();
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") translate(target);
      for (const node of addedNodes) translate(node);
    }
    news.observe(document.body, watch);
  });
  news.observe(document.body, watch);
}
