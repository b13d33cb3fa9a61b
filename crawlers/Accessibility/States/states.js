// Finds what a page opens at a click, and follows what that shows; the clicks themselves are made from outside.
(reading) => {
  const MOST_ELEMENTS = 20000, MOST_CONTROLS = 8, MOST_OF_A_KIND = 2, MOST_ROOTS = 20;
  const LONGEST_NAME = 60, LONGEST_BANNER = 6000;
  const DIALOGS = 'dialog, [role=dialog], [role=alertdialog], [aria-modal=true]';
  const NAMED = '[id*=cookie i], [class*=cookie i], [id*=consent i], [class*=consent i], [id*=samtykke i], [class*=samtykke i]';
  const BUTTONS = 'button, [role=button], input[type=button], input[type=submit], a';
  const INTERACTIVE = 'a[href], button, input, select, textarea, summary, label, [role=button], [role=link]';
  const POPUPS = /^(true|menu|dialog|listbox|tree|grid)$/;
  const PERCEIVABLE = 1, ON_SCREEN = 2;

  const holds = (outer, element) => {
    for (let node = element; node; node = reading.parentOf(node)) if (node === outer) return true;
    return false;
  };
  // What of each element there is: to be perceived at all, and on the screen, where nothing clips it or lies over it.
  const look = (over) => {
    const found = new Map();
    const cover = over?.isConnected && reading.visible(over) ? over.getBoundingClientRect() : null;
    const [width, height] = [Math.max(innerWidth, document.documentElement.scrollWidth), Math.max(innerHeight, document.documentElement.scrollHeight)];
    const walk = (parent, children, clip, told, opaque) => {
      for (const element of children) {
        const style = getComputedStyle(element);
        if (style.display === 'none') continue;
        const here = { told: told && !element.inert && element.getAttribute('aria-hidden') !== 'true', opaque: opaque && style.opacity !== '0' };
        const box = element.getBoundingClientRect();
        const fixed = style.position === 'fixed';
        const [left, top, right, bottom] = fixed ? [0, 0, innerWidth, innerHeight] : clip;
        const seen = [Math.max(left, box.left), Math.max(top, box.top), Math.min(right, box.right), Math.min(bottom, box.bottom)];
        let bits = 0;
        if (reading.visible(element)) {
          const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
          const covered = cover && !holds(over, element) && !holds(element, over) && x > cover.left && x < cover.right && y > cover.top && y < cover.bottom;
          if (here.told) bits |= PERCEIVABLE;
          if (here.opaque && !covered && seen[2] - seen[0] > 1 && seen[3] - seen[1] > 1) bits |= ON_SCREEN;
        }
        found.set(element, { bits, parent });
        const inner = style.overflowX === 'visible' && style.overflowY === 'visible' || element === document.body ? [left, top, right, bottom] : seen;
        if (element.shadowRoot) walk(element, element.shadowRoot.children, inner, here.told, here.opaque);
        walk(element, element.children, inner, here.told, here.opaque);
      }
    };
    walk(document.documentElement, [document.body], [-scrollX, -scrollY, width - scrollX, height - scrollY], true, true);
    return found;
  };

  let words, box, refusal, controls = [], before = new Map(), revealed = new Map(), asked = [];
  const known = new WeakMap();
  const reported = new Map();
  const nameOf = (element) => reading.shorten(
    reading.clean(element.getAttribute('aria-label')) || reading.referred(element, 'aria-labelledby') || reading.textOf(element) || reading.clean(element.value ?? '') || reading.clean(element.getAttribute('title')), 80);
  const labelOf = (element) => nameOf(element) || reading.selectorsOf(element).join(' >>> ');
  const leads = (element) => element.hasAttribute('href') && !/^(#([^/!].*)?|javascript:.*)?$/.test(element.getAttribute('href').trim());
  const whole = (list) => new RegExp(`(?<!\\p{L})(?:${list.join('|')})(?!\\p{L})`, 'iu');
  const has = (text, list) => list.some((word) => text.includes(word));

  // Boxes that speak of cookies, and the button of one of them that plainly says no.
  const apart = (element) => element.matches(DIALOGS) || /^(fixed|sticky)$/.test(getComputedStyle(element).position);
  const consentBoxes = () => reading.all('*').filter((element) => {
    if (element.matches('html, body, main') || !reading.visible(element) || !element.matches(NAMED) && !apart(element) || element.querySelector('main, nav, footer, [role=main]')) return false;
    const text = reading.textOf(element).toLowerCase();
    return text.length > 0 && text.length <= LONGEST_BANNER && has(text, words.consent);
  });
  const refuses = (text) => {
    if (text.length > LONGEST_NAME || has(text, words.accept) || has(text, words.choose)) return false;
    return has(text, words.only) || words.refuse.some((word) => text.startsWith(word) && !/^\p{L}/u.test(text.slice(word.length)));
  };
  const usable = (element) => !element.matches(':disabled, [aria-disabled=true]') && reading.perceivable(element);

  const idsOf = (element, attribute) => (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean).map((id) => element.getRootNode().getElementById?.(id)).filter(Boolean);
  const targetsOf = (element) => [
    ...idsOf(element, 'aria-controls'), ...idsOf(element, 'popovertarget'), ...idsOf(element, 'commandfor'),
    ...element.localName === 'summary' && element.parentElement?.localName === 'details' ? [element.parentElement] : [],
  ];
  const opens = (element) => {
    if (element.localName === 'summary') return element.parentElement?.localName === 'details' && !element.parentElement.open && element.parentElement.querySelector(':scope > summary') === element;
    if (element.form && /^(submit|reset|image)$/.test(element.type) || leads(element) || element.matches('[role=tab]')) return false;
    const expanded = element.getAttribute('aria-expanded');
    if (expanded !== null) return expanded === 'false';
    if (POPUPS.test(element.getAttribute('aria-haspopup') ?? '')) return true;
    if (element.hasAttribute('popovertarget') && element.getAttribute('popovertargetaction') === 'hide') return false;
    if (/^(close|hide-popover|request-close)$/.test(element.getAttribute('command') ?? '')) return false;
    return targetsOf(element).some((target) => !reading.visible(target));
  };
  const kindOf = (element) => {
    const kinds = [];
    for (let node = element; node && kinds.length < 3; node = reading.parentOf(node))
      kinds.push([node.localName, node.getAttribute('role'), ...[...node.classList].sort()].join('.').replace(/\d+/g, '#'));
    return kinds.join(' < ');
  };

  const pointOf = (element) => {
    if (!element.isConnected) return null;
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const rect = element.getClientRects()[0];
    if (!rect) return null;
    const at = [rect.left + rect.width / 2, rect.top + rect.height / 2];
    let hit = document.elementFromPoint(...at);
    while (hit?.shadowRoot?.elementFromPoint(...at) && hit.shadowRoot.elementFromPoint(...at) !== hit) hit = hit.shadowRoot.elementFromPoint(...at);
    for (let node = hit; node; node = reading.parentOf(node)) {
      if (node === element) return at;
      if (node.matches(INTERACTIVE)) return null;
    }
    return null;
  };

  const frame = () => new Promise(requestAnimationFrame);
  const settle = async () => {
    await frame();
    for (const animation of document.getAnimations())
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) try { animation.finish(); } catch { /* one that runs backwards for ever */ }
    await frame();
  };

  const gained = (element, bits) => bits & ~(known.get(element) ?? 0);
  const rootsOf = (elements) => [...elements.keys()].filter((element) => !elements.has(reading.parentOf(element)));
  // One slide that takes the place of another is no work of whoever said no to cookies.
  const alike = (a, b) => a.localName === b.localName && (a.classList.length === 0 || [...a.classList].some((name) => b.classList.contains(name)));
  const rotations = (after) => {
    const gone = [...before].filter(([element, { bits }]) => bits & ON_SCREEN && !((after.get(element)?.bits ?? 0) & ON_SCREEN) && !(box && (holds(box, element) || holds(element, box))));
    return rootsOf(revealed).filter((root) => gone.some(([element, { parent }]) => parent !== document.body && parent === after.get(root)?.parent && alike(element, root)));
  };
  const elementOf = ({ frames }) => {
    try {
      return frames[0].reduce((root, selector) => (root?.shadowRoot ?? root)?.querySelector(selector) ?? null, document);
    } catch {
      return null;
    }
  };
  const tell = ({ rule, outcome, element }) => {
    if (!reported.has(rule)) reported.set(rule, new WeakMap());
    if (element) reported.get(rule).set(element, Math.max(outcome, reported.get(rule).get(element) ?? 0));
  };
  // Whose answer is yes has been told from now on.
  const telling = (holdsFor) => JSON.stringify(asked.map((item) => {
    const yes = item.element !== null && holdsFor(item.element);
    if (yes) tell(item);
    return yes;
  }));
  const isOpen = (element) => element.isConnected && (element.getAttribute('aria-expanded') === 'true' || element.localName === 'summary' && Boolean(element.parentElement?.open));
  const there = (element, bits, now) => ((now.get(element)?.bits ?? 0) & bits) !== 0;

  return {
    // Whether the page is small enough to be followed.
    begin: (json) => {
      words = JSON.parse(json);
      return reading.all('*').length <= MOST_ELEMENTS;
    },
    // What was reported of elements already: that is not told again.
    report: (json) => {
      for (const item of JSON.parse(json)) tell({ ...item, element: elementOf(item) });
    },
    // The name of the button that says no; null where there is none.
    refusal: () => {
      const boxes = consentBoxes();
      refusal = reading.all(BUTTONS).find((element) => usable(element) && !leads(element) && boxes.some((other) => holds(other, element)) && refuses(nameOf(element).toLowerCase()));
      if (!refusal) return null;
      const around = boxes.filter((other) => holds(other, refusal));
      box = around.findLast(apart) ?? around.at(-1);
      return labelOf(refusal);
    },
    // The names of what can be opened, and whether that is all.
    controls: () => {
      const boxes = consentBoxes(), never = whole(words.never), kinds = new Map();
      const all = reading.all('summary, button, [role=button], a[aria-expanded], a[aria-haspopup]').filter((element) => {
        if (!usable(element) || !opens(element) || never.test(nameOf(element)) || boxes.some((other) => holds(other, element))) return false;
        const kind = kindOf(element);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        return kinds.get(kind) <= MOST_OF_A_KIND;
      });
      controls = all.slice(0, MOST_CONTROLS);
      const labels = controls.map(labelOf);
      return JSON.stringify({ all: all.length === controls.length, names: labels.map((label, i) => {
        const same = labels.slice(0, i).filter((other) => other === label).length;
        return same ? `${label} (${same + 1})` : label;
      }) });
    },
    // Where to click, after taking note of what is there; what comes up when the page is scrolled there does so first.
    aim: async (i) => {
      const element = i < 0 ? refusal : controls[i];
      if (!pointOf(element)) return null;
      if (i < 0) scrollTo({ left: 0, top: 0, behavior: 'instant' });
      await settle();
      before = look(i < 0 ? box : null);
      for (const [seen, { bits }] of before) known.set(seen, (known.get(seen) ?? 0) | bits);
      return pointOf(element);
    },
    again: (i) => pointOf(controls[i]),
    settle,
    // Addresses of what has come up, topmost elements alone; none where those are too many.
    revealed: () => {
      const after = look();
      revealed = new Map([...after].map(([element, { bits }]) => [element, gained(element, bits)]).filter(([, bits]) => bits !== 0));
      if (refusal && box && !reading.visible(box)) {
        const slides = rotations(after);
        for (const element of [...revealed.keys()]) if (slides.some((slide) => holds(slide, element))) revealed.delete(element);
      }
      const roots = rootsOf(revealed);
      return JSON.stringify({ any: roots.length > 0, modal: roots.some((root) => root.matches(DIALOGS) || root.querySelector(DIALOGS) !== null),
        roots: roots.length > MOST_ROOTS ? [] : roots.map(reading.selectorsOf) });
    },
    // Takes up elements with what was seen of them; the questions below are about these.
    ask: (json) => {
      asked = JSON.parse(json).map((item) => ({ ...item, element: elementOf(item) }));
    },
    // Which have come up and were not told before.
    fresh: () => JSON.stringify(asked.map(({ element, rule, outcome }) => revealed.has(element) && (reported.get(rule)?.get(element) ?? 0) < outcome)),
    // Which are away again.
    went: () => {
      const now = look();
      return telling((element) => !there(element, revealed.get(element) ?? 0, now));
    },
    // Which belong to the control, so that nothing else will have brought them up.
    tied: (i) => {
      const owners = targetsOf(controls[i]);
      for (let owner = before.get(controls[i])?.parent, step = 0; owner && owner !== document.body && step < 3; owner = before.get(owner)?.parent, step++) owners.push(owner);
      return telling((element) => owners.some((owner) => holds(owner, element)));
    },
    dismissed: () => {
      const now = look();
      return !there(box, ON_SCREEN, now) && !there(refusal, ON_SCREEN, now);
    },
    // Whether what the control opened is away again.
    closed: (i) => {
      if (isOpen(controls[i])) return false;
      const now = look();
      return rootsOf(revealed).some((root) => !there(root, revealed.get(root), now));
    },
    closer: () => {
      const close = whole(words.close);
      const button = reading.all('button, [role=button]').find((element) => usable(element) && !leads(element) && !(element.form && /^(submit|reset)$/.test(element.type) && element.form.method !== 'dialog')
        && revealed.has(element) && close.test(nameOf(element)) && nameOf(element).length <= 30);
      return button ? pointOf(button) : null;
    },
  };
}
