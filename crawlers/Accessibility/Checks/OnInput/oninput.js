// Fields that may lead elsewhere when they are changed. 'choose' picks some: [told({ kind })]; the other stages serve to change one, and tell how it stands.
(reading, { stage, global, listening, way, state, warns }) => {
  const MOST = 4;
  const SETTLE_MS = 150;
  const AROUND = 600;
  const climb = function* (element) {
    for (let node = element; node; node = reading.parentOf(node)) yield node;
  };
  const kindOf = (field) => field.localName === 'select' ? 'select' : field.type;
  const groupOf = (field) => kindOf(field) !== 'radio' || !field.name ? [field]
    : [...field.getRootNode().querySelectorAll('input[type=radio]')].filter((other) => other.name === field.name && other.form === field.form && !other.disabled);
  const options = (field) => [...field.options].filter((option) => !option.disabled && !option.parentElement.disabled && !option.hidden);

  if (stage === 'choose') {
    const heard = new Set(listening.map(reading.find).filter(Boolean));
    // How near somebody listens to it; nobody listens, nothing happens.
    const nearness = (field) => {
      if (heard.has(field)) return 0;
      for (const node of climb(field)) if (heard.has(node)) return 1;
      return global ? 2 : null;
    };
    const fit = (field) => {
      if (field.matches(':disabled, [aria-disabled=true], [aria-readonly=true]') || !reading.perceivable(field) || field.closest('dialog, [role=dialog], [role=alertdialog]')) return false;
      for (const node of climb(field)) if (node.inert || /cookie|consent|samtykke/i.test(`${node.id} ${node.getAttribute('class') ?? ''}`)) return false;
      if (kindOf(field) === 'select') return options(field).length > 1 && field.selectedIndex >= 0;
      return kindOf(field) === 'checkbox' || groupOf(field).length > 1 && (field.checked || !groupOf(field).some((other) => other.checked) && groupOf(field)[0] === field);
    };
    const fields = reading.all('select:not([multiple]):not([size]), input[type=radio], input[type=checkbox]').filter((field) => nearness(field) !== null && fit(field));
    const chosen = [];
    // Forms in turn, in each the one that is listened to most closely.
    for (const anew of [true, false])
      for (const field of fields.toSorted((a, b) => nearness(a) - nearness(b))) {
        if (chosen.length >= MOST) break;
        const known = chosen.some((other) => other.form === field.form && kindOf(other) === kindOf(field));
        if (!chosen.includes(field) && !(anew && known)) chosen.push(field);
      }
    return chosen.map((field) => reading.told(field, { kind: kindOf(field) }));
  }

  const field = reading.find(way);
  const nothing = { focused: false, moved: false, value: '', on: '', back: '', top: Math.round(scrollY), told: false };
  if (!field) return nothing;
  const valueOf = () => kindOf(field) === 'select' ? String(field.selectedIndex) : groupOf(field).map((other) => Number(other.checked)).join('');
  const active = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const keys = () => {
    if (kindOf(field) === 'checkbox' || kindOf(field) === 'radio' && !field.checked) return ['Space', 'Space'];
    const last = kindOf(field) === 'select' ? options(field).at(-1) === field.options[field.selectedIndex] : groupOf(field).at(-1) === field;
    return last ? ['ArrowUp', 'ArrowDown'] : ['ArrowDown', 'ArrowUp'];
  };
  const look = () => {
    const focus = active();
    const away = focus && focus !== document.body && focus !== document.documentElement && !groupOf(field).includes(focus);
    const [on, back] = keys();
    return { ...nothing, focused: focus === field, moved: Boolean(away), value: valueOf(), on, back };
  };

  if (stage === 'focus') {
    // Of a group the one that is chosen takes the keys.
    (groupOf(field).find((other) => other.checked && kindOf(field) === 'radio') ?? field).focus({ preventScroll: true });
    return look();
  }
  if (stage === 'look') return new Promise((done) => setTimeout(() => done(look()), SETTLE_MS));
  if (stage === 'restore') {
    if (valueOf() !== state.value) {
      if (kindOf(field) === 'select') field.selectedIndex = Number(state.value);
      else groupOf(field).forEach((other, i) => { other.checked = state.value[i] === '1'; });
    }
    active()?.blur?.();
    scrollTo({ top: state.top, behavior: 'instant' });
    return look();
  }

  // What is said near it: its label, description and group, and the text around it as far as that is short; more in its form.
  const words = new RegExp(warns.join('|'), 'iu');
  const texts = [...field.labels ?? []].map((label) => label.textContent);
  texts.push(field.getAttribute('aria-label') ?? '', field.getAttribute('title') ?? '', reading.referred(field, 'aria-describedby'), reading.referred(field, 'aria-labelledby'));
  for (const node of climb(field)) {
    if (node === document.body) break;
    const text = reading.textOf(node);
    if (text.length > AROUND && !node.matches('form, fieldset')) break;
    texts.push(text, node.previousElementSibling ? reading.shorten(reading.textOf(node.previousElementSibling), AROUND) : '');
  }
  return { ...look(), told: texts.some((text) => words.test(text)) };
}
