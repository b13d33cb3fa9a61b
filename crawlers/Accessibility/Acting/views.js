// Remembers which texts can be read in the window as it is, and tells what becomes of them when it has another size.
// What it tells is a list of told({ … }) as a text, since it crosses from the page to us.
(reading, layout) => {
  // What needs two dimensions, or is a picture of something.
  const EXEMPT = 'table, [role=table], [role=grid], [role=treegrid], pre, code, samp, [role=toolbar], [role=img], [role=math], [role=application], [role=marquee], math, map, figure, object, video';
  // What is running text and no part of a table that styles alone make one.
  const RUNNING = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, a';
  const view = layout.look();
  const whole = view.texts().filter((text) => layout.whole(text, view)).map(({ node, element }) => ({ node, element }));

  // In the next frame the page knows its window; what moves then is brought to its end.
  const settle = async () => {
    await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations())
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) try { animation.finish(); } catch { /* one that runs backwards for ever */ }
  };
  // Scripts that fit the page to its window often wait until it has stopped changing.
  const rest = () => new Promise((done) => setTimeout(done, 350));

  const now = () => {
    const look = layout.look();
    return { look, texts: whole.filter(({ node, element }) => node.isConnected && look.readable(element))
      .map(({ node, element }) => ({ node, element, lines: look.linesOf(node), clip: look.clipOf(element) })).filter((text) => text.lines.length > 0) };
  };

  const gather = (found, element, text, meant) => {
    const known = found.get(element) ?? { texts: [], meant: true };
    known.texts.push(layout.quote(text));
    known.meant &&= meant;
    found.set(element, known);
  };
  const told = (found) => [...found].map(([element, { texts, meant }]) => reading.told(element, { texts: [...new Set(texts)].slice(0, 3), meant }));

  // Boxes that cut off text.
  const cuts = ({ look, texts }) => {
    const found = new Map();
    for (const text of texts) {
      const cut = layout.cutOf(text, look);
      if (cut && !cut.across) gather(found, cut.by, text, layout.meant(cut, text));
      // A box that shows its content side by side, one after the other, cuts off the next; a line longer than the box is lost in any case.
      else if (cut && text.lines.some((line) => line.width >= cut.by.clientWidth + layout.twoLetters(text))) gather(found, cut.by, text, layout.meant(cut, text));
    }
    return found;
  };

  const chain = function* (element) {
    for (let node = element; node && node !== document.body; node = reading.parentOf(node)) yield node;
  };
  // Blocks of text that reach out of the window, so that the page has to be moved sideways to read a line.
  const wide = ({ texts }) => {
    const found = new Map();
    const page = document.scrollingElement;
    const hidden = [document.documentElement, document.body].some((root) => /hidden|clip/.test(getComputedStyle(root).overflowX));
    if (hidden || page.scrollWidth <= innerWidth + 2) return found;
    for (const text of texts) {
      if (text.clip.x.scrolled || text.clip.x.by) continue;
      const line = text.lines.find((l) => l.left >= -1 && l.left < innerWidth && l.right > innerWidth + layout.twoLetters(text) && l.right <= page.scrollWidth + 2);
      if (!line || text.element.closest(EXEMPT)) continue;
      let [fixed, moved] = [false, !text.element.closest(RUNNING)];
      for (const node of chain(text.element)) {
        const style = getComputedStyle(node);
        if (node.matches(EXEMPT) || style.position === 'fixed' || /table$/.test(style.display)) fixed = true;
        if (style.position === 'absolute' || style.transform !== 'none') moved = true;
      }
      if (!fixed) gather(found, reading.blockOf(text.element), text, moved);
    }
    return found;
  };

  // Whether a message to turn the device stands in the place of what was there. A window may be told from its shape by a message it had before, too.
  const TURN_WORDS = '(roter|snu|vri|drei|vend|rotate|turn|flip)\\s(?:\\p{L}+\\s){0,4}(enhet|eining|telefon|mobil|nettbrett|skjerm|device|phone|mobile|tablet|screen)';
  const [MAY_TURN, TURN] = [new RegExp(TURN_WORDS, 'iu'), new RegExp(`(?<!\\p{L})${TURN_WORDS}`, 'iu')];
  const [width, height] = [innerWidth, innerHeight];
  const asked = whole.filter(({ node }) => TURN.test(node.data));
  const covers = (element) => [0.2, 0.5, 0.8].every((y) => [0.2, 0.5, 0.8].every((x) => {
    const hit = document.elementFromPoint(innerWidth * x, innerHeight * y);
    return hit && element.contains(hit);
  }));
  const overlay = (element) => [...chain(element)].find((node) => getComputedStyle(node).position === 'fixed') ?? reading.blockOf(element);
  const drawn = [...document.querySelectorAll('canvas, video, object, embed, iframe')].some((element) => element.clientWidth * element.clientHeight > width * height / 3);
  const turnedAway = async () => {
    await settle();
    const known = new Set(whole.map(({ node }) => node));
    const look = layout.look();
    const texts = look.texts();
    const shown = new Set(texts.map(({ node }) => node));
    const found = [];
    for (const text of texts.filter(({ node }) => !known.has(node) && TURN.test(node.data))) {
      const kept = whole.filter(({ node }) => shown.has(node)).length / Math.max(1, whole.length);
      found.push(reading.told(text.element, { texts: [layout.quote(text)], meant: whole.length === 0 || drawn || kept > 0.2 && !covers(overlay(text.element)) }));
    }
    for (const text of asked.filter(({ node, element }) => !shown.has(node) && element.isConnected))
      found.push(reading.told(text.element, { texts: [layout.quote(text)], meant: texts.length <= whole.length * 5 || drawn }));
    return found;
  };

  // What is seen again when the page had time to fit itself.
  const lasting = async (measure) => {
    await settle();
    const first = measure(now());
    if (first.size === 0) return first;
    await rest();
    await settle();
    const again = measure(now());
    return new Map([...again].filter(([element]) => first.has(element)));
  };

  return {
    any: () => JSON.stringify(whole.length > 0 ? [reading.told(document.body, { texts: [], meant: false })] : []),
    // Most pages have no such words, hidden or in a script, and need not be turned.
    mayTurn: () => layout.roots().some((root) => MAY_TURN.test((root.documentElement ?? root).textContent)),
    turned: async () => JSON.stringify(await turnedAway()),
    cuts: async () => JSON.stringify(told(await lasting(cuts))),
    wide: async () => JSON.stringify(told(await lasting((seen) => new Map([...cuts(seen), ...wide(seen)])))),
  };
}
