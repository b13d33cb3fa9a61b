// What style sheets show when the pointer is over something else, and what becomes of it: the pointer itself is moved from outside.
(reading, layout) => {
  const MOST = 3;
  const [startX, startY] = [scrollX, scrollY];
  const seen = (element) => element.isConnected && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  // Parts of a selector list, parted by what is not inside brackets.
  const parted = (text, at) => {
    const parts = [''];
    let depth = 0;
    for (const c of text) {
      if (c === '(' || c === '[') depth++;
      if (c === ')' || c === ']') depth--;
      if (depth === 0 && at.test(c)) parts.push('');
      else parts[parts.length - 1] += c;
    }
    return parts.map((part) => part.trim());
  };
  const shows = ({ display, visibility, opacity }) => display !== '' && display !== 'none' || visibility === 'visible' || parseFloat(opacity) > 0;
  const applies = (rule) => !(rule instanceof CSSMediaRule) || matchMedia(rule.conditionText).matches;

  // [what the pointer has to be over, what that shows], as selectors.
  const pairs = [];
  const scan = (rules) => {
    for (const rule of rules) {
      if (!(rule instanceof CSSStyleRule)) {
        if (rule.cssRules?.length > 0 && applies(rule)) scan(rule.cssRules);
        continue;
      }
      // Sheets have tens of thousands of rules: the text is asked for once.
      const list = rule.selectorText;
      if (!list.includes(':hover') || !shows(rule.style)) continue;
      for (const selector of parted(list, /,/)) {
        const over = /^(.*?:hover)((?:[^\s>+~]*)\s*[\s>+~].*)$/.exec(selector);
        if (over && !/[&(]/.test(selector)) pairs.push([over[1].replaceAll(':hover', ''), selector.replaceAll(':hover', '')]);
      }
    }
  };
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    try {
      if (!sheet.disabled && (!sheet.media.mediaText || matchMedia(sheet.media.mediaText).matches)) scan(sheet.cssRules);
    } catch { /* from elsewhere: not to be read */ }
  }

  const all = (selector) => {
    try { return [...document.querySelectorAll(selector)]; } catch { return []; }
  };
  const fits = (trigger) => {
    const box = trigger.getBoundingClientRect();
    return seen(trigger) && box.width >= 8 && box.height >= 8 && box.width * box.height < innerWidth * innerHeight / 4;
  };
  // One place for each kind of thing; the first that can be pointed at.
  const candidates = [];
  for (const [over, shown] of pairs) {
    if (candidates.length === MOST) break;
    const targets = all(shown).filter((target) => !seen(target) && /\p{L}{2}/u.test(target.textContent));
    if (targets.length === 0 || candidates.some((c) => targets.includes(c.target))) continue;
    for (const trigger of all(over).slice(0, 50)) {
      const target = targets.find((t) => trigger.contains(t)) ?? targets.find((t) => trigger.parentElement?.contains(t));
      if (target && fits(trigger)) {
        candidates.push({ trigger, target });
        break;
      }
    }
  }

  const frame = () => new Promise(requestAnimationFrame);
  const settle = async () => {
    await frame();
    for (const animation of document.getAnimations())
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) try { animation.finish(); } catch { /* one that runs backwards for ever */ }
    await frame();
  };
  const inside = (box, [x, y]) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  const inWindow = ([x, y]) => x > 0 && y > 0 && x < innerWidth && y < innerHeight;

  // The first text that lies under what has appeared.
  const covered = ({ trigger, target }) => {
    const look = layout.look();
    const box = target.getBoundingClientRect();
    return look.texts().find((text) => !target.contains(text.node) && !trigger.contains(text.node) && text.lines.some((line) => {
      const [left, right, top, bottom] = [Math.max(line.left, box.left), Math.min(line.right, box.right), Math.max(line.top, box.top), Math.min(line.bottom, box.bottom)];
      if (right - left < layout.twoLetters(text) || bottom - top < line.height / 2) return false;
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return hit !== null && target.contains(hit);
    }));
  };

  return {
    count: candidates.length,
    // Where the pointer has to be; null where something else is in the way.
    point: (i) => {
      const { trigger } = candidates[i];
      trigger.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const box = trigger.getBoundingClientRect();
      const at = [box.left + box.width / 2, box.top + box.height / 2];
      const hit = inWindow(at) ? document.elementFromPoint(...at) : null;
      return hit && trigger.contains(hit) ? at : null;
    },
    seen: async (i) => {
      await settle();
      return seen(candidates[i].target);
    },
    // A point of what has appeared, not over what made it appear unless that holds it; null when there is none.
    onto: (i) => {
      const { trigger, target } = candidates[i];
      const [box, own] = [target.getBoundingClientRect(), trigger.getBoundingClientRect()];
      for (const y of [0.5, 0.8, 0.2]) for (const x of [0.5, 0.2, 0.8]) {
        const at = [box.left + box.width * x, box.top + box.height * y];
        if (!inWindow(at) || inside(own, at) && !trigger.contains(target)) continue;
        if (target.contains(document.elementFromPoint(...at)) || getComputedStyle(target).pointerEvents === 'none') return at;
      }
      return null;
    },
    // Whether there is something to close it with, perhaps.
    closable: (i) => {
      const { trigger, target } = candidates[i];
      return target.querySelector('button, [role=button], summary') !== null || trigger.matches('[aria-expanded]') || trigger.querySelector('[aria-expanded]') !== null;
    },
    covered: (i) => {
      const text = covered(candidates[i]);
      return text ? layout.quote(text) : null;
    },
    tell: (verdicts) => JSON.stringify(verdicts.map((verdict, i) => reading.told(candidates[i].target, verdict))),
    back: () => scrollTo({ left: startX, top: startY, behavior: 'instant' }),
  };
}
