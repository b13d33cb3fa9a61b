// Text fields with a placeholder, and what else names them to the eye: [told({ named, beside, button })].
(reading) => {
  const FIELDS = 'input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url], input[type=search], input[type=number], input[type=password], textarea';
  const BUTTONS = 'button, input[type=submit], input[type=image], input[type=button], [role=button]';
  const LONGEST_LABEL = 80;
  const STEPS = 3;
  const fieldsIn = (element) => [...element.querySelectorAll(`${FIELDS}, select`)].filter(reading.visible).length;

  const named = (field) => reading.nameOf(field) !== reading.clean(field.getAttribute('placeholder'))
    || field.labels?.length > 0 || ['aria-label', 'aria-labelledby', 'title'].some((name) => field.getAttribute(name)?.trim());

  // Larger than what is kept for screen readers alone.
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return reading.visible(element) && box.width > 1 && box.height > 1;
  };
  const labelText = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return reading.clean(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE || !seen(node)) return '';
    const other = 'h1, h2, h3, h4, h5, h6, a, button, input, select, textarea';
    return node.matches(other) || node.querySelector(other) ? null : reading.textOf(node);
  };
  // The text right before the field, as long as no other field could be meant.
  const before = (field) => {
    for (let node = field, step = 0; step < STEPS && node && fieldsIn(node) <= 1; step++, node = reading.parentOf(node))
      for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) {
        const text = labelText(sibling);
        if (text === null) return false;
        if (text) return text.length <= LONGEST_LABEL;
      }
    return false;
  };
  const described = (field) => (field.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean)
    .map((id) => field.getRootNode().getElementById?.(id)).some((element) => element && seen(element) && reading.textOf(element));
  const headed = (field) => {
    const cell = field.closest('td');
    const column = [...cell?.closest('table')?.rows ?? []].map((row) => row.cells[cell.cellIndex]);
    return cell !== null && [...cell.parentElement.children, ...column].some((header) => header?.localName === 'th' && reading.textOf(header));
  };
  const grouped = (field) => {
    const group = field.closest('fieldset');
    const legend = group?.querySelector(':scope > legend');
    return !!legend && fieldsIn(group) === 1 && seen(legend) && reading.textOf(legend) !== '';
  };
  // A button beside the only field says what both are for.
  const button = (field) => {
    for (let node = reading.parentOf(field), step = 0; step < STEPS && node && fieldsIn(node) === 1; step++, node = reading.parentOf(node))
      if ([...node.querySelectorAll(BUTTONS)].some((b) => reading.perceivable(b) && reading.nameOf(b))) return true;
    return false;
  };

  return reading.all(FIELDS)
    .filter((field) => field.getAttribute('placeholder')?.trim() && !field.disabled && reading.perceivable(field))
    .map((field) => reading.told(field, { named: named(field), beside: before(field) || described(field) || headed(field) || grouped(field), button: button(field) }));
}
