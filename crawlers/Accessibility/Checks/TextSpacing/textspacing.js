// Sets the spacing that WCAG names, and tells which boxes then cut off text that was whole before: [told({ texts, meant })].
// All of it happens between two frames: nothing moves meanwhile, and the page's own scripts notice nothing.
(reading, layout) => {
  const SPACING = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
  const STILL = '*,::before,::after{transition:none!important}';
  const sheetOf = (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };

  const view = layout.look();
  const before = view.texts().filter((text) => layout.whole(text, view));
  const roots = layout.roots();
  const [x, y] = [scrollX, scrollY];
  const [still, spacing] = [sheetOf(STILL), sheetOf(SPACING)];
  const cuts = new Map();
  try {
    for (const root of roots) root.adoptedStyleSheets.push(still, spacing);
    const after = layout.look();
    for (const { node, element } of before) {
      const text = { node, element, lines: after.linesOf(node), clip: after.clipOf(element) };
      const cut = after.readable(element) ? layout.cutOf(text, after) : null;
      if (!cut) continue;
      const known = cuts.get(cut.by) ?? { texts: [], meant: true };
      known.texts.push(layout.quote(text));
      known.meant &&= layout.meant(cut, text);
      cuts.set(cut.by, known);
    }
  } finally {
    // What would be animated back is first back at once.
    const without = (root, gone) => { root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== gone); };
    for (const root of roots) without(root, spacing);
    document.documentElement.getBoundingClientRect();
    for (const root of roots) without(root, still);
    if (scrollX !== x || scrollY !== y) scrollTo({ left: x, top: y, behavior: 'instant' });
  }
  const found = [...cuts].map(([element, { texts, meant }]) => reading.told(element, { texts: texts.slice(0, 3), meant }));
  return before.length > 0 ? [reading.told(document.body, { texts: [], meant: false }), ...found] : [];
}
