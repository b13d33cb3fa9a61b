// Gets a frame ready to be walked through by Tab and notes, at every key, what has focus and how it looks then. Transitions and animations stand still
// meanwhile. Gives the number of stops that are to be expected.
(reading, { compared }) => {
  const KEY = Symbol.for('monitor.walk');
  if (self[KEY]) return self[KEY].again();

  const STILL = '*, *::before, *::after, ::backdrop { transition: none !important; scroll-behavior: auto !important; }';
  const FOCUSABLE = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], video[controls], [tabindex], [contenteditable]:not([contenteditable=false])';
  const still = new CSSStyleSheet();
  still.replaceSync(STILL);
  const roots = [document, ...reading.all('*').map((element) => element.shadowRoot).filter(Boolean)];
  let paused = [];
  const freeze = () => {
    for (const root of roots) if (!root.adoptedStyleSheets.includes(still)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, still];
    paused = document.getAnimations().filter((animation) => animation.playState === 'running');
    for (const animation of paused) {
      animation.pause();
      // Setting the time makes it stop now and not with the next frame.
      animation.currentTime = animation.currentTime;
    }
  };
  const thaw = () => {
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== still);
    for (const animation of paused) if (animation.playState === 'paused') animation.play();
    paused = [];
  };
  freeze();

  // Elements by number: those to be expected first, in their order, others as they come.
  const elements = [], numbers = new Map();
  const numberOf = (element) => {
    if (!numbers.has(element)) numbers.set(element, elements.push(element) - 1);
    return numbers.get(element);
  };

  const inert = (element) => {
    for (let node = element; node; node = reading.parentOf(node)) if (node.inert) return true;
    return false;
  };
  let allRadios;
  const radios = new Set();
  const inGroup = (element) => {
    if (element.localName !== 'input' || element.type !== 'radio' || !element.name) return true;
    allRadios ??= reading.all('input[type=radio]');
    const group = allRadios.filter((radio) => radio.name === element.name && radio.form === element.form && !radio.disabled);
    const stop = group.find((radio) => radio.checked) ?? group[0];
    if (stop !== element || radios.has(stop)) return false;
    radios.add(stop);
    return true;
  };
  const isStop = (element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.getClientRects().length > 0 && reading.visible(element)
    && !inert(element) && (element.localName !== 'summary' || element.parentElement?.querySelector(':scope > summary') === element) && inGroup(element);
  // What an open dialog covers is not to be reached.
  const dialog = reading.all('dialog, [role=dialog], [role=alertdialog]').filter((d) => reading.visible(d) && (d.matches(':modal') || d.getAttribute('aria-modal') === 'true')).at(-1);
  const inside = (element, container) => {
    for (let node = element; node; node = reading.parentOf(node)) if (node === container) return true;
    return false;
  };
  const within = (element) => !dialog || inside(element, dialog);
  const expected = reading.all(FOCUSABLE).filter((element) => isStop(element) && within(element));
  const positive = expected.filter((element) => element.tabIndex > 0).sort((a, b) => a.tabIndex - b.tabIndex);
  for (const element of [...positive, ...expected.filter((e) => e.tabIndex === 0)]) numberOf(element);
  const planned = elements.length;
  // The browser's own controls hold several stops, which all count as the one element.
  const manifold = (element) => element.localName === 'input' && /^(date|datetime-local|month|time|week)$/.test(element.type) || /^(audio|video)$/.test(element.localName);

  const active = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return !element || element === document.body || element === document.documentElement || element.localName === 'iframe' ? null : element;
  };
  // What has focus must not be taken for how it looks without. Where Tab goes on from stays the same.
  active()?.blur();

  // How an element looks by its styles, and what lies so near that focus may be shown there instead.
  const SIDES = ['Top', 'Right', 'Bottom', 'Left'];
  const styleOf = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    if (pseudo && (style.content === 'none' || style.content === 'normal')) return '';
    return [
      style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0 ? '' : [style.outlineStyle, style.outlineWidth, style.outlineColor, style.outlineOffset],
      ...SIDES.map((side) => style[`border${side}Style`] === 'none' || parseFloat(style[`border${side}Width`]) === 0 ? '' : [style[`border${side}Style`], style[`border${side}Width`], style[`border${side}Color`]]),
      style.boxShadow, style.backgroundColor, style.backgroundImage, style.color, style.textDecoration, style.transform, style.opacity, style.filter,
      style.fontWeight, style.visibility, style.clip, style.clipPath, style.fill, style.stroke, pseudo ? [style.content, style.width, style.height] : '',
    ].join('|');
  };
  const near = (element) => {
    const family = [element, ...element.labels ?? [], element.nextElementSibling, element.firstElementChild, element.lastElementChild];
    for (let node = reading.parentOf(element), step = 0; node && node !== document.body && step < 3; node = reading.parentOf(node), step++) family.push(node);
    return [...new Set(family.filter(Boolean))];
  };
  const lookOf = (element) => {
    const box = element.getBoundingClientRect();
    const place = [box.left + scrollX, box.top + scrollY, box.width, box.height].map(Math.round);
    return [place, ...near(element).map((e) => styleOf(e, null)), ...['::before', '::after'].map((p) => styleOf(element, p))].join('\n');
  };
  const before = new Map(elements.slice(0, compared).map((element) => [element, lookOf(element)]));

  const opened = () => self[Symbol.for('monitor.guard')]?.opened ?? 0;
  const now = () => performance.timeOrigin + performance.now();
  const events = [], looks = new Map();
  // At the next key everything that focus set off has been done.
  const note = (element) => {
    if (!element || looks.has(numberOf(element))) return;
    const box = element.getBoundingClientRect();
    looks.set(numberOf(element), {
      changed: before.has(element) ? before.get(element) !== lookOf(element) : null,
      inView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
      left: Math.round(box.left + scrollX), top: Math.round(box.top + scrollY), width: Math.round(box.width), height: Math.round(box.height),
    });
  };
  const onKey = (event) => {
    if (event.key !== 'Tab') return;
    const element = active();
    note(element);
    events.push({ key: true, at: now(), stop: element ? numberOf(element) : null });
  };
  // Of a focus that a script passed on at once: those that lost it to a dialog they are not in.
  const threw = new Set();
  const dialogOf = (element) => {
    for (let node = element; node; node = reading.parentOf(node)) if (node.matches('dialog, [role=dialog], [role=alertdialog]')) return node;
    return null;
  };
  const thrown = (from, to) => {
    const dialog = dialogOf(to);
    return dialog !== null && !inside(from, dialog);
  };
  let known;
  const onFocus = (event) => {
    const element = event.composedPath()[0];
    // What moves into a shadow root passes the document's listener and the root's own.
    if (event === known) return;
    known = event;
    const before = events.at(-1);
    if (before && !before.key && before.stop !== null && element instanceof Element && thrown(elements[before.stop], element)) threw.add(before.stop);
    if (element instanceof Element && element.localName !== 'iframe') events.push({ key: false, at: now(), stop: numberOf(element) });
  };
  const begin = () => {
    addEventListener('keydown', onKey, true);
    for (const root of roots) root.addEventListener('focus', onFocus, true);
    return planned + elements.slice(0, planned).filter(manifold).length * 6;
  };
  const end = () => {
    removeEventListener('keydown', onKey, true);
    for (const root of roots) root.removeEventListener('focus', onFocus, true);
    thaw();
  };
  const again = () => {
    end();
    freeze();
    events.length = 0;
    looks.clear();
    return begin();
  };
  const textField = (element) => element.isContentEditable || element.localName === 'textarea'
    || element.localName === 'input' && !/^(button|checkbox|color|file|image|radio|range|reset|submit)$/.test(element.type);
  // What was noted so far, with the elements that it speaks of and those of the expected that no key came to.
  const read = (most) => {
    note(active());
    const visited = new Set(events.map((event) => event.stop).filter((stop) => stop !== null));
    if (active()) visited.add(numberOf(active()));
    const missed = [...Array(planned).keys()].filter((number) => !visited.has(number)).slice(0, most);
    return {
      events, active: active() ? numberOf(active()) : null, opened: opened(),
      stops: [...visited, ...missed].filter((number) => elements[number].isConnected).map((number) => reading.told(elements[number], {
        number, ...looks.get(number) ?? { changed: null, inView: null, left: 0, top: 0, width: 0, height: 0 },
        visited: visited.has(number), textField: textField(elements[number]), positive: elements[number].tabIndex > 0, within: inDialog(elements[number]), manifold: manifold(elements[number]), threw: threw.has(number),
      })),
    };
  };
  const inDialog = (element) => {
    for (let node = element; node; node = reading.parentOf(node))
      if (node.matches('dialog, [role=dialog], [role=alertdialog]') || getComputedStyle(node).position === 'fixed') return true;
    return false;
  };
  // Those that were open before focus came by anything.
  const modals = reading.all('[aria-modal=true]').filter(reading.perceivable);
  self[KEY] = { again, end, modals, freeze, thaw, read, focus: (number) => elements[number].focus(), blur: () => active()?.blur(), active: () => active() ? numberOf(active()) : null, threw: (number) => active() !== null && thrown(elements[number], active()) };
  return begin();
}
