// Links among the first stops that say they lead past something: 'find' gives [told({ target, otherWay })]. 'focus', 'look' and 'restore' serve to follow one.
(reading, { stage, stops, says, link, view }) => {
  const SETTLE_MS = 300;
  const MENU = 5;
  const said = () => {
    const text = document.body.innerText;
    return [...text].reduce((hash, character) => (hash * 31 + character.codePointAt(0)) | 0, text.length);
  };
  const active = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const look = () => ({ focused: active() === reading.find(link), top: Math.round(scrollY), text: said(), url: location.href });

  if (stage === 'focus') {
    reading.find(link)?.focus({ preventScroll: true });
    return look();
  }
  if (stage === 'look') return new Promise((done) => setTimeout(() => done(look()), SETTLE_MS));
  if (stage === 'restore') {
    if (location.href !== view.url) history.replaceState(history.state, '', view.url);
    active()?.blur?.();
    scrollTo({ top: view.top, behavior: 'instant' });
    return look();
  }

  const words = new RegExp(says.join('|'), 'iu');
  const within = (element) => {
    const url = new URL(element.href, document.baseURI);
    // Such fragments are addresses of their own to scripts.
    if (/^#[/!]/.test(url.hash)) return false;
    return element.getAttribute('href').trim() === '#' || url.hash.length > 1 && url.href.split('#')[0] === location.href.split('#')[0];
  };
  const links = stops.map(reading.find).filter((element) => element?.matches('a[href]') && within(element) && words.test(reading.nameOf(element)));
  if (links.length === 0) return [];

  const decoded = (text) => {
    try { return decodeURIComponent(text); } catch { return text; }
  };
  const targetOf = (element) => {
    const fragment = new URL(element.href, document.baseURI).hash.slice(1);
    if (!fragment) return null;
    const named = (name) => document.getElementById(name) ?? [...document.getElementsByName(name)].find((node) => node.localName === 'a');
    return named(fragment) ?? named(decoded(fragment)) ?? null;
  };
  const rendered = (element) => element.checkVisibility() || getComputedStyle(element).display === 'contents';
  const placeOf = (element) => {
    const target = targetOf(element);
    if (!target) return 'nowhere';
    if (!rendered(target)) return 'hidden';
    return element.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING || element.getRootNode() !== document ? 'ahead' : 'before';
  };
  // Landmarks, or headings after what is repeated: what stands before a menu leads nobody past it.
  const menu = reading.all('ul, ol').find((list) => list.querySelectorAll('a[href]').length >= MENU && reading.perceivable(list));
  const past = (heading) => !menu || Boolean(menu.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING);
  const otherWay = reading.all('main, [role=main], nav, [role=navigation]').some(reading.perceivable)
    || reading.all('h1, h2, h3, h4, h5, h6, [role=heading]').some((heading) => reading.perceivable(heading) && past(heading));
  return links.map((element) => reading.told(element, { target: placeOf(element), otherWay }));
}
