// Where text stands in the page as it is laid out now, and what of it is cut off. Elements in open shadow roots count.
(reading) => {
  const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'select', 'option', 'optgroup', 'textarea', 'title', 'desc', 'marquee']);
  // Words that a font turns into a picture; spacing takes such words apart.
  const ICON_FONT = /icon|symbol|awesome|glyph|material|emoji/i;
  const LETTERS = /[\p{L}\p{N}].*[\p{L}\p{N}]/su;
  // Line boxes are higher than letters: what is judged is the middle of the line.
  const MARGIN = 0.2;
  const OPEN = { from: -Infinity, to: Infinity };

  const roots = () => {
    const found = [document];
    for (const root of found)
      for (const element of root.querySelectorAll('*'))
        if (element.shadowRoot) found.push(element.shadowRoot);
    return found;
  };

  const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
  const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';
  // What cuts off an element's content: not every ancestor does, since what is positioned leaves those between.
  const containerOf = (element, style) => {
    if (style.position !== 'absolute' && style.position !== 'fixed' || !(element instanceof HTMLElement)) return reading.parentOf(element);
    return element.offsetParent ?? document.documentElement;
  };
  const within = (outer, from, to, by) => ({ from: Math.max(outer.from, from), to: Math.min(outer.to, to), own: { from, to }, by, outer, scrolled: outer.scrolled });

  // One look at the page. Nothing may change between two questions to it.
  const look = () => {
    const clips = new Map();
    const clipOf = (element) => {
      if (!element) return { x: OPEN, y: OPEN };
      if (clips.has(element)) return clips.get(element);
      const style = getComputedStyle(element);
      const outer = clipOf(containerOf(element, style));
      let { x, y } = outer;
      if (element === document.documentElement || element === document.body) {
        // Their overflow is the window's. One that can't be scrolled down may be so for the time of a dialog.
        if (hides(style.overflowX)) x = within(OPEN, 0, innerWidth, element);
      } else if (style.display !== 'inline' && style.display !== 'contents' && (style.overflowX !== 'visible' || style.overflowY !== 'visible')) {
        const box = element.getBoundingClientRect();
        const [left, top] = [box.left + element.clientLeft, box.top + element.clientTop];
        if (hides(style.overflowX)) x = within(x, left, left + element.clientWidth, element);
        else if (scrolls(style.overflowX)) x = { ...OPEN, scrolled: true };
        if (hides(style.overflowY)) y = within(y, top, top + element.clientHeight, element);
        else if (scrolls(style.overflowY)) y = { ...OPEN, scrolled: true };
      }
      const clip = { x, y };
      clips.set(element, clip);
      return clip;
    };

    const readable = new Map();
    // Whether an element's own text can be seen and is text.
    const isReadable = (element) => {
      if (!readable.has(element)) {
        let seen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) && !reading.hidden(element);
        if (seen) {
          const style = getComputedStyle(element);
          seen = !ICON_FONT.test(style.fontFamily) && !/^rgba\(.*, 0\)$|\/ 0\)$/.test(style.color) && style.writingMode === 'horizontal-tb' && parseFloat(style.fontSize) > 1;
        }
        readable.set(element, seen);
      }
      return readable.get(element);
    };

    const range = document.createRange();
    const linesOf = (node) => {
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter((line) => line.width > 0 && line.height > 0);
    };

    // Text nodes of two letters and more, with the lines they are laid out in.
    const texts = () => {
      const found = [];
      for (const root of roots()) {
        const walker = document.createTreeWalker(root === document ? document.body ?? document : root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode;
          const element = reading.parentOf(node);
          if (!element || UNREAD.has(element.localName) || !LETTERS.test(node.data) || element.ownerSVGElement || !isReadable(element)) continue;
          const lines = linesOf(node);
          if (lines.length > 0) found.push({ node, element, lines, clip: clipOf(element) });
        }
      }
      return found;
    };

    // How much of a line lies outside: a share of the letters' height, and pixels of its length.
    const lostHeight = (line, clip) => {
      const [top, bottom] = [line.top + line.height * MARGIN, line.bottom - line.height * MARGIN];
      return 1 - Math.max(0, Math.min(bottom, clip.to) - Math.max(top, clip.from)) / (bottom - top);
    };
    const lostLength = (line, clip) => line.width - Math.max(0, Math.min(line.right, clip.to) - Math.max(line.left, clip.from));

    return { clipOf, linesOf, lostHeight, lostLength, readable: isReadable, texts };
  };

  // Whether all of a text can be seen, or be scrolled to.
  const whole = (text, view) => text.lines.every((line) => line.right > 0 && line.bottom + scrollY > 0
    && view.lostHeight(line, text.clip.y) <= 0.25 && view.lostLength(line, text.clip.x) <= 2);

  // The innermost element that cuts off half a line, or two letters of one, and which way; null when there is none.
  const cutOf = (text, view) => {
    for (let clip = text.clip.y; clip.by; clip = clip.outer)
      if (text.lines.some((line) => view.lostHeight(line, clip.own) >= 0.5)) return { by: clip.by, across: false };
    for (let clip = text.clip.x; clip.by; clip = clip.outer) {
      const lost = Math.max(...text.lines.map((line) => view.lostLength(line, clip.own)));
      if (lost > 2 && lost >= twoLetters(text)) return { by: clip.by, across: true };
    }
    return null;
  };
  const twoLetters = ({ element }) => 1.4 * parseFloat(getComputedStyle(element).fontSize);

  const OPENS = '[aria-expanded], summary';
  // Whether somebody meant to cut it short, or a script may have fitted boxes to what was in them.
  const meant = (cut, text) => {
    for (let node = text.element; node; node = reading.parentOf(node)) {
      const style = getComputedStyle(node);
      if (style.textOverflow !== 'clip' || style.webkitLineClamp !== 'none' || node.hasAttribute('title')) return true;
      if (node.style && (cut.across ? node.style.width || node.style.maxWidth : node.style.height || node.style.maxHeight)) return true;
      if (node === cut.by) break;
    }
    return !cut.across && [cut.by, cut.by.previousElementSibling, cut.by.nextElementSibling].some((node) => node && (node.matches(OPENS) || node.querySelector(OPENS)));
  };

  const quote = (text) => reading.shorten(reading.clean(text.node.data), 60);

  return { cutOf, look, meant, quote, roots, twoLetters, whole };
}
