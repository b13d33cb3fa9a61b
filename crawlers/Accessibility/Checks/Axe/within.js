// Runs axe on some elements, its script being in the page from the run before; null where frames lie in them, which takes the long way.
async (json) => {
  const { include, options } = JSON.parse(json);
  const find = (selectors) => selectors.reduce((root, selector) => (root?.shadowRoot ?? root)?.querySelector(selector) ?? null, document);
  const elements = include.map(find).filter(Boolean);
  if (!window.axe?.run || elements.length === 0 || elements.some((element) => element.matches('iframe, frame') || element.querySelector('iframe, frame'))) return null;
  return JSON.stringify(await window.axe.run({ include: elements }, { ...options, iframes: false }));
}
