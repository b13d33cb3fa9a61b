// Describes elements by their place in the template: [{ selectors, html }] → [{ path, name, landmark, snippet }], both as JSON.
// A path is what the fingerprint hashes, so whatever differs between two pages of one template, or two loads of one page, stays out of it:
// positions, text, URLs, states, generated names. When in doubt a token is dropped: two faults in one place merge rather than one fault splits.
(json) => {
  const LANDMARKS = new Set(['banner', 'complementary', 'contentinfo', 'form', 'main', 'navigation', 'region', 'search']);
  const SECTIONING = 'article, aside, main, nav, section, [role="article"], [role="complementary"], [role="main"], [role="navigation"], [role="region"]';
  const LANDMARK_TAGS = { main: 'main', nav: 'navigation', aside: 'complementary', search: 'search' };
  const SEPARATOR = ' >>> ';

  // An id is often made from a heading or a record. It counts only when each of its words is a word of page furniture.
  const FURNITURE = new Set(('app banner body bottom box brand breadcrumb breadcrumbs bunn button canvas col column container content cookie cookies dialog docs ' +
    'drawer error field filter footer form frame global header hero home hoved hovedinnhold icon innhold inner input kart language layout left link list ' +
    'login logo main map menu meny modal nav navbar navigation navigasjon next outer overlay page pager pagination panel prev primary results right root ' +
    'search secondary section share side sidebar site skip skiplink social sok søk spraak språk tab table tabs title toc toggle tools top topp user view ' +
    'widget wrap wrapper').split(' '));
  // What an element is at the moment, or where it stands among its siblings.
  const STATES = new Set(('active inactive current selected checked disabled enabled open opened close closed collapsed collapse expanded hidden hide show shown ' +
    'visible invisible hover focus focused visited loading loaded lazy lazyload lazyloaded ready first last odd even alternate in out on off ' +
    'js no-js animated animate fade sticky stuck scrolled touched untouched pristine dirty valid invalid').split(' '));
  const STATE_ARIA = new Set(['aria-busy', 'aria-checked', 'aria-current', 'aria-disabled', 'aria-expanded', 'aria-hidden', 'aria-invalid', 'aria-pressed',
    'aria-selected', 'aria-activedescendant', 'aria-posinset', 'aria-setsize', 'aria-valuenow', 'aria-valuetext', 'aria-valuemin', 'aria-valuemax',
    'aria-colindex', 'aria-rowindex', 'aria-grabbed', 'aria-sort']);
  const GENERATED_PREFIX = /^(css|sc|jss|jsx|emotion|svelte|ember|ng|_ng\w*|astro|v|data-v|chakra-portal|radix|headlessui|mui|react-select|yui|ext-gen|post|node|page-id|menu-item|term|tag|category|author|postid|elementor-element)[-_]?\w*\d/i;
  const GENERATED_STYLE = /^(css|sc|jss|jsx|emotion|svelte|astro)-/;
  // Style utilities say how a thing looks, not what it is.
  const UTILITY = /^-?(m|p)[xytrblse]?-|^(w|h|gap|space|text|bg|border|rounded|leading|tracking|shadow|z|opacity|inset|translate|scale|rotate|duration|ease|delay|fw|fs|lh|d|float|overflow|order|object|align|justify|items|self|place|max-w|min-w|max-h|min-h|font)-|^(block|inline|inline-block|flex|grid|relative|absolute|fixed|static|truncate|uppercase|lowercase|italic|underline)$/;

  const looksRandom = (word) => {
    if (/\d{3,}/.test(word) || /^[0-9a-f]{6,}$/i.test(word) && /\d/.test(word) || /[a-z]\d+[a-z]/i.test(word)) return true;
    let turns = 0;
    for (let i = 1; i < word.length; i++)
      if (/[a-z]/.test(word[i - 1]) !== /[a-z]/.test(word[i]) && /[a-z]/i.test(word[i - 1]) && /[a-z]/i.test(word[i])) turns++;
    return word.length <= 7 && turns >= 4;
  };

  // A class, id, name or tag without what varies; '' when nothing stable is left.
  const stable = (token) => {
    token = token.replace(/__?[A-Za-z0-9+-]*\d[A-Za-z0-9+-]*$/, (tail) => tail.length >= 6 ? '' : tail); // CSS modules: Button_root__3kd9s
    if (token.length > 60 || GENERATED_PREFIX.test(token) || GENERATED_STYLE.test(token) || /[:[\]/!@%=]/.test(token)) return '';
    if (token.split(/[-_.]/).some(looksRandom)) return '';
    return token.replace(/\d+/g, '#');
  };

  const stableClasses = (element) => {
    if (element.localName === 'html' || element.localName === 'body') return []; // said of the page, not of the template
    const state = /^(is|has|was|js|u|state|status)-|--?(active|open|opened|closed|current|selected|expanded|collapsed|hidden|visible|disabled|first|last|odd|even|loaded|loading)$/;
    const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean)
      .filter((c) => !STATES.has(c.toLowerCase()) && !state.test(c) && !UTILITY.test(c)).map(stable).filter(Boolean);
    return [...new Set(classes)].sort();
  };

  const stableId = (element) => {
    const id = element.getAttribute('id') ?? '';
    const words = id.replace(/([a-zæøå])([A-ZÆØÅ])/g, '$1-$2').toLowerCase().split(/[-_]/).filter(Boolean);
    return words.length > 0 && words.length <= 4 && words.every((w) => FURNITURE.has(w)) ? words.join('-') : '';
  };

  const step = (element, self) => {
    let text = element.localName.replace(/\d{2,}/g, '#');
    const role = (element.getAttribute('role') ?? '').trim().split(/\s+/)[0].toLowerCase();
    if (role) text += `[role=${role}]`;
    const id = stableId(element);
    if (id) text += `#${id}`;
    for (const name of stableClasses(element)) text += `.${name}`;
    if (self) {
      const type = (element.getAttribute('type') ?? '').toLowerCase();
      if (/^[a-z-]{1,30}$/.test(type)) text += `[type=${type}]`;
      const name = stable(element.getAttribute('name') ?? '');
      if (name && !/^(a|map|iframe)$/.test(element.localName)) text += `[name=${name}]`;
      for (const aria of element.getAttributeNames().filter((n) => n.startsWith('aria-') && !STATE_ARIA.has(n)).sort()) text += `[${aria}]`;
    }
    return text;
  };

  const landmarkOf = (element) => {
    const role = (element.getAttribute('role') ?? '').trim().split(/\s+/)[0].toLowerCase();
    if (role) return LANDMARKS.has(role) ? role : null;
    const tag = element.localName;
    if (LANDMARK_TAGS[tag]) return LANDMARK_TAGS[tag];
    if (tag === 'header' || tag === 'footer')
      return element.parentElement?.closest(SECTIONING) ? null : tag === 'header' ? 'banner' : 'contentinfo';
    if (tag === 'form' || tag === 'section')
      return ['aria-label', 'aria-labelledby', 'title'].some((a) => element.getAttribute(a)?.trim()) ? (tag === 'form' ? 'form' : 'region') : null;
    return null;
  };

  const place = (element) => {
    const parts = [];
    let landmark = null;
    for (let node = element; node && node.nodeType === Node.ELEMENT_NODE && landmark === null;) {
      landmark = landmarkOf(node);
      parts.unshift(step(node, node === element));
      if (landmark !== null) break;
      const parent = node.parentNode;
      if (parent instanceof ShadowRoot) {
        parts.unshift('>>>');
        node = parent.host;
      } else {
        node = parent;
      }
    }
    return { path: parts.join(' > ').replaceAll(' > >>> > ', SEPARATOR), landmark };
  };

  const shorten = (text, length) => text.length <= length ? text : text.slice(0, length - 1) + '…';

  const attribute = (element, { name, value }) => {
    if (name === 'value' && !/^(submit|button|reset|checkbox|radio)$/i.test(element.getAttribute('type') ?? (element.localName === 'button' ? 'button' : 'text'))) value = '';
    else if (/^(srcdoc|data-.*value|data-state|data-props|content)$/.test(name) && element.localName !== 'meta') value = '';
    else if (/^(mailto|tel|sms):/i.test(value)) value = value.slice(0, value.indexOf(':') + 1) + '…';
    else if (/^data:/i.test(value)) value = shorten(value, 30);
    else if (/^(href|src|action|formaction|poster|srcset|cite|ping)$/.test(name)) value = value.replace(/[?#].*$/s, (rest) => rest.length > 1 ? rest[0] + '…' : rest);
    return value === '' && name !== 'value' && name !== 'alt' ? name : `${name}="${shorten(value, 80).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  };

  const snippet = (element) =>
    shorten(`<${[element.localName, ...[...element.attributes].map((a) => attribute(element, a))].join(' ')}>`, 300);

  const parse = (html) => {
    if (/^\s*<(html|head|body)[\s>]/i.test(html)) {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      return /^\s*<html/i.test(html) ? parsed.documentElement : parsed[/^\s*<head/i.test(html) ? 'head' : 'body'];
    }
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content.firstElementChild;
  };

  const find = (selectors) => {
    let root = document;
    for (const [i, selector] of selectors.entries()) {
      let found = null;
      try { found = root?.querySelector(selector); } catch { /* a selector of the page's own making */ }
      root = i < selectors.length - 1 ? found?.shadowRoot : found;
    }
    return selectors.length > 0 ? root ?? null : null;
  };

  let named = false;
  try {
    window.axe?.setup();
    named = !!window.axe;
  } catch { /* the page's own axe, or a document that axe can't map: names stay unknown */ }
  // A name is computed from what is inside, and inside may be what somebody typed.
  const holdsTyped = (element) =>
    element.closest('[contenteditable]:not([contenteditable=false])') !== null || element.matches('output, option')
    || element.querySelector('input:not([type=submit], [type=button], [type=reset], [type=checkbox], [type=radio], [type=image], [type=hidden]), textarea, select, output, [contenteditable]:not([contenteditable=false])') !== null;
  const labelled = (element) => (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean)
    .map((id) => element.getRootNode().getElementById?.(id)).filter((e) => e && (e.matches('input') || holdsTyped(e))).length > 0;
  const wrapped = (element) => [...(element.labels ?? [])].some((label) => [...label.querySelectorAll('input, textarea, select, output, [contenteditable]')].some((e) => e !== element));
  const nameOf = (element) => {
    try {
      if (holdsTyped(element) || labelled(element) || wrapped(element)) return null;
      const name = named ? window.axe.commons.text.accessibleText(element).replace(/\s+/g, ' ').trim() : '';
      return name ? shorten(name, 120) : null;
    } catch {
      return null;
    }
  };

  try {
    return JSON.stringify(JSON.parse(json).map(({ selectors, html }) => {
      const found = find(selectors);
      if (found) return { ...place(found), name: nameOf(found), snippet: snippet(found) };
      const parsed = parse(html ?? '');
      return parsed ? { path: step(parsed, true), landmark: null, name: null, snippet: snippet(parsed) } : { path: '?', landmark: null, name: null, snippet: '' };
    }));
  } finally {
    if (named) window.axe.teardown();
  }
}
