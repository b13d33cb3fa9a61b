// Reads the visible texts of a page, one a block or element with a language of its own: () → { lang, units: [{ lang, ofPage, own, main, frames, tag, text }], cut } as JSON.
// Only texts that are shown as sentences are taken: no code, no form fields, nothing hidden, nothing that must not be translated.
() => {
  const MOST_UNITS = 3000;
  const LONGEST_TEXT = 4000;
  const MOST_CHARACTERS = 400000;
  const DEEPEST = 400;
  const SKIPPED = new Set(('audio canvas cite code datalist dfn embed kbd math meter noscript object option pre progress samp script select ' +
    'style svg template textarea title tt var video').split(' '));
  const FURNITURE = 'nav, header, footer, aside, dialog, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], ' +
    '[role="search"], [role="dialog"], [role="alertdialog"]';

  const units = new Map();
  const owners = new Map();
  let characters = 0;
  let cut = false;

  const declares = (el) => el.hasAttribute('lang') || el.hasAttributeNS('http://www.w3.org/XML/1998/namespace', 'lang');
  const declared = (el) => el.getAttribute('lang') ?? el.getAttributeNS('http://www.w3.org/XML/1998/namespace', 'lang');
  const parentOf = (el) => el.parentElement ?? el.parentNode?.host ?? null;

  // The nearest element that declares a language, as HTML inherits it: a slotted element from where it stands in the source.
  const owner = (el) => {
    const way = [];
    let found = null;
    for (let at = el; at; at = parentOf(at)) {
      if (owners.has(at)) { found = owners.get(at); break; }
      way.push(at);
      if (declares(at)) { found = at; break; }
    }
    way.forEach((at) => owners.set(at, found));
    return found;
  };

  const step = (el, root) => {
    if (el.id && root.querySelectorAll('#' + CSS.escape(el.id)).length === 1) return '#' + CSS.escape(el.id);
    const tag = CSS.escape(el.localName);
    const twins = el.parentNode ? [...el.parentNode.children].filter((c) => c.localName === el.localName) : [el];
    return twins.length === 1 ? tag : `${tag}:nth-of-type(${twins.indexOf(el) + 1})`;
  };
  const selector = (el, root) => {
    const steps = [];
    for (let at = el; at; at = at.parentElement) {
      steps.unshift(step(at, root));
      if (steps[0].startsWith('#')) break;
    }
    return steps.join(' > ');
  };
  const address = (el) => {
    const frames = [];
    for (let at = el; at;) {
      const inner = [];
      let root = at.getRootNode();
      for (;;) {
        inner.unshift(selector(at, root));
        if (!root.host) break;
        at = root.host;
        root = at.getRootNode();
      }
      frames.unshift(inner);
      at = root === document ? null : root.defaultView?.frameElement;
    }
    return frames;
  };

  const add = (text, block, parent, main) => {
    const by = owner(parent);
    if (!by) return;
    // A language declared inside of the block parts the text from the rest of it.
    let el = parent;
    while (el && el !== by && el !== block) el = parentOf(el);
    el ??= block;
    let unit = units.get(el);
    if (!unit) {
      if (units.size >= MOST_UNITS) { cut = true; return; }
      units.set(el, unit = { el, by, lang: declared(by), ofPage: by === document.documentElement, main, text: '' });
    }
    // Slotted texts of one block may inherit from elsewhere.
    if (unit.lang !== declared(by)) return;
    const room = Math.min(LONGEST_TEXT - unit.text.length, MOST_CHARACTERS - characters);
    if (text.length > room && characters + text.length > MOST_CHARACTERS) cut = true;
    const taken = text.slice(0, Math.max(0, room));
    unit.text += taken;
    characters += taken.length;
  };

  const mains = [...document.querySelectorAll('main, [role="main"]')];
  const walk = (node, block, main, depth) => {
    if (depth > DEEPEST) { cut = true; return; }
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentElement ?? node.parentNode?.host;
      if (parent && parent.translate !== false && getComputedStyle(parent).visibility === 'visible') add(node.data.replace(/\s+/g, ' '), block, parent, main);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.has(node.localName) || node.getAttribute('aria-hidden') === 'true' || node.isContentEditable) return;
    const style = getComputedStyle(node);
    if (style.display === 'none' || (style.display !== 'contents' && !node.checkVisibility()) || style.opacity === '0') return;

    const inline = style.display.startsWith('inline') || style.display === 'contents' || style.display === 'ruby';
    const own = inline ? block : node;
    const inMain = (main || mains.includes(node)) && !node.matches(FURNITURE);
    // A block inside a text, and a line's end, part words.
    if ((node.localName === 'br' || !inline) && units.has(block)) units.get(block).text += ' ';
    if (node.localName === 'iframe' || node.localName === 'frame') {
      const inner = frameDocument(node);
      if (inner?.body) walk(inner.body, inner.body, false, depth + 1);
      return;
    }
    const slotted = node.localName === 'slot' ? node.assignedNodes() : [];
    const children = node.shadowRoot ? node.shadowRoot.childNodes : slotted.length > 0 ? slotted : node.childNodes;
    for (const child of children) walk(child, own, inMain, depth + 1);
  };
  const frameDocument = (frame) => {
    try { return frame.contentDocument; } catch { return null; }
  };

  if (document.body) walk(document.body, document.body, mains.length === 0, 0);
  const shown = [...units.values()].filter((u) => u.text.trim());
  const texts = new Map();
  shown.forEach((u) => texts.set(u.by, (texts.get(u.by) ?? 0) + 1));
  // What a document or its body declares is for whatever stands in it.
  const own = (u) => texts.get(u.by) === 1 && !['html', 'body'].includes(u.by.localName);
  return JSON.stringify({
    lang: declared(document.documentElement),
    units: shown.filter((u) => u.text.trim().length > 15)
      .map((u) => ({ lang: u.lang, ofPage: u.ofPage, own: own(u), main: u.main, frames: address(u.el), tag: u.el.localName, text: u.text })),
    cut,
  });
}
