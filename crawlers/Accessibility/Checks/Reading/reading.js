// What the scripts of the checks that only read have in common. Elements in open shadow roots count; names and roles are those axe computes,
// which has run in the frame before. A script ends with free().
() => {
  const SPACE = /\s+/g;
  const clean = (text) => (text ?? '').replace(SPACE, ' ').trim();
  const shorten = (text, length) => text.length <= length ? text : text.slice(0, length - 1) + '…';

  let ready = false;
  const axe = () => {
    if (!ready) {
      window.axe.setup();
      ready = true;
    }
    return window.axe.commons;
  };
  const free = () => {
    if (ready) window.axe.teardown();
    ready = false;
  };

  // The parent as it is rendered: the slot's place, and out of a shadow root to its host.
  const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);

  // Elements that match, in the document and in every open shadow root.
  const all = (selector) => {
    const found = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches(selector)) found.push(element);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return found;
  };

  const visible = (element) => element.checkVisibility({ checkVisibilityCSS: true });
  const hidden = (element) => {
    for (let node = element; node; node = parentOf(node))
      if (node.getAttribute('aria-hidden') === 'true') return true;
    return false;
  };
  const perceivable = (element) => visible(element) && !hidden(element);

  const isBlock = (element) => !/^(inline|inline-block|contents|ruby)/.test(getComputedStyle(element).display);
  const blockOf = (element) => {
    let node = element;
    while (node && node !== document.body && !isBlock(node)) node = parentOf(node);
    return node ?? document.body;
  };

  // The text in an element that can be perceived, without what lies in one of those left out.
  const textOf = (element, without = () => false) => {
    const parts = [];
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        parts.push(node.data);
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || without(node) || /^(script|style|template|noscript|select|textarea|option)$/.test(node.localName)) return;
      if (node.getAttribute('aria-hidden') === 'true' || !visible(node) && getComputedStyle(node).display !== 'contents') return;
      if (node.localName === 'img') parts.push(` ${node.getAttribute('alt') ?? ''} `);
      const block = isBlock(node);
      if (block) parts.push(' ');
      for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
      if (node.localName === 'slot') for (const child of node.assignedNodes()) walk(child);
      if (block) parts.push(' ');
    };
    walk(element);
    return clean(parts.join(''));
  };

  // The text of the elements that an attribute refers to.
  const referred = (element, attribute) => clean((element.getAttribute(attribute) ?? '').split(SPACE).filter(Boolean)
    .map((id) => element.getRootNode().getElementById?.(id)?.textContent ?? '').join(' '));

  // Most links and headings hold text and nothing else; axe need not be asked about those.
  const SIMPLE = 'a[href], area[href], h1, h2, h3, h4, h5, h6';
  const nameOf = (element) => {
    const simple = element.childElementCount === 0 && element.matches(SIMPLE) && !element.shadowRoot && !['aria-label', 'aria-labelledby'].some((a) => element.hasAttribute(a));
    return shorten(simple && clean(element.textContent) || clean(axe().text.accessibleText(element)), 300);
  };
  const roleOf = (element) => element.matches(SIMPLE) && !element.hasAttribute('role')
    ? element.localName.startsWith('h') ? 'heading' : 'link'
    : axe().aria.getRole(element);

  const LINKS = 'a[href], area[href], [role=link]';
  // What WCAG calls a link's context: the sentence, paragraph, list item and table cell around it, the item that a nested list belongs to,
  // headers of the cell, the term of a definition, its description and title; without links that say the same.
  const contextOf = (link) => {
    const said = clean(link.textContent);
    const again = (node) => node === link || node.matches(LINKS) && clean(node.textContent) === said;
    const parts = [referred(link, 'aria-describedby'), link.getAttribute('aria-description'), link.getAttribute('title')];
    const block = blockOf(parentOf(link) ?? document.body);
    parts.push(textOf(block, (node) => again(node) || node !== block && isBlock(node)));
    for (let node = parentOf(link); node; node = parentOf(node)) {
      if (!node.matches('p, li, dd, td, th, figcaption, blockquote, [role=listitem], [role=cell], [role=gridcell], [role=paragraph]')) continue;
      parts.push(textOf(node, (inner) => again(inner) || inner !== node && inner.matches('ul, ol, table, [role=list]')));
      if (node.localName === 'dd')
        for (let term = node.previousElementSibling; term; term = term.previousElementSibling)
          if (term.localName === 'dt') { parts.push(textOf(term, again)); break; }
      if (!node.matches('td, th')) continue;
      parts.push(referred(node, 'headers'));
      const column = [...node.closest('table')?.rows ?? []].map((row) => row.cells[node.cellIndex]);
      for (const header of [...node.parentElement.children, ...column])
        if (header && header !== node && header.localName === 'th') parts.push(textOf(header, again));
    }
    return shorten(clean(parts.filter(Boolean).join(' ')), 500);
  };

  // An address without what does not change the place: protocol, www, a slash or index file at the end, marks of campaigns, fragment.
  const addressOf = (url) => {
    for (const key of [...url.searchParams.keys()])
      if (/^(utm_|fbclid$|gclid$)/.test(key)) url.searchParams.delete(key);
    return url.host.replace(/^www\./, '') + url.pathname.replace(/\/(index\.\w+|default\.aspx)?$/, '') + url.search;
  };
  // Where a link leads, its fragment only where it stays on this page; null where a script decides.
  const targetOf = (link) => {
    let url;
    try { url = new URL(link.getAttribute('href'), document.baseURI); } catch { return null; }
    if (/^(mailto|tel|sms):$/.test(url.protocol)) return url.href.toLowerCase().replace(/\?.*/s, '');
    if (!/^https?:$/.test(url.protocol)) return null;
    const within = url.pathname === location.pathname && url.host === location.host || /^#[!/]/.test(url.hash);
    return within ? addressOf(url) + url.hash : addressOf(url);
  };

  // Where elements stand among the siblings of their kind; counted once a parent, since lists are long.
  const places = new WeakMap();
  const placeOf = (element) => {
    if (!places.has(element)) {
      const counts = new Map();
      for (const child of element.parentNode.children) {
        const count = counts.get(child.localName) ?? { all: 0 };
        counts.set(child.localName, count);
        places.set(child, { index: ++count.all, count });
      }
    }
    return places.get(element);
  };
  const selectorIn = (root, element) => {
    const steps = [];
    for (let node = element; node?.nodeType === Node.ELEMENT_NODE; node = node.parentNode) {
      if (node === document.documentElement) break;
      if (node.id && root.querySelectorAll(`#${CSS.escape(node.id)}`).length === 1) {
        steps.unshift(`#${CSS.escape(node.id)}`);
        break;
      }
      const tag = CSS.escape(node.localName);
      const { index, count } = placeOf(node);
      steps.unshift(count.all > 1 ? `${tag}:nth-of-type(${index})` : tag);
    }
    return steps.join(' > ') || 'html';
  };
  // One selector a root, from the document in.
  const selectorsOf = (element) => {
    const root = element.getRootNode();
    const last = selectorIn(root, element);
    return root instanceof ShadowRoot ? [...selectorsOf(root.host), last] : [last];
  };

  // The element that selectors name, one a root; null where it is no more.
  const find = (selectors) => selectors.reduce((root, selector) => (root?.shadowRoot ?? root)?.querySelector(selector) ?? null, document);

  // What is told of an element: where it is, its opening tag, and what the check reads in it.
  const told = (element, item) => ({ selectors: selectorsOf(element), html: shorten(element.cloneNode(false).outerHTML, 1000), item });

  return { LINKS, addressOf, all, axe, blockOf, clean, contextOf, find, free, hidden, isBlock, nameOf, parentOf, perceivable, referred, roleOf, selectorsOf, shorten, targetOf, textOf, told, visible };
}
