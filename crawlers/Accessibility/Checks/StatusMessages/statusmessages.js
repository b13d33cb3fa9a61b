// Messages that come and go without the page being loaded again: [told({ text, live })].
(reading, { messages, counts }) => {
  const LONGEST = 120;
  const CONTAINERS = /(?:^|[-_ ])(?:toast|snackbar)(?:[-_ ]|$)|Toast|Snackbar/;
  const LIVE = '[role=status], [role=alert], [role=log], [role=timer], [role=progressbar], [role=dialog], [role=alertdialog], [aria-live=polite], [aria-live=assertive], output, dialog';
  const any = (expressions) => new RegExp(`^\\s*(?:${expressions.join('|')})`, 'iu');
  const live = (element) => {
    for (let node = element; node; node = reading.parentOf(node)) if (node.matches(LIVE)) return true;
    return element.querySelector(LIVE) !== null;
  };
  const LEAF = 'p, div, span, strong, b, em, h2, h3, li, small, label';
  const own = (element) => [...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim() !== '');
  // Where a search is sent off, its count comes with a new page; a field that filters in place has nothing to send it.
  const filters = reading.all('input[type=search], input[type=text], input:not([type]), input[type=checkbox], select').some((f) => {
    const form = f.form ?? f.closest('[role=search]');
    return reading.perceivable(f) && !f.closest('header, footer, nav') && !form?.querySelector('button:not([type=button]), input[type=submit], input[type=image]')
      && (f.form === null || !f.form.hasAttribute('action'));
  });
  const texts = reading.all(LEAF).filter(own).filter((e) => e.textContent.length <= LONGEST);
  const found = texts.filter((e) => any(messages).test(e.textContent) || filters && any(counts).test(e.textContent));
  const toasts = reading.all('[class*=toast i], [class*=snackbar i]').filter((e) => CONTAINERS.test(e.getAttribute('class')));
  return [...new Set([...found, ...toasts])]
    .filter((e) => reading.visible(e) && e.getBoundingClientRect().height > 1 && e.textContent.trim() !== '' && !e.closest('a, button'))
    .filter((e, _, all) => !all.some((other) => other !== e && other.contains(e)))
    .map((e) => reading.told(e, { text: reading.shorten(reading.clean(e.textContent), LONGEST), live: live(e) }));
}
