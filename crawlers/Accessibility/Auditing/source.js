// The document as it is now: { html, title, charset }, or null when it is larger than the limits. Runs in a world of its own, where no script of the page's
// has put anything in the place of what is used here; only named elements reach in, and so the document's members are asked for on its prototype.
((mostElements, mostMarkup) => {
  const of = (name) => Object.getOwnPropertyDescriptor(Document.prototype, name).get.call(document);
  const root = of('documentElement');
  if (Document.prototype.getElementsByTagName.call(document, '*').length > mostElements) return null;
  const doctype = Object.getOwnPropertyDescriptor(Document.prototype, 'doctype').get.call(document);
  let html;
  try {
    html = (doctype ? new XMLSerializer().serializeToString(doctype) : '') + (root ? root.outerHTML : '');
  } catch {
    return null; // Longer than any string can be.
  }
  return html.length > mostMarkup ? null : { html, title: of('title').slice(0, 300), charset: of('characterSet') };
})
