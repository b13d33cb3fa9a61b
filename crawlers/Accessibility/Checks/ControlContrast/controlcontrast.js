// Empty text fields that authors have drawn, and how well the edge that shows them can be seen: [told({ contrast })].
// Whatever else may draw an edge, or whose colours can't be known for certain, is left out.
(reading) => {
  const FIELDS = 'input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url], input[type=search], input[type=number], input[type=password], textarea';
  const SIDES = ['Top', 'Right', 'Bottom', 'Left'];
  const BROWSERS_OWN = 'rgb(118, 118, 118)';
  const LEVELS = 3;

  const colour = (text) => {
    const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
    return parts ? [+parts[1], +parts[2], +parts[3], parts[4] === undefined ? 1 : +parts[4]] : null;
  };
  const over = (top, bottom) => [0, 1, 2].map((i) => top[i] * top[3] + bottom[i] * (1 - top[3])).concat(1);
  const luminance = (c) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const v = c[i] / 255;
    return sum + weight * (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  }, 0);
  const contrast = (a, b) => {
    const [x, y] = [luminance(a), luminance(b)];
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  };

  // The one colour behind an element's edge; null where it can't be known.
  const behind = (element) => {
    const layers = [];
    for (let node = element; node; node = reading.parentOf(node)) {
      const style = getComputedStyle(node);
      if (style.backgroundImage !== 'none' || style.opacity !== '1' || style.filter !== 'none' || style.mixBlendMode !== 'normal') return null;
      const fill = colour(style.backgroundColor);
      if (!fill) return null;
      layers.push(fill);
    }
    return layers.reverse().reduce((below, fill) => over(fill, below), [255, 255, 255, 1]);
  };
  const drawnBeside = (element) => ['::before', '::after'].some((pseudo) => !['none', 'normal'].includes(getComputedStyle(element, pseudo).content));

  // What shows an element's edge, on a ground: the best contrast of borders, outline, shadow and fill; null where it can't be known.
  const edge = (style, outer) => {
    const fill = colour(style.backgroundColor);
    if (!fill || style.borderImageSource !== 'none') return null;
    const inner = over(fill, outer);
    let best = contrast(inner, outer);
    const line = (text) => {
      const drawn = colour(text);
      if (!drawn) return false;
      best = Math.max(best, contrast(over(drawn, outer), outer), contrast(over(drawn, inner), inner));
      return true;
    };
    for (const side of SIDES)
      if (!['none', 'hidden'].includes(style[`border${side}Style`]) && parseFloat(style[`border${side}Width`]) > 0 && !line(style[`border${side}Color`])) return null;
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && !line(style.outlineColor)) return null;
    if (style.boxShadow !== 'none')
      for (const shadow of style.boxShadow.match(/[a-z]+\([^)]*\)/g) ?? ['']) if (!line(shadow)) return null;
    return best;
  };

  // Boxes around the field that hold nothing else to fill in and may be drawn as its edge; null where something else may draw one.
  const around = (field) => {
    const boxes = [];
    const height = field.offsetHeight;
    for (let node = reading.parentOf(field), level = 0; node && node !== document.body && level < LEVELS; node = reading.parentOf(node), level++) {
      if (node.offsetHeight > height * 2 + 16) break;
      boxes.push(node);
      if (drawnBeside(node)) return null;
      for (const child of node.children)
        if (child !== field && !child.contains(field) && (drawnBeside(child) || /absolute|fixed/.test(getComputedStyle(child).position) || child.matches('fieldset, svg, img, canvas'))) return null;
    }
    return boxes;
  };

  const judge = (field) => {
    const style = getComputedStyle(field);
    if (style.backgroundImage !== 'none' || style.opacity !== '1' || SIDES.some((side) => style[`border${side}Color`] === BROWSERS_OWN && style[`border${side}Style`] === 'inset')) return null;
    const parent = reading.parentOf(field);
    const outer = parent && behind(parent);
    const boxes = around(field);
    if (!outer || !boxes) return null;
    const edges = [edge(style, outer)];
    for (const box of boxes) {
      const ground = reading.parentOf(box) && behind(reading.parentOf(box));
      edges.push(ground ? edge(getComputedStyle(box), ground) : null);
    }
    return edges.includes(null) ? null : Math.max(...edges);
  };

  return reading.all(FIELDS)
    .filter((field) => !field.value && !field.placeholder && !field.matches(':disabled, :focus, [aria-disabled=true]') && field.tabIndex >= 0 && !field.list && reading.perceivable(field) && field.checkVisibility({ opacityProperty: true }))
    .filter((field) => field.offsetWidth > 16 && field.offsetHeight > 12 && field.getBoundingClientRect().right > 0)
    .map((field) => [field, judge(field)])
    // One that shows no edge at all is not meant to be found by its edge.
    .filter(([, best]) => best !== null && best >= 1.05)
    .map(([field, best]) => reading.told(field, { contrast: best }));
}
