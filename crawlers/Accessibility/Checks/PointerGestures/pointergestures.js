// Carousels and maps that listen to gestures, and whether simple buttons are there too: [told({ kind, buttons })].
(reading, listeners) => {
  if (window !== window.top) return [];
  const CAROUSEL = /carousel|karusell|swiper|slick-|slideshow|splide|flickity/i;
  const MAP = /(?:^|[-_ ])(?:map|kart|leaflet|mapbox|maplibre|openlayers|ol)(?:[-_ ]|$)|mapboxgl|maplibregl/i;
  const BUTTONS = 'button, [role=button], [role=tab], input, select, [class*=next i], [class*=prev i], [class*=arrow i], [class*=pagination i], [class*=dots i], [class*=bullet i], [class*=zoom i], a[href^="#"]';
  const find = (selectors) => selectors.reduce((root, selector) => (root?.shadowRoot ?? root)?.querySelector(selector) ?? null, document);
  const said = (element) => `${element.id} ${element.getAttribute('class') ?? ''}`;
  const kindOf = (element) => {
    for (let node = element, step = 0; node && step < 2 && node !== document.body; node = reading.parentOf(node), step++) {
      if (CAROUSEL.test(said(node)) || node.getAttribute('aria-roledescription') === 'carousel') return 'carousel';
      if (MAP.test(said(node))) return 'map';
    }
    return null;
  };
  const buttons = (element) => {
    for (let node = element, step = 0; node && step < 4 && node !== document.body; node = reading.parentOf(node), step++)
      if ([...(node.shadowRoot ?? node).querySelectorAll(BUTTONS)].some(reading.visible)) return true;
    return false;
  };
  const found = listeners.map(find).filter((e) => e && reading.visible(e) && e.getBoundingClientRect().width >= 100 && kindOf(e));
  return found.filter((e) => !found.some((other) => other !== e && other.contains(e))).map((e) => reading.told(e, { kind: kindOf(e), buttons: buttons(e) }));
}
