// Forms whose required fields bear a mark, fields that demand a format, and groups of choices: [told({ kind, explained })].
(reading, { required, formats }) => {
  const TEXT = 'input:not([type]), input[type=text], input[type=tel], input[type=search], input[type=password], input[type=url], input[type=email]';
  const ANY = /^\^?(?:\.[*+]|\.\{\d+,\d*\}|\\S[*+]|\\S\.\*|\[\\s\\S\][*+]|\(?\.\|\\n\)?[*+])\$?$/;
  const has = (text, words) => new RegExp(words.join('|'), 'iu').test(text);
  const formOf = (field) => field.form ?? field.closest('[role=form], [role=search]');
  const labelOf = (field) => [...field.labels ?? []].map((l) => l.textContent).join(' ');
  const referred = (field) => reading.referred(field, 'aria-describedby');
  const shown = (element) => reading.perceivable(element) && !element.disabled;

  // One finding a form: the mark on its first field.
  const marks = new Map();
  for (const field of reading.all('input, select, textarea')) {
    const form = shown(field) && formOf(field);
    if (form && !marks.has(form) && /(?:^|[\s\p{L})])\*\s*:?\s*$/u.test(labelOf(field))) marks.set(form, field);
  }
  const page = marks.size > 0 ? document.body.innerText : '';
  // A word for required anywhere, or the mark with words of its own after it.
  const explained = has(page, required) || /(?:^|\n)\s*\(?\*\s*\)?\s*[=:–-]?\s*\p{L}{2}/u.test(page);
  const title = (field) => [...field.labels ?? []].some((l) => l.querySelector('[title]'));

  const patterned = reading.all(TEXT).filter((f) => f.pattern && !ANY.test(f.pattern) && !f.readOnly && shown(f) && !/\b(?:postal-code|tel|email|url|one-time-code|bday|cc-)/.test(f.autocomplete));
  const told = (field) => [field.title, field.placeholder, referred(field)].some((text) => text?.trim())
    || has(`${labelOf(field)} ${reading.textOf(reading.blockOf(reading.parentOf(field) ?? field))}`, formats);

  // Choices of one name, each group by its first.
  const groups = new Map();
  for (const choice of reading.all('input[type=radio][name], input[type=checkbox][name]')) {
    if (!shown(choice) || choice.name === '') continue;
    const key = `${choice.type} ${choice.name} ${reading.selectorsOf(formOf(choice) ?? document.body)}`;
    groups.set(key, [...groups.get(key) ?? [], choice]);
  }
  const labelled = (choice) => {
    for (let node = reading.parentOf(choice); node; node = reading.parentOf(node)) {
      if (node.localName === 'fieldset' && reading.clean(node.querySelector(':scope > legend')?.textContent)) return true;
      if (node.matches('fieldset, [role=group], [role=radiogroup]') && reading.nameOf(node)) return true;
      if (node.matches('form, table, body')) return node.localName === 'table';
    }
    return false;
  };

  return [
    ...[...marks.values()].map((field) => reading.told(field, { kind: 'required', explained: explained || title(field) })),
    ...patterned.map((field) => reading.told(field, { kind: 'format', explained: told(field) })),
    ...[...groups.values()].filter((group) => group.length > 1).map((group) => reading.told(group[0], { kind: 'group', explained: labelled(group[0]) })),
  ];
}
