// Makes form values unreadable for a picture without touching them: the page's own scripts notice nothing, later checks find the page as it was.
// Returns after the style is in place in the document and in every open shadow root.
() => {
  const css = `input:not([type=submit], [type=button], [type=reset], [type=checkbox], [type=radio], [type=image]), textarea, select, output,
    [contenteditable]:not([contenteditable=false]), [contenteditable]:not([contenteditable=false]) * {
    color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important; caret-color: transparent !important }
    input::placeholder, textarea::placeholder { color: transparent !important; -webkit-text-fill-color: transparent !important }
    input[type=range], input[type=color], progress, meter { visibility: hidden !important }
    * { scroll-behavior: auto !important }`;
  const roots = [document];
  for (const root of roots)
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot) roots.push(element.shadowRoot);
  for (const root of roots) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    (window.__monitorMasks ??= []).push([root, sheet]);
  }
}
