// Lines of text in a picture's pixels, and about how many words; null where they don't make up most of what is drawn.
// What is drawn is what stands out from one ground, flat or of an even gradient. Photographs have none.
// Glyphs are as high as a given number of pixels at least.
({ data, width, height }, leastHeight) => {
  const GROUND = 18; // how far tones of the ground may lie from it
  const LEAST_CONTRAST = 40;
  const LEAST_GROUND = 0.5, LEAST_INK = 0.005, MOST_INK = 0.42;
  const LEAST_GLYPHS = 6;
  const TEXT_OF_INK = 0.6;
  const MOST_PARTS = 6000;
  const SAMPLES = 4000;
  const size = width * height;

  // A first look at some pixels is enough for most pictures. Transparent ones are shown on what contrasts with the others.
  const step = Math.max(1, Math.floor(Math.sqrt(size / SAMPLES)));
  const sample = [];
  let sum = 0, weight = 0;
  for (let y = 0; y < height; y += step)
    for (let x = 0; x < width; x += step) {
      const i = (y * width + x) * 4;
      sample.push({ x, y, i, tone: 0 });
      sum += (0.3 * data[i] + 0.59 * data[i + 1] + 0.11 * data[i + 2]) * data[i + 3];
      weight += data[i + 3];
    }
  if (weight < sample.length * 0.02 * 255) return null;
  const behind = sum / weight < 128 ? 255 : 0;
  const toneAt = (i) => {
    const tone = 0.3 * data[i] + 0.59 * data[i + 1] + 0.11 * data[i + 2];
    return data[i + 3] === 255 ? tone : behind + (tone - behind) * data[i + 3] / 255;
  };
  for (const pixel of sample) pixel.tone = toneAt(pixel.i);

  // The plane through the tones of the ground: from the commonest tone out, and each time by those that lie near it.
  const counts = new Uint32Array(33);
  for (const { tone } of sample) counts[tone >> 3]++;
  let mode = 0;
  for (let i = 1; i < 32; i++) if (counts[i] + counts[i + 1] > counts[mode] + counts[mode + 1]) mode = i;
  let [across, down, level] = [0, 0, mode * 8 + 8];
  const offOf = ({ x, y, tone }) => Math.abs(tone - across * x - down * y - level);
  for (const reach of [60, 40, 25, 20]) {
    let n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0, st = 0, sxt = 0, syt = 0;
    for (const pixel of sample) {
      if (offOf(pixel) >= reach) continue;
      const { x, y, tone } = pixel;
      n++; sx += x; sy += y; sxx += x * x; sxy += x * y; syy += y * y; st += tone; sxt += x * tone; syt += y * tone;
    }
    const [cxx, cxy, cyy, cxt, cyt] = [sxx - sx * sx / n, sxy - sx * sy / n, syy - sy * sy / n, sxt - sx * st / n, syt - sy * st / n];
    const determinant = cxx * cyy - cxy * cxy;
    if (n < sample.length * LEAST_GROUND * 0.8 || determinant < 1e-6 * cxx * cyy) return null;
    across = (cxt * cyy - cyt * cxy) / determinant;
    down = (cyt * cxx - cxt * cxy) / determinant;
    level = (st - across * sx - down * sy) / n;
  }
  if (sample.filter((pixel) => offOf(pixel) <= GROUND).length < sample.length * LEAST_GROUND) return null;

  // What stands out from it, by about half of what most of it does.
  const offs = new Uint8Array(size);
  const spread = new Uint32Array(256);
  let ground = 0;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const off = offs[i] = Math.min(255, Math.abs(toneAt(i * 4) - across * x - down * y - level)) | 0;
      spread[off]++;
      if (off <= GROUND) ground++;
    }
  let out = 0, top = 255;
  for (; top > GROUND && out < Math.max(8, (size - ground) * 0.15); top--) out += spread[top];
  if (top < LEAST_CONTRAST) return null;
  const threshold = Math.max(LEAST_CONTRAST / 2, top * 0.45);
  let ink = 0;
  for (let i = 256; i-- > threshold;) ink += spread[i];
  if (ink < size * LEAST_INK || ink > size * MOST_INK) return null;

  // Connected parts of it, from runs of each row.
  const parts = [];
  const rootOf = (part) => {
    while (part.into) part = part.into;
    return part;
  };
  let above = [];
  for (let y = 0; y < height; y++) {
    const row = [];
    for (let x = 0, i = y * width; x < width; x++) {
      if (offs[i + x] <= threshold) continue;
      const from = x;
      while (x < width && offs[i + x] > threshold) x++;
      let part = null;
      for (const run of above) {
        if (run.from > x) break;
        if (run.to < from) continue;
        const other = rootOf(run.part);
        if (!part) part = other;
        else if (part !== other) {
          part.left = Math.min(part.left, other.left);
          part.top = Math.min(part.top, other.top);
          part.right = Math.max(part.right, other.right);
          part.bottom = Math.max(part.bottom, other.bottom);
          part.area += other.area;
          part.runs += other.runs;
          other.into = part;
        }
      }
      if (!part) {
        if (parts.length === MOST_PARTS) return null;
        parts.push(part = { left: from, top: y, right: x, bottom: y + 1, area: 0, runs: 0, into: null });
      }
      part.left = Math.min(part.left, from);
      part.right = Math.max(part.right, x);
      part.bottom = y + 1;
      part.area += x - from;
      part.runs++;
      row.push({ from, to: x, part });
    }
    above = row;
  }

  const heightOf = (part) => part.bottom - part.top;
  const widthOf = (part) => part.right - part.left;
  // A frame around it all, and what is left of a rounded button's corners.
  const edge = (part) => (part.left === 0 || part.right === width) && (part.top === 0 || part.bottom === height);
  const frame = (part) => widthOf(part) > width * 0.9 && heightOf(part) > height * 0.8 && part.area < 0.2 * widthOf(part) * heightOf(part);
  const drawn = parts.filter((part) => !part.into && !frame(part) && !(edge(part) && part.area < size * 0.02));
  const glyphs = drawn.filter((part) => heightOf(part) >= leastHeight && widthOf(part) <= 12 * heightOf(part) && part.area / part.runs < 0.7 * heightOf(part)).sort((a, b) => a.left - b.left);

  // Lines: neighbours of one height on one baseline, of one stroke, that are not all alike.
  const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
  const follows = (a, b) => {
    const [small, large] = [Math.min(heightOf(a), heightOf(b)), Math.max(heightOf(a), heightOf(b))];
    return large <= 2.2 * small && b.left - a.right <= 1.6 * large && b.left - a.right > -0.4 * large && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) >= 0.6 * small;
  };
  const lines = [];
  for (const glyph of glyphs) {
    let best = null;
    for (const line of lines) {
      const last = line[line.length - 1];
      if (follows(last, glyph) && (!best || Math.abs(last.bottom - glyph.bottom) < Math.abs(best[best.length - 1].bottom - glyph.bottom))) best = line;
    }
    if (best) best.push(glyph);
    else lines.push([glyph]);
  }
  const gapsOf = (line) => line.slice(1).map((part, i) => part.left - line[i].right);
  const wordsOf = (line) => {
    const gaps = gapsOf(line);
    const wide = Math.max(0.3 * median(line.map(heightOf)), 1.8 * median([...gaps]));
    return 1 + gaps.filter((gap) => gap > wide).length;
  };
  const reads = (line) => {
    if (line.length < LEAST_GLYPHS) return false;
    const tall = median(line.map(heightOf)), stroke = median(line.map((part) => part.area / part.runs));
    const baseline = median(line.map((part) => part.bottom));
    const share = (fits) => line.filter(fits).length / line.length;
    const shapes = new Set(line.map((part) => [widthOf(part) * 6 / tall, part.area * 12 / (tall * tall), part.runs * 4 / heightOf(part)].map(Math.round).join()));
    return median(gapsOf(line)) <= 0.5 * tall
      && share((part) => Math.abs(part.bottom - baseline) <= Math.max(1, tall * 0.12)) >= 0.5
      && share((part) => part.area / part.runs <= 2 * stroke && part.area / part.runs >= stroke / 2) >= 0.8
      && share((part) => part.area < 0.85 * widthOf(part) * heightOf(part)) >= 0.5
      && shapes.size >= (line.length < 12 ? 4 : 6);
  };
  const read = lines.filter(reads);
  const inLines = read.reduce((total, line) => total + line.reduce((area, part) => area + part.area, 0), 0);
  const all = drawn.reduce((total, part) => total + part.area, 0);
  if (!read.length || inLines < all * TEXT_OF_INK) return null;
  const beside = (a, b) => a[0].top < b[0].bottom && b[0].top < a[0].bottom;
  return { lines: read.filter((line, i) => !read.slice(0, i).some((other) => beside(line, other))).length, words: read.reduce((total, line) => total + wordsOf(line), 0) };
}
