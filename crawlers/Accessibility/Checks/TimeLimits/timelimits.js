// Texts that speak of a time limit, and scripts in the page that lead elsewhere after a while: [told({ kind, text, ms, extends })].
(reading, { limits, extensions }) => {
  const LONGEST = 160;
  const TWENTY_HOURS = 20 * 60 * 60 * 1000;
  const NAVIGATES = /set(?:Timeout|Interval)\s*\(([^;]{0,200}?\blocation(?:\.href)?\s*(?:=[^=]|\.(?:href\s*=[^=]|replace\s*\(|assign\s*\(|reload\s*\())[^]{0,200}?),\s*(\d+(?:\s*\*\s*\d+)*)\s*\)/g;
  const limit = new RegExp(limits.join('|'), 'iu');
  const extension = new RegExp(extensions.join('|'), 'iu');

  // Also what is hidden until the time comes. A text about a refresh by meta is about what axe finds.
  const texts = new Set();
  if (!document.querySelector('meta[http-equiv=refresh i]'))
    for (const element of reading.all('p, div, span, li, h1, h2, h3, h4, strong, b, em, td, dd, dialog, section'))
      if ([...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim() !== '') && element.textContent.length <= 400 && limit.test(reading.clean(element.textContent)))
        texts.add(element);
  const around = (element) => (element.closest('dialog, [role=dialog], [role=alertdialog], [class*=modal i], section, form') ?? reading.parentOf(element) ?? element).textContent.slice(0, 2000);

  const timed = reading.all('script:not([src])').flatMap((script) => [...script.textContent.matchAll(NAVIGATES)].map((match) => {
    const ms = match[2].split('*').map(Number).reduce((a, b) => a * b, 1);
    return { script, ms, text: match[0] };
  })).filter(({ ms }) => ms >= 1000 && ms <= TWENTY_HOURS);

  return [
    ...[...texts].filter((e) => ![...texts].some((inner) => inner !== e && e.contains(inner)))
      .map((e) => reading.told(e, { kind: 'text', text: reading.shorten(reading.clean(e.textContent), LONGEST), ms: 0, extends: extension.test(around(e)) })),
    ...timed.slice(0, 3).map(({ script, ms, text }) => reading.told(script, { kind: 'script', text: reading.shorten(reading.clean(text), LONGEST), ms, extends: false })),
  ];
}
