// What a page shows while keys are pressed. 'begin' takes focus from whatever has it and keeps what is to be put back by 'end'; 'look' tells how things are, 'settle' a little later;
// 'tell' gives [told({ key, any, told })].
(reading, { stage, key, any, settings }) => {
  const SETTLE_MS = 50;
  const KEY = Symbol.for('monitor.keys');
  const active = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element && element !== document.body && element !== document.documentElement ? element : null;
  };
  const hash = (text) => {
    let value = text.length;
    for (let i = 0; i < text.length; i++) value = (value * 31 + text.charCodeAt(i)) | 0;
    return String(value);
  };
  const FIELDS = 'input, textarea, select';

  if (stage === 'begin') {
    self[KEY] = { active: active(), x: scrollX, y: scrollY, url: location.href, values: reading.all(FIELDS).map((field) => [field, field.value, field.checked]) };
    active()?.blur();
    return {};
  }
  if (stage === 'blur') {
    active()?.blur();
    return {};
  }
  if (stage === 'end') {
    const kept = self[KEY];
    delete self[KEY];
    for (const [field, value, checked] of kept.values) {
      if (field.type !== 'file' && field.value !== value) field.value = value;
      if (field.checked !== checked) field.checked = checked;
    }
    if (location.href !== kept.url) history.replaceState(history.state, '', kept.url);
    if (kept.active) kept.active.focus({ preventScroll: true });
    else active()?.blur();
    scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
    return {};
  }
  if (stage === 'look' || stage === 'settle') {
    const look = () => {
      const all = reading.all('*');
      const colours = [document.documentElement, document.body].map((element) => getComputedStyle(element)).map((style) => [style.backgroundColor, style.color, style.fontSize].join());
      return {
        focus: active() ? reading.selectorsOf(active()).join(' ') : '',
        // Smooth scrolling takes its time: where it is on the way is change enough.
        scroll: `${Math.round(scrollX)} ${Math.round(scrollY)}`,
        url: location.href,
        text: hash(document.body.innerText),
        shown: String(all.reduce((count, element) => count + Number(element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })), 0)),
        fields: hash(all.filter((element) => element.matches(FIELDS)).map((field) => `${field.value} ${field.checked ?? ''}`).join('|')),
        colours: colours.join(' '),
        media: all.filter((element) => element.matches('video, audio')).map((media) => `${media.paused} ${media.muted} ${media.volume}`).join('|'),
      };
    };
    return stage === 'look' ? look() : new Promise((done) => setTimeout(() => done(look()), SETTLE_MS));
  }

  const words = new RegExp(settings.join('|'), 'iu');
  const told = () => words.test(document.documentElement.textContent)
    || reading.all('[aria-label], [title], [alt], [placeholder], [aria-keyshortcuts]').some((element) => words.test(['aria-label', 'title', 'alt', 'placeholder'].map((name) => element.getAttribute(name) ?? '').join(' ')));
  return [reading.told(document.body, { key: key ?? null, any: Boolean(any), told: Boolean(key) && told() })];
}
