// Blocks of text in which a word of place, colour, shape or size stands: [told({ text })].
(reading, cues) => {
  const LONGEST = 2000;
  const cue = new RegExp(`(?<![\\p{L}])(?:${cues.join('|')})(?![\\p{L}])`, 'iu');
  const blocks = new Set();
  for (const element of reading.all('*'))
    if ([...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && cue.test(node.data)) && reading.perceivable(element))
      blocks.add(reading.blockOf(element));
  return [...blocks].map((block) =>
    reading.told(block, { text: reading.shorten(reading.textOf(block, (node) => node !== block && reading.isBlock(node)), LONGEST) }));
}
