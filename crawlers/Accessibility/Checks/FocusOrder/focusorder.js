// The stops of a walk by Tab, in their order: [told({ positive, jumps, hidden, dialog, behind })]. Focus is moved, and put back.
async (reading, { stops }) => {
  const MOST_SUSPECTS = 10;
  const PARTS = 40;
  const SEEN_AREA = 4;
  const SEEN_OPACITY = 0.05;
  const order = stops.map(reading.find).filter(Boolean);

  // Where an element stands in the document: a shadow root's content where its host does.
  const outer = (element) => {
    let node = element;
    while (node.getRootNode() instanceof ShadowRoot) node = node.getRootNode().host;
    return node;
  };
  const boxes = new Map(order.map((element) => [element, element.getBoundingClientRect()]));
  const ahead = (one, other) => {
    const [a, b] = [boxes.get(one), boxes.get(other)];
    return a.width > 1 && b.width > 1 && (a.bottom <= b.top + 1 || a.top < b.bottom && b.top < a.bottom && a.right <= b.left);
  };
  const jumping = order.map((element, i) => element.tabIndex > 0
    && order.slice(i + 1).some((later) => outer(later).compareDocumentPosition(outer(element)) & Node.DOCUMENT_POSITION_FOLLOWING && ahead(later, element)));

  // Fields are often laid invisibly over what shows in their place, and links within the page that show only with focus are another matter.
  const judged = (element) => !element.shadowRoot && !element.matches('input, select, textarea, iframe, video, audio, object, embed, area, a[href^="#"], label *, [contenteditable]');
  const parts = (element) => [element, ...element.querySelectorAll('*')].slice(0, PARTS);
  const opacity = (element) => {
    let value = 1;
    for (let node = element; node; node = reading.parentOf(node)) value *= parseFloat(getComputedStyle(node).opacity);
    return value;
  };
  // What shows of elements, as the browser itself clips them: how much of each at most.
  const shown = (elements, margin) => new Promise((done) => {
    const owners = new Map();
    for (const element of elements) for (const part of parts(element)) owners.set(part, [...owners.get(part) ?? [], element]);
    const areas = new Map(elements.map((element) => [element, 0]));
    if (owners.size === 0) return done(areas);
    let due = owners.size;
    const finish = (answer) => {
      observer.disconnect();
      done(answer);
    };
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting, boundingClientRect: box, intersectionRect: { width, height } } of entries) {
        // Without a size of its own an element shows where it is by its outline.
        const bare = isIntersecting && (box.width === 0 || box.height === 0);
        for (const element of owners.get(target)) areas.set(element, Math.max(areas.get(element), bare && element === target ? Infinity : width * height));
      }
      due -= entries.length;
      if (due <= 0) finish(areas);
    }, { rootMargin: margin });
    for (const part of owners.keys()) observer.observe(part);
    // Without frames nothing is known: then nothing is said.
    setTimeout(() => finish(null), 1000);
  });

  const candidates = order.filter(judged);
  const outOfReach = (element) => {
    const box = element.getBoundingClientRect();
    return box.right + scrollX <= 0 || box.bottom + scrollY <= 0 || getComputedStyle(element).position === 'fixed' || box.left + scrollX >= document.documentElement.scrollWidth;
  };
  const everywhere = await shown(candidates, '100000px');
  const suspects = everywhere === null ? [] : candidates.filter((e) => everywhere.get(e) <= SEEN_AREA || opacity(e) <= SEEN_OPACITY || outOfReach(e)).slice(0, MOST_SUSPECTS);
  const hidden = new Set();
  if (suspects.length > 0) {
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important; scroll-behavior: auto !important; }');
    const before = { active: document.activeElement, x: scrollX, y: scrollY };
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
    for (const element of suspects) {
      element.focus();
      const area = (await shown([element], '0px'))?.get(element) ?? Infinity;
      if (element.matches(':focus') && (area <= SEEN_AREA || opacity(element) <= SEEN_OPACITY)) hidden.add(element);
    }
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
    if (before.active && before.active !== document.body) before.active.focus({ preventScroll: true });
    else document.activeElement?.blur();
    scrollTo({ left: before.x, top: before.y, behavior: 'instant' });
  }

  // The browser itself keeps focus in a dialog that it shows as modal.
  const hit = (element) => {
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return box.width < 2 || box.height < 2 || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight ? null : document.elementFromPoint(x, y);
  };
  const inside = (element, container) => {
    for (let node = element; node; node = reading.parentOf(node)) if (node === container) return true;
    return false;
  };
  const dialog = self[Symbol.for('monitor.walk')].modals.filter((d) => d.isConnected && reading.perceivable(d) && !d.matches(':modal') && inside(hit(d), d)).at(-1);
  const behind = (element) => {
    if (!dialog || inside(element, dialog)) return false;
    const over = hit(element);
    return over !== null && !inside(over, element) && !inside(element, over);
  };

  return order.map((element, i) => reading.told(element, {
    // Of several in a row the first is enough.
    positive: element.tabIndex > 0, jumps: jumping[i] && !(i > 0 && jumping[i - 1]), hidden: hidden.has(element), dialog: Boolean(dialog), behind: behind(element),
  }));
}
