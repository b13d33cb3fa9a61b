// What a page may have in common with others of its site: { self, language, canonical, heading, text, links, blocks, controls, search }.
(reading) => {
  const MOST_BLOCKS = 20, MOST_LINKS = 120, MOST_ON_PAGE = 400, MOST_CONTROLS = 20, MOST_TEXT = 20000;
  const ROLES = ['navigation', 'banner', 'contentinfo'];
  const BLOCKS = 'nav, [role=navigation], header, [role=banner], footer, [role=contentinfo]';
  const around = (element) => {
    for (let node = reading.parentOf(element); node; node = reading.parentOf(node)) {
      if (node.matches('main, [role=main], article, aside, [role=complementary]')) return 'content';
      if (node.matches(BLOCKS) && /^(banner|contentinfo)$/.test(reading.roleOf(node) ?? '')) return reading.roleOf(node);
    }
    return 'page';
  };

  const blocks = reading.all(BLOCKS).filter((block) => reading.perceivable(block) && ROLES.includes(reading.roleOf(block))).slice(0, MOST_BLOCKS)
    .map((element) => ({ element, links: [] }));
  const blockOf = (element) => {
    for (let node = reading.parentOf(element); node; node = reading.parentOf(node)) {
      const block = blocks.find((b) => b.element === node);
      if (block) return block;
    }
    return null;
  };
  const links = [];
  for (const link of reading.all(reading.LINKS)) {
    if (links.length >= MOST_ON_PAGE || !reading.perceivable(link) || reading.roleOf(link) !== 'link') continue;
    const target = reading.targetOf(link);
    if (target === null || target.includes('#')) continue;
    links.push({ target: reading.shorten(target, 300), url: typeof link.href === 'string' ? reading.shorten(link.href, 2083) : '', text: reading.shorten(reading.clean(link.textContent), 80) });
    const block = blockOf(link);
    if (!block || block.links.length >= MOST_LINKS) continue;
    const current = link.getAttribute('aria-current');
    block.links.push({ target: reading.shorten(target, 300), name: reading.shorten(reading.nameOf(link), 80), current: !!current && current !== 'false', selectors: reading.selectorsOf(link) });
  }

  // A search field is known by where its form sends what, an icon by its drawing.
  const controls = [];
  const tell = (kind, element, key) => {
    const name = reading.shorten(reading.nameOf(element), 80);
    if (name && key && controls.length < MOST_CONTROLS) controls.push(reading.told(element, { kind, key: reading.shorten(key, 500), name }));
  };
  const SEARCH_NAMES = /^(q|s|query|search|sok|soek|søk|searchtext|searchterm)$/i;
  const isSearch = (field) => field.type === 'search' || SEARCH_NAMES.test(field.name) || field.closest('[role=search], search') !== null;
  const FIELDS = 'input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=checkbox], [type=radio])';
  const drawingOf = (button) => {
    const image = button.matches('input') ? button : button.querySelector('img[src]');
    if (image) {
      try { return new URL(image.getAttribute('src'), document.baseURI).pathname; } catch { return ''; }
    }
    return [...button.querySelectorAll('svg path, svg use')].map((part) => part.getAttribute('d') ?? part.getAttribute('href') ?? part.getAttribute('xlink:href') ?? '').join(' ');
  };
  for (const element of reading.all(`${FIELDS}, button, [role=button], input[type=image]`)) {
    if (!reading.perceivable(element) || around(element) !== 'banner') continue;
    if (element.matches(FIELDS)) {
      const action = element.form?.getAttribute('action');
      if (!isSearch(element) || !action) continue;
      const hidden = [...element.form.querySelectorAll('input[type=hidden]')].map((h) => `${h.name}=${h.value}`);
      tell('search', element, [reading.addressOf(new URL(action, document.baseURI)), element.name, ...hidden].join(' '));
    } else if (!reading.clean(element.textContent)) tell('icon', element, drawingOf(element));
  }

  // Whether there is any way to search, however it may be made.
  const SEARCHES = /(^|[^a-zæøå])(search|sok|soek|søk)(felt|boks|box|form|field|skjema|button|knapp|bar|$|[^a-zæøå])/i;
  const search = reading.all('input, button, form, summary, [role=search], search, [role=button], [role=searchbox], [role=combobox]').some((element) =>
    element.matches('[type=search], [role=search], search, [role=searchbox]') || SEARCH_NAMES.test(element.getAttribute('name') ?? '')
    || ['id', 'class', 'aria-label', 'title', 'placeholder', 'action'].some((a) => SEARCHES.test(element.getAttribute(a) ?? ''))
    || element.matches('button, summary, [role=button]') && SEARCHES.test(element.textContent.slice(0, 100)));

  const main = document.querySelector('main, [role=main]');
  return {
    self: reading.shorten(reading.addressOf(new URL(location.href)), 300),
    language: reading.shorten((document.documentElement.lang || '').toLowerCase().split('-')[0], 20),
    canonical: reading.shorten(document.querySelector('link[rel~=canonical][href]')?.href ?? '', 2083) || null,
    heading: reading.shorten(reading.clean((main?.querySelector('h1') ?? document.querySelector('h1'))?.textContent), 200),
    text: (main ? main.innerText : reading.textOf(document.body, (node) => node.matches(BLOCKS))).slice(0, MOST_TEXT),
    links,
    blocks: blocks.filter((block) => block.links.length > 0).map(({ element, links }) =>
      reading.told(element, { role: reading.roleOf(element), within: around(element), label: reading.shorten(reading.clean(element.getAttribute('aria-label')) || reading.referred(element, 'aria-labelledby'), 200), links })),
    controls,
    search,
  };
}
