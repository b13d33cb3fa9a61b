// Moves the device as far as the page knows, and tells what changed in what it shows: [told({ measures, written, controls })].
async (reading, { motion, orientation, heard }) => {
  const SETTLE_MS = 250;
  const TIMES = 6;
  const FAR = { alpha: 83, beta: 61, gamma: 47 };
  const FORCE = 31;
  const SPIN = 9;
  const MOST = 5;
  if (window !== window.top || !window.DeviceMotionEvent || !window.DeviceOrientationEvent) return [];

  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const vector = (n) => ({ x: n, y: n, z: n });
  const move = (angles, force) => {
    if (orientation)
      for (const type of ['deviceorientation', 'deviceorientationabsolute']) window.dispatchEvent(new DeviceOrientationEvent(type, { ...angles, absolute: type.endsWith('absolute') }));
    if (motion) window.dispatchEvent(new DeviceMotionEvent('devicemotion', { acceleration: vector(force), accelerationIncludingGravity: vector(force), rotationRate: { alpha: force * SPIN, beta: force * SPIN, gamma: force * SPIN }, interval: 16 }));
  };
  // What was handed over, and what is left of half and whole turns.
  const handed = [...Object.values(FAR).flatMap((angle) => [angle, 90 - angle, 180 - angle, 360 - angle]), FORCE, FORCE * SPIN];
  const measures = (text) => (text.match(/\d+(?:[.,]\d+)?/g) ?? []).some((n) => handed.some((value) => Math.abs(Number(n.replace(',', '.')) - Math.abs(value)) <= 1));

  const elements = reading.all('*').filter((e) => !e.matches('script, style, template, head, head *'));
  const stateOf = (e) => {
    const box = e.getBoundingClientRect();
    const text = [...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join(' ');
    return `${Math.round(box.x + scrollX)},${Math.round(box.y + scrollY)},${Math.round(box.width)},${Math.round(box.height)},${reading.visible(e)}|${text}|${'value' in e ? e.value : ''}`;
  };
  const states = () => new Map(elements.map((e) => [e, stateOf(e)]));
  // What changes by itself is not the device's doing.
  const before = states();
  await wait(SETTLE_MS);
  const rest = states();
  for (let i = 0; i < TIMES; i++) {
    move(i % 2 === 0 ? FAR : { alpha: -FAR.alpha, beta: -FAR.beta, gamma: -FAR.gamma }, i % 2 === 0 ? FORCE : -FORCE);
    await wait(0);
  }
  move(FAR, FORCE);
  await wait(SETTLE_MS);
  const after = states();
  move({ alpha: 0, beta: 0, gamma: 0 }, 0);

  const changed = elements.filter((e) => before.get(e) === rest.get(e) && rest.get(e) !== after.get(e) && e.isConnected && (reading.visible(e) || rest.get(e).includes(',true|')));
  const inner = changed.filter((e) => !changed.some((other) => other !== e && e.contains(other)));
  // Where nobody listens to a press or a key, a button does nothing unless it is the browser that acts.
  const CONTROLS = heard ? 'button, input, select, textarea, summary, a, [role=button], [role=switch], [tabindex]'
    : 'input:not([type=button]), select, textarea, summary, a[href], button[form], form button, [popovertarget], [commandfor]';
  const controls = reading.all(CONTROLS).some((e) => reading.visible(e) && !e.disabled);
  return inner.slice(0, MOST).map((e) => {
    const [, then] = rest.get(e).split('|');
    const [, now] = after.get(e).split('|');
    const written = then !== now && now.trim() !== '';
    // A page that shows what it measures is about the device's own movement.
    return reading.told(e, { written, measures: written && measures(now), controls });
  });
}
