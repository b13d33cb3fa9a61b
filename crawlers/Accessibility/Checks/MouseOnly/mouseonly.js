// What acts on the pointer and whether the keyboard gets to it: [told({ kind, doubt })]. 'missed': of elements that Tab did not come to, those that can have focus.
(reading, { stage, elements, keys, missed, elsewhere }) => {
  const LONGEST = 80;
  const SMALLEST = 8;
  const NATIVE = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], video[controls], iframe, label, [contenteditable]:not([contenteditable=false])';
  const COMPOSITES = '[role=listbox], [role=menu], [role=menubar], [role=tree], [role=grid], [role=treegrid], [role=tablist], [role=radiogroup], [role=toolbar], [role=combobox], [role=application], [role=slider], [role=feed]';
  const ROLES = '[role=button], [role=link], [role=checkbox], [role=switch], [role=radio], [role=tab], [role=menuitem]';
  const climb = function* (element) {
    for (let node = element; node; node = reading.parentOf(node)) yield node;
  };

  if (stage === 'missed') {
    const active = document.activeElement;
    const place = [scrollX, scrollY];
    const found = missed.map(reading.find).filter((element) => {
      if (!element || !reading.perceivable(element) || element.tabIndex < 0 || element.matches(':disabled, input[type=radio]')) return false;
      element.focus({ preventScroll: true });
      return element.matches(':focus');
    });
    if (active && active !== document.body) active.focus({ preventScroll: true });
    else document.activeElement?.blur();
    scrollTo({ left: place[0], top: place[1], behavior: 'instant' });
    return found.map((element) => reading.told(element, { kind: 'reachable', doubt: true }));
  }

  const focusable = (element) => element.matches(NATIVE) && !element.matches('label') || element.hasAttribute('tabindex');
  // Where a skip link leads, focus is put on a whole part of the page: nothing in it is reached by that.
  const part = (node) => node.matches('main, section, article, [role=main], [role=region]') || node.querySelector('h1, h2, main') !== null;
  const reachable = (element) => {
    for (const node of climb(element)) if (node.matches(NATIVE) || node.hasAttribute('tabindex') && node !== document.body && !(node.tabIndex < 0 && part(node))) return true;
    return [...element.querySelectorAll('*')].some((node) => node.matches(NATIVE) || node.hasAttribute('tabindex') || node.shadowRoot);
  };
  // One stop, and arrow keys or aria-activedescendant for the rest.
  const composite = (element) => {
    for (const node of climb(element)) {
      if (node.hasAttribute('aria-activedescendant')) return true;
      if (!node.matches(COMPOSITES) || node === element) continue;
      const id = node.id && CSS.escape(node.id);
      if (node.matches('[role=application]') || [...node.querySelectorAll('*')].some(focusable)) return true;
      return Boolean(id) && document.querySelector(`[aria-controls~="${id}"], [aria-owns~="${id}"]`) !== null;
    }
    return false;
  };
  const inactive = (element) => {
    for (const node of climb(element)) if (node.inert || node.getAttribute('aria-disabled') === 'true') return true;
    return element.matches(':disabled, [disabled], [aria-current]:not([aria-current=false])');
  };
  const shape = (element) => {
    const box = element.getBoundingClientRect();
    return box.width >= SMALLEST && box.height >= SMALLEST && box.width * box.height < innerWidth * innerHeight * 0.3
      && box.right + scrollX > 0 && box.bottom + scrollY > 0;
  };
  const opaque = (element) => {
    for (const node of climb(element)) if (parseFloat(getComputedStyle(node).opacity) < 0.1) return false;
    return getComputedStyle(element).pointerEvents !== 'none';
  };
  const simple = (text) => reading.clean(text).toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '').trim();
  const nameOf = (element) => reading.clean(element.getAttribute('aria-label')) || reading.textOf(element) || reading.clean(element.getAttribute('title'));

  const listening = elements.map(({ way }) => reading.find(way)).filter(Boolean);
  const keyed = new Set(keys.map(reading.find).filter(Boolean));
  // Counting clicks on links is one thing, being a link by script another: a page that listens to every link says nothing by it.
  const counted = listening.some((element) => element.matches('a[href]'));
  const KINDS = [
    ['navigates', (element) => /(location(\.href)?\s*=[^=]|location\.(assign|replace)\s*\(|window\.open\s*\(|\.submit\s*\()/.test(element.getAttribute('onclick') ?? '')],
    ['role', (element) => element.matches(ROLES)],
    ['link', (element) => element.localName === 'a' && !element.hasAttribute('href') && !element.hasAttribute('role') && !element.id && !element.hasAttribute('name') && !counted],
    ['looks', (element) => getComputedStyle(element).cursor === 'pointer' && getComputedStyle(reading.parentOf(element) ?? element).cursor !== 'pointer'],
  ];

  let others;
  const namedElsewhere = (element, name) => {
    others ??= reading.all('a[href], button, input[type=submit], input[type=button], summary, [tabindex]:not([tabindex="-1"])')
      .filter((other) => reading.visible(other)).map((other) => [other, simple(reading.nameOf(other))]);
    return others.some(([other, said]) => other !== element && said && (said === name || said.includes(name) || said.length > 5 && name.includes(said)));
  };
  const begins = new RegExp(`^(${elsewhere.join('|')})(?!\\p{L})`, 'iu');
  // Fields have keys of their own, dialogs and folds have Escape, carousels have other buttons.
  const served = (element, name) => {
    if (begins.test(name)) return true;
    let step = 0;
    for (const node of climb(element)) {
      if (keyed.has(node) || node.matches('dialog, [role=dialog], [role=alertdialog], [aria-roledescription]')) return true;
      if (/carousel|karusell|slider|slick|swiper|cookie|consent|samtykke|map|kart|player|calendar|datepicker/i.test(`${node.id} ${node.getAttribute('class') ?? ''}`)) return true;
      if (step++ < 3 && node !== document.body && node.querySelector('input:not([type=hidden]), select, textarea, video, audio, canvas')) return true;
    }
    return false;
  };

  const read = (element) => {
    if (element.matches('html, body, main, form, header, footer, nav, section, article, table, tbody, ul, ol, canvas, video, audio, svg *, option, img[usemap]')) return null;
    if (!reading.perceivable(element) || inactive(element) || !shape(element) || !opaque(element)) return null;
    if (reachable(element) || composite(element)) return focusable(element) ? { kind: 'reachable', doubt: false } : null;
    const name = nameOf(element);
    if (!name || name.length > LONGEST || simple(name).length < 2) return null;
    const kind = KINDS.find(([, holds]) => holds(element))?.[0];
    return !kind || namedElsewhere(element, simple(name)) ? null : { kind, doubt: served(element, name) || simple(name).length < 3 };
  };
  const found = listening.map((element) => [element, read(element)]).filter(([, item]) => item);
  // Of one control inside another, the outer says it.
  const judged = found.filter(([, item]) => item.kind !== 'reachable').map(([element]) => element);
  return found.filter(([element, item]) => item.kind === 'reachable' || !judged.some((other) => other !== element && other.contains(element)))
    .map(([element, item]) => reading.told(element, item));
}
