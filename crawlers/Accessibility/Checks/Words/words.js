// Texts that may say nothing: the page's title, links, headings, names of form fields and of images: [told({ kind, name, … })].
(reading) => {
  const FIELDS = 'input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=checkbox], [type=radio]), select, textarea';
  const LONGEST = 60; // Whatever is longer says something.
  const grouped = (field) => {
    const group = field.closest('fieldset, [role=group], [role=radiogroup]');
    return group !== null && reading.nameOf(group) !== '';
  };
  const fileOf = (image) => {
    try {
      return decodeURIComponent(new URL(image.currentSrc || image.src, document.baseURI).pathname.split('/').pop());
    } catch { return ''; }
  };
  const shown = (name) => document.body.innerText.toLowerCase().includes(name.toLowerCase());

  const told = [];
  const tell = (kind, element, more = () => ({})) => {
    const name = reading.nameOf(element);
    if (name && name.length <= LONGEST) told.push(reading.told(element, { kind, name, ...more(name) }));
  };
  const each = (selector, tellOf) => reading.all(selector).filter(reading.perceivable).forEach(tellOf);

  const title = reading.clean(document.title);
  if (window === window.top && title && title.length <= 200)
    told.push(reading.told(document.querySelector('head > title') ?? document.documentElement, { kind: 'title', name: title, host: location.hostname, address: location.href }));
  each(reading.LINKS, (link) => reading.roleOf(link) === 'link' && tell('link', link, () => ({ context: reading.contextOf(link) })));
  each('h1, h2, h3, h4, h5, h6, [role=heading]', (heading) => reading.roleOf(heading) === 'heading' && tell('heading', heading));
  each(FIELDS, (field) => {
    if (reading.nameOf(field) !== reading.clean(field.getAttribute('placeholder'))) tell('label', field, () => ({ grouped: grouped(field) }));
  });
  each('img[alt]:not([alt=""]), img[aria-label], [role=img], input[type=image]', (image) =>
    !/^(none|presentation)$/.test(reading.roleOf(image)) && tell('image', image, (name) => ({ file: image.matches('img, input') ? fileOf(image) : '', shown: /\.\w{2,5}$/.test(name) && shown(name) })));
  return told;
}
