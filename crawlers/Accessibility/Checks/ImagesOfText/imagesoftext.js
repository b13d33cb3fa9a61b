// Pictures that can be read from a canvas, the biggest first, and what text they show: [told({ text, lines, alternative })].
// What is named a logo, a chart, a map or the like is left out, and what shows a single word and is no control: it is most often a wordmark.
async (reading, linesOf, words) => {
  const MOST_PICTURES = 12, MOST_PIXELS = 200000, FEW_PIXELS = 40000, MOST_DECODED = 5e6;
  const LEAST_WIDTH = 40, THUMBNAIL = 64, LEAST_HEIGHT = 16, LEAST_GLYPH = 5;
  const MOST_SHAPES = 6, LEAST_LETTERS = 3, MOST_SOURCE = 200000;
  const LOAD_MS = 300;
  const LEVELS = 3;
  const MAPS = '.leaflet-container, .ol-viewport, .mapboxgl-map, .maplibregl-map, .gm-style, .esri-view';

  const any = (expressions) => new RegExp(expressions.join('|'), 'iu');
  const [names, alternatives] = [any(words.names), any(words.alternatives)];

  const backgroundOf = (style) => /^url\("(.*?)"\)/.exec(style.backgroundImage)?.[1];
  // The address of an element's picture; null where it has none.
  const addressOf = (element) => {
    if (element.matches('img')) return element.complete && element.naturalWidth ? element.currentSrc : null;
    if (element.matches('input[type=image]')) return element.src;
    if (element.matches('object, embed')) {
      const address = element.data ?? element.src;
      return /^image\//.test(element.type) || /^data:image\/|\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i.test(address) ? address : null;
    }
    if (element.childElementCount || element.matches('script, style, svg *, canvas, video, iframe, input, textarea, select')) return null;
    const style = getComputedStyle(element);
    return style.backgroundImage !== 'none' && (!element.textContent.trim() || parseFloat(style.textIndent) < -99) ? backgroundOf(style) : null;
  };
  const readable = (address) => {
    try {
      const { protocol, origin } = new URL(address, document.baseURI);
      return protocol === 'data:' || origin === location.origin;
    } catch {
      return false;
    }
  };

  const alternativeOf = (element) => reading.clean(element.getAttribute('alt') || element.getAttribute('aria-label') || element.getAttribute('title'));
  const namesOf = (element, address) => {
    const said = [alternativeOf(element), element.getAttribute('title'), /^(?:data|blob):/.test(address) ? '' : address.split(/[?#]/)[0].split('/').pop()];
    for (let node = element, level = 0; node && level <= LEVELS; node = reading.parentOf(node), level++) said.push(node.id, node.getAttribute('class'));
    return said.filter(Boolean).join(' | ');
  };
  const besideTable = (element) => [element, reading.parentOf(element)].some((node) => [node?.previousElementSibling, node?.nextElementSibling].some((other) => other?.matches('table')));
  const exempt = (element, address) => names.test(namesOf(element, address)) || alternatives.test(alternativeOf(element))
    || element.closest('figure')?.querySelector('figcaption') || element.closest(MAPS) || besideTable(element);

  // A button, or a link to another page of the site than its front page: what it says is no wordmark.
  const isControl = (element) => {
    if (element.matches('input') || element.closest('button, [role=button]')) return true;
    const link = element.closest('a[href]');
    return !!link && link.origin === location.origin && link.pathname !== location.pathname && link.pathname.length > 4 && !/\/(?:index|home|default)\b/.test(link.pathname);
  };

  const load = (address) => {
    const image = new Image();
    image.src = address;
    return Promise.race([image.decode().then(() => image), new Promise((_, fail) => setTimeout(fail, LOAD_MS))]);
  };
  // Where a background lies in its box, as far as its first layer tells in lengths and percentages.
  const placeOf = (element, image, width, height) => {
    const style = getComputedStyle(element);
    const length = (text, whole) => text.endsWith('%') ? parseFloat(text) / 100 * whole : parseFloat(text);
    const [w, h = 'auto'] = style.backgroundSize.split(',')[0].split(' ');
    const [x, y] = style.backgroundPosition.split(',')[0].split(' ');
    let [across, down] = [image.naturalWidth, image.naturalHeight];
    if (/cover|contain/.test(w)) {
      const scale = Math[w === 'cover' ? 'max' : 'min'](width / across, height / down);
      [across, down] = [across * scale, down * scale];
    } else {
      const ratio = across / down;
      if (w !== 'auto') across = length(w, width);
      if (h !== 'auto') down = length(h, height);
      if (w === 'auto' && h !== 'auto') across = down * ratio;
      if (h === 'auto' && w !== 'auto') down = across / ratio;
    }
    return [length(x, width - across) || 0, length(y, height - down) || 0, across, down];
  };
  let decoded = 0;
  const linesIn = async ({ element, address, width, height }) => {
    const own = element.matches('img');
    const image = own ? element : await load(address);
    const natural = image.naturalWidth * image.naturalHeight;
    if (decoded + natural > MOST_DECODED) throw new RangeError('Decoding more would take long.');
    decoded += natural;
    const scale = Math.min(width * height < FEW_PIXELS ? 2 : 1, Math.sqrt(MOST_PIXELS / (width * height)));
    const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale)).getContext('2d', { willReadFrequently: true });
    const place = own || element.matches('input, object, embed') ? [0, 0, width, height] : placeOf(element, image, width, height);
    canvas.drawImage(image, ...place.map((length) => length * scale));
    return linesOf(canvas.getImageData(0, 0, canvas.canvas.width, canvas.canvas.height), LEAST_GLYPH * Math.max(1, scale));
  };

  // The text that an SVG file writes, where it draws little else.
  const textIn = async (address) => {
    if (!/^data:image\/svg\+xml|\.svg(?:[?#]|$)/i.test(address)) return null;
    const source = await (await fetch(address, { cache: 'force-cache' })).text();
    if (source.length > MOST_SOURCE || !/<(?:\w+:)?text[\s>]/.test(source)) return null;
    const svg = new DOMParser().parseFromString(source, 'image/svg+xml');
    const shown = (node) => !node.closest('defs, symbol, clipPath, mask, pattern, [display=none], [visibility=hidden], [opacity="0"]');
    const some = (selector) => [...svg.querySelectorAll(selector)].filter(shown);
    if (some('path, circle, ellipse, line, polyline, polygon, rect, use').length > MOST_SHAPES || some('image').length) return null;
    const text = reading.clean(some('text').map((node) => node.textContent).join(' '));
    return (text.match(/\p{L}/gu) ?? []).length >= LEAST_LETTERS ? text : null;
  };

  const seen = new Set();
  const pictures = [];
  for (const element of reading.all('*')) {
    const { width, height, right, bottom } = element.getBoundingClientRect();
    if (width < LEAST_WIDTH || height < LEAST_HEIGHT || width < THUMBNAIL && height > width * 0.75 || right <= 0 || bottom + scrollY <= 0) continue;
    const address = addressOf(element);
    if (!address || seen.has(address) || !readable(address) || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || exempt(element, address)) continue;
    seen.add(address);
    pictures.push({ element, address, width, height });
  }
  pictures.sort((a, b) => b.width * b.height - a.width * a.height);

  const judge = async (picture) => {
    const text = await textIn(picture.address);
    const lines = text ? null : await linesIn(picture);
    const reads = isControl(picture.element) || (text ? /\S\s+\S/.test(text) : lines && (lines.lines > 1 || lines.words > 1));
    return { text: reads && text ? reading.shorten(text, 100) : null, lines: reads && lines ? lines.lines : 0, alternative: reading.shorten(alternativeOf(picture.element), 100) };
  };
  const found = [];
  for (const picture of pictures.slice(0, MOST_PICTURES)) {
    try {
      found.push(reading.told(picture.element, await judge(picture)));
    } catch {
      // It came from elsewhere after all, does not load, or is too big.
    }
  }
  return found;
}
