// Texts that may say nothing: the page's title, links, headings, names of form fields and of images: [told({ kind, name, … })].
(reading, phrases) => {
  const FIELDS = 'input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=checkbox], [type=radio]), select, textarea';
  const grouped = (field) => {
    const group = field.closest('fieldset, [role=group], [role=radiogroup]');
    return group !== null && reading.nameOf(group) !== '';
  };
  const fileOf = (image) => {
    try {
      return decodeURIComponent(new URL(image.currentSrc || image.src, document.baseURI).pathname.split('/').pop());
    } catch { return ''; }
  };
  let page = null;
  const shown = (name) => (page ??= document.body.innerText.toLowerCase()).includes(name.toLowerCase());

  const told = [];
  const tell = (kind, element, more = () => ({})) => {
    const name = reading.nameOf(element);
    if (name) told.push(reading.told(element, { kind, name, ...more(name) }));
  };
  // Links are many: the context is read of those that may need one, and one stands for all the others.
  const plain = (text) => text.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '').toLowerCase();
  let other = null;
  const tellLink = (link) => {
    const name = reading.nameOf(link);
    if (phrases.includes(plain(name))) told.push(reading.told(link, { kind: 'link', name, context: reading.contextOf(link) }));
    else if (name) other ??= { link, name };
  };
  const each = (selector, tellOf) => reading.all(selector).filter(reading.perceivable).forEach(tellOf);

  const title = reading.clean(document.title);
  if (window === window.top && title && title.length <= 200)
    told.push(reading.told(document.querySelector('head > title') ?? document.documentElement, { kind: 'title', name: title, host: location.hostname, address: location.href }));
  each(reading.LINKS, (link) => reading.roleOf(link) === 'link' && tellLink(link));
  if (other) told.push(reading.told(other.link, { kind: 'link', name: other.name }));
  each('h1, h2, h3, h4, h5, h6, [role=heading]', (heading) => reading.roleOf(heading) === 'heading' && tell('heading', heading));
  each(FIELDS, (field) => {
    if (reading.nameOf(field) !== reading.clean(field.getAttribute('placeholder'))) tell('label', field, () => ({ grouped: grouped(field) }));
  });
  each('img[alt]:not([alt=""]), img[aria-label], [role=img], input[type=image]', (image) =>
    !/^(none|presentation)$/.test(reading.roleOf(image)) && tell('image', image, (name) => ({ file: image.matches('img, input') ? fileOf(image) : '', shown: /\.\w{2,5}$/.test(name) && shown(name) })));
  return told;
}
