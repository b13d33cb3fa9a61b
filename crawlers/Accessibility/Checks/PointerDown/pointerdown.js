// Controls that may act as soon as they are pressed. 'choose' picks some: [told({ toggle })]; 'aim' brings one into view: [told({ x, y })], none where it can't be hit;
// 'look' tells all that a press may change: [told({ state, others, undoing })].
(reading, { stage, selectors, element, never, undo }) => {
  const MOST = 3;
  const LONGEST = 80;
  const SETTLE_MS = 150;
  if (window !== window.top) return [];
  const find = (way) => way.reduce((root, selector) => (root?.shadowRoot ?? root)?.querySelector(selector) ?? null, document);
  const CONTROLS = 'button, [role=button], [role=tab], [role=menuitem], [role=checkbox], [role=switch], [role=radio], [role=option], [tabindex], summary';
  // What is dragged, drawn on, held or typed in needs the press itself; what sends or leads elsewhere is nobody's to try.
  const NOT = 'a[href], a[href] *, input, select, textarea, option, canvas, video, audio, iframe, html, body, main, form, [contenteditable], [draggable=true], [role=slider], [role=scrollbar], [role=separator], [role=application], [role=spinbutton], [role=textbox], [role=combobox]';
  const HELD = /drag|handle|grip|resiz|splitter|slider|swip|carousel|karusell|slick|map|kart|draw|sketch|signature|joystick|hold|scroll|range|sort/i;
  const submits = (e) => e.localName === 'button' && e.form !== null && e.type !== 'button';
  const said = (e) => `${e.id} ${e.getAttribute('class') ?? ''}`;
  const held = (e) => {
    for (let node = e, step = 0; node && step < 4; node = reading.parentOf(node), step++) if (HELD.test(said(node))) return true;
    return false;
  };
  const refused = new RegExp(`(?<!\\p{L})(?:${(never ?? []).join('|')})`, 'iu');
  const undoes = new RegExp(`(?<!\\p{L})(?:${(undo ?? []).join('|')})`, 'iu');
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  // One listener for several buttons sits on what holds them.
  const aimed = (e) => e.matches(CONTROLS) || getComputedStyle(e).cursor === 'pointer' ? [e] : [...e.querySelectorAll('button, [role=button]')].slice(0, 2);
  if (stage === 'choose')
    return selectors.map(find).filter(Boolean).flatMap(aimed).filter((e) => !e.matches(NOT) && !submits(e) && reading.perceivable(e) && !e.disabled && !e.querySelector('a[href], input, select, textarea, canvas')
      && (e.matches(CONTROLS) || getComputedStyle(e).cursor === 'pointer') && e.textContent.trim().length <= LONGEST && !held(e) && !refused.test(`${e.textContent} ${reading.nameOf(e)}`))
      .slice(0, MOST)
      .map((e) => reading.told(e, { toggle: ['aria-expanded', 'aria-pressed', 'aria-checked', 'aria-selected', 'aria-haspopup'].some((a) => e.hasAttribute(a)) || e.localName === 'summary' || e.matches('[role=tab], [role=checkbox], [role=switch], [role=radio], [role=option]') }));

  const target = find(element);
  if (!target) return [];
  if (stage === 'aim') {
    target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const box = target.getBoundingClientRect();
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const hit = target.getRootNode().elementFromPoint(point.x, point.y);
    return hit && target.contains(hit) ? [reading.told(target, point)] : [];
  }
  return wait(SETTLE_MS).then(() => {
    const all = reading.all('*');
    const state = [
      location.href, document.body.innerText, all.filter(reading.visible).length,
      ...all.filter((e) => e.matches('input, select, textarea')).map((e) => `${e.value}${e.checked ?? ''}`),
      ...all.filter((e) => e.matches('[aria-expanded], [aria-pressed], [aria-checked], [aria-selected], details, dialog'))
        .map((e) => ['aria-expanded', 'aria-pressed', 'aria-checked', 'aria-selected', 'open'].map((a) => e.getAttribute(a)).join()),
    ];
    const others = all.filter((e) => e !== target && !target.contains(e) && e.matches(`${CONTROLS}, a[href], input, select, [onclick]`) && reading.visible(e));
    // Its neighbours are the likeliest to take back what it did, such as minus beside plus.
    const said = others.map((e) => reading.nameOf(e) || e.textContent.trim());
    return [reading.told(document.documentElement, { state: JSON.stringify(state), others: said, undoing: said.some((name) => undoes.test(name)) || others.some((e) => e.parentElement === target.parentElement) })];
  });
}
