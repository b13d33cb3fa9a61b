// Fields marked as in error and texts that tell of errors: [told({ kind, text, near, elsewhere, filled, seen })].
(reading, { generic }) => {
  const FIELDS = 'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]), select, textarea, [role=textbox], [role=combobox], [role=spinbutton], [role=radiogroup], [role=listbox]';
  const NAMES = /(?:^|[-_ ])(?:errors?|error-?messages?|invalid-feedback|feil|feilmelding(?:er)?|validation-(?:error|message))(?:[-_ ]|$)|errorMessage|ErrorMessage/i;
  const LONGEST = 300;
  const SHORT = 40;
  const ANYTHING = /feil|ugyldig|mangler|manglar|må (?:være|vere|fylles|fyllast|ha)|error|invalid|incorrect|missing|wrong|must/i;

  const small = (element) => element.childElementCount <= 10 && !element.querySelector(FIELDS) && !element.matches(FIELDS);
  const marked = (element) => NAMES.test(element.getAttribute('class') ?? '') || NAMES.test(element.id) || element.matches('[role=alert], [aria-live=assertive]');
  const all = reading.all('*');
  // Texts that tell of errors and can be seen, the innermost of each.
  const messages = all.filter((e) => marked(e) && small(e) && reading.visible(e) && e.textContent.trim() !== '' && e.textContent.length <= LONGEST)
    .filter((e, _, found) => !found.some((other) => other !== e && e.contains(other) && reading.clean(other.textContent) === reading.clean(e.textContent)));

  const fields = all.filter((e) => e.matches(FIELDS) && reading.perceivable(e) && !e.disabled);
  const invalid = fields.filter((e) => e.getAttribute('aria-invalid') === 'true');
  const referred = (field, attribute) => (field.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean)
    .map((id) => field.getRootNode().getElementById?.(id)).filter((e) => e && reading.visible(e)).map((e) => reading.textOf(e)).join(' ').trim();
  // What stands around a field and is neither a short label nor something to press.
  const LABELS = 'button, a, select, nav, [role=button]';
  const shortLabel = (node) => node.localName === 'label' && reading.clean(node.textContent).length <= SHORT;
  const around = (field) => reading.clean(field.title) + reading.textOf(field.closest('form, fieldset, [role=form]') ?? reading.parentOf(reading.parentOf(field) ?? field) ?? document.body, (node) => node.matches(LABELS) || shortLabel(node));
  const filled = (field) => (field.value ?? field.textContent ?? '').trim() !== '' && field.type !== 'radio' && field.type !== 'checkbox';

  const words = new Set(generic);
  const labels = [...new Set(fields.map((f) => reading.nameOf(f).toLowerCase()))].filter((name) => name.length > 1);
  // Whether anything is left of a text without the fields' names and the words that every error shares.
  const says = (text) => {
    let rest = text.toLowerCase();
    for (const label of labels) rest = rest.split(label).join(' ').split(label.replace(/\s*[(*].*$/, '')).join(' ');
    return rest.split(/[^\p{L}\p{N}]+/u).some((word) => word !== '' && !words.has(word));
  };
  const near = (message) => message.closest('form, fieldset, [role=form]') !== null || fields.some((f) => reading.parentOf(f)?.contains(message));

  // That a field must be filled in is told of before anything went wrong.
  const required = (node) => shortLabel(node) && !/feil|ugyldig|error|invalid|incorrect|wrong/i.test(node.textContent);
  const elsewhere = messages.length > 0 || invalid.length > 0 && ANYTHING.test(reading.textOf(document.body, required));
  return [
    ...invalid.map((field) => {
      const text = [referred(field, 'aria-errormessage'), referred(field, 'aria-describedby'), reading.clean(field.getAttribute('aria-description'))].filter(Boolean).join(' ');
      return reading.told(field, { kind: 'field', text: reading.shorten(text, LONGEST), near: around(field) !== '', elsewhere, filled: filled(field), says: says(text), seen: true });
    }),
    ...(fields.length === 0 ? [] : messages.filter(near)).map((message) => {
      const text = reading.clean(message.textContent);
      return reading.told(message, { kind: 'message', text, near: true, elsewhere: true, filled: false, says: says(text), seen: !reading.hidden(message) });
    }),
  ];
}
