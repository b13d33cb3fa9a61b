// Takes the masks of mask.js off again.
() => {
  for (const [root, sheet] of window.__monitorMasks ?? [])
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((s) => s !== sheet);
  delete window.__monitorMasks;
}
