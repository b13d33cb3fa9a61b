// Links that share their name with another one in the same landmark: [told({ name, target, landmark, surroundings })].
(reading) => {
  const LANDMARKS = 'header, footer, main, nav, aside, search, form[aria-label], form[aria-labelledby], section[aria-label], section[aria-labelledby], ' +
    '[role=banner], [role=contentinfo], [role=main], [role=navigation], [role=complementary], [role=search], [role=form], [role=region]';
  const landmarks = [];
  const landmarkOf = (element) => {
    let node = reading.parentOf(element);
    while (node && !node.matches(LANDMARKS)) node = reading.parentOf(node);
    if (!landmarks.includes(node)) landmarks.push(node);
    return landmarks.indexOf(node);
  };

  const links = [];
  let heading = '';
  for (const element of reading.all(`h1, h2, h3, h4, h5, h6, [role=heading], ${reading.LINKS}`)) {
    if (!reading.perceivable(element)) continue;
    if (element.matches('h1, h2, h3, h4, h5, h6, [role=heading]')) {
      heading = reading.clean(element.textContent);
      continue;
    }
    const target = reading.roleOf(element) === 'link' ? reading.targetOf(element) : null;
    const name = target === null ? '' : reading.nameOf(element);
    if (name) links.push({ element, name, target, heading: element.closest('h1, h2, h3, h4, h5, h6, [role=heading]') ? '' : heading, landmark: landmarkOf(element) });
  }

  const groups = Map.groupBy(links, (link) => `${link.landmark} ${link.name.toLowerCase()}`);
  return [...groups.values()].filter((group) => group.length > 1).flatMap((group) => {
    const differ = group.some((link) => link.target !== group[0].target);
    return group.map(({ element, name, target, heading, landmark }) =>
      reading.told(element, { name, target, landmark, surroundings: differ ? `${heading} | ${reading.contextOf(element)}` : '' }));
  });
}
