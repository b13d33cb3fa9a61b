// What moves by itself. 'start' looks for what may, and watches where only time can tell; 'collect' tells what was seen and leaves nothing behind:
// [told({ kind, certain, lasting, control, rate, area })].
async (reading, { stage, timers, images, stopping, others, loading }) => {
  const KEY = Symbol.for('monitor.motion');
  const WATCH_MS = 5600;
  const FIRST_MS = 1250;
  const SAMPLE_MS = 100;
  const LONG_MS = 5000;
  const STEADY_MS = 1350;
  const BURST_MS = 500;
  const SMALLEST = 5;
  const PLAIN = 24;
  const MOST_WATCHED = 200;
  const MOST_TOLD = 10;
  const CAROUSEL = ['carousel', 'karusell', 'slick-', 'swiper', 'slideshow', 'ticker', 'rotator', 'slider'].map((part) => `[class*="${part}" i]`).join(', ')
    + ', [aria-roledescription="carousel" i]';
  const MOVING = /^(transform|translate|rotate|scale|offset|left|top|right|bottom|inset|margin|backgroundPosition|objectPosition|width|height|clipPath|strokeDashoffset)/;
  const SEEN = /^(opacity|visibility|color|backgroundColor|borderColor|boxShadow|filter|fill|stroke)$/;

  const boxOf = (element) => {
    const box = element.getBoundingClientRect();
    return { x: Math.round(box.x + scrollX), y: Math.round(box.y + scrollY), width: Math.round(box.width), height: Math.round(box.height) };
  };
  const shown = (element) => {
    const parent = reading.parentOf(element);
    if (!reading.visible(element) || parent && !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { x, y, width, height } = boxOf(element);
    return width > SMALLEST && height > SMALLEST && x + width > 0 && y + height > 0 && x < document.documentElement.scrollWidth;
  };
  const plain = (element) => Math.min(boxOf(element).width, boxOf(element).height) >= PLAIN;
  const painted = (element) => {
    if (element instanceof SVGElement || element.innerText?.trim() || element.matches('img, canvas, video') || element.querySelector('img, svg, canvas, video')) return true;
    const style = getComputedStyle(element);
    return style.backgroundImage !== 'none' || !/^rgba\(.*, 0\)$|^transparent$/.test(style.backgroundColor) || parseFloat(style.borderTopWidth) > 0;
  };
  // What shows that something is under way is left alone.
  const loads = (element) => {
    const word = new RegExp(loading.join('|'), 'i');
    for (let node = element, step = 0; node && step < 4; node = reading.parentOf(node), step++)
      if (node.matches('progress, meter, [role=progressbar], [aria-busy=true]') || word.test(`${node.id} ${node.getAttribute('class') ?? ''} ${node.getAttribute('aria-label') ?? ''}`)) return true;
    return false;
  };

  // Animations of style sheets and scripts that go on for longer than five seconds, each with what it changes.
  const running = (elements) => {
    const roots = [document, ...elements.filter((e) => e.shadowRoot).map((e) => e.shadowRoot)];
    return roots.flatMap((root) => root.getAnimations()).filter((a) => a.playState === 'running' && a.timeline === document.timeline && a.effect?.target
      && a.effect.getComputedTiming().activeDuration / Math.max(Math.abs(a.playbackRate), .001) > LONG_MS);
  };
  const changesOf = (animation) => {
    const frames = animation.effect.getKeyframes();
    const names = new Set(frames.flatMap((f) => Object.keys(f)).filter((n) => !['offset', 'computedOffset', 'easing', 'composite'].includes(n)));
    return [...names].map((name) => ({ name, values: frames.filter((f) => name in f).map((f) => f[name]) }))
      .filter(({ values }) => values.length < 2 || new Set(values).size > 1);
  };
  const blinks = ({ name, values }) => name === 'visibility' || name === 'opacity' && Math.max(...values) - Math.min(...values) >= .5;
  // How often a second it comes back to where it began: one cycle has as many flashes as it has turns, by two.
  const rateOf = (animation, changes) => {
    const timing = animation.effect.getComputedTiming();
    const cycle = timing.duration * (/^alternate/.test(timing.direction) ? 2 : 1) / Math.max(Math.abs(animation.playbackRate), .001);
    const turns = changes.filter(({ name }) => SEEN.test(name)).map(({ values }) => values.filter((v, i) => i > 0 && v !== values[i - 1]).length);
    return turns.length === 0 || !(cycle > 0) ? 0 : 1000 / cycle * Math.max(1, Math.floor(Math.max(...turns) / 2));
  };
  const animated = (elements) => running(elements).flatMap((animation) => {
    const element = animation.effect.target;
    const changes = changesOf(animation);
    if (changes.length === 0 || !changes.some(({ name }) => MOVING.test(name) || SEEN.test(name)) || !shown(element)) return [];
    const clear = changes.some((change) => MOVING.test(change.name) || blinks(change));
    return [{ element, kind: 'animation', lasting: true, certain: clear && !animation.effect.pseudoElement && painted(element) && plain(element), rate: rateOf(animation, changes) }];
  });
  // Those that are over soon, or were before anybody looked: what they do is still told by the style.
  const keyframes = (name) => [...document.styleSheets].flatMap((sheet) => {
    try { return [...sheet.cssRules]; } catch { return []; }
  }).findLast((rule) => rule instanceof CSSKeyframesRule && rule.name === name);
  const brief = (elements) => elements.flatMap((element) => {
    const style = getComputedStyle(element);
    if (style.animationName === 'none' || element.getAnimations().some((a) => a.effect.getComputedTiming().activeDuration > LONG_MS) || !shown(element)) return [];
    const [duration, times] = [parseFloat(style.animationDuration) * 1000, parseFloat(style.animationIterationCount)];
    const frames = [...keyframes(style.animationName.split(', ')[0])?.cssRules ?? []];
    const turns = ['background-color', 'background-image', 'background', 'color', 'opacity', 'visibility', 'filter', 'fill']
      .map((name) => frames.map((frame) => frame.style.getPropertyValue(name)).filter(Boolean))
      // What is not told of the beginning and the end is as the element is without.
      .map((values) => values.length === 0 ? [] : [...frames.some((f) => f.keyText.split(', ').includes('0%')) ? [] : [''], ...values, ...frames.some((f) => f.keyText.split(', ').includes('100%')) ? [] : ['']])
      .map((values) => values.filter((v, i) => i > 0 && v !== values[i - 1]).length);
    return !(duration > 0 && times > 1) || Math.max(...turns) === 0 ? []
      : [{ element, kind: 'flash', lasting: false, certain: false, rate: 1000 / duration * Math.max(1, Math.floor(Math.max(...turns) / 2)) }];
  });
  const drawn = (elements) => elements.filter((e) => e.matches('animate, animateTransform, animateMotion') && e.getAttribute('repeatCount') === 'indefinite'
    && /^\d|^$/.test(e.getAttribute('begin') ?? '') && e.ownerSVGElement && !e.ownerSVGElement.animationsPaused())
    .map((e) => e.ownerSVGElement).filter(shown).map((element) => ({ element, kind: 'animation', lasting: true, certain: false }));

  const videos = (elements) => elements.filter((v) => v.localName === 'video' && !v.paused && !v.ended && !v.controls && v.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA
    && (v.loop || v.duration > LONG_MS / 1000) && shown(v)).map((element) => ({ element, kind: 'video', lasting: true, certain: element.autoplay && plain(element) }));
  const pictures = (elements) => elements.filter((i) => i.localName === 'img' && images.includes(i.currentSrc) && shown(i))
    .map((element) => ({ element, kind: 'image', lasting: true, certain: false }));

  // Carousels whose makers' scripts say that they turn by themselves; null where they say nothing.
  const kept = (element, key) => {
    try { return window.jQuery?.(element).data?.(key); } catch { return undefined; }
  };
  const turns = (element) => {
    if (element.swiper) return !!element.swiper.autoplay?.running;
    if (element.slick) return !!element.slick.options?.autoplay && !element.slick.paused;
    if (element.splide) return !!element.splide.options?.autoplay;
    const flex = kept(element, 'flexslider');
    if (flex?.vars) return !!flex.vars.slideshow && !flex.stopped;
    const owl = kept(element, 'owl.carousel') ?? kept(element, 'owlCarousel');
    if (owl?.options) return !!(owl.options.autoplay ?? owl.options.autoPlay);
    if (element.matches('[data-bs-ride=carousel], [data-ride=carousel]'))
      return (element.dataset.bsInterval ?? element.dataset.interval) !== 'false' && element.querySelectorAll('.carousel-item, .item').length > 1;
    const bootstrap = kept(element, 'bs.carousel') ?? kept(element, 'carousel');
    return bootstrap?.$element || bootstrap?._element ? !!(bootstrap.interval ?? bootstrap._interval) : null;
  };
  const carousels = (elements) => elements.filter((e) => e.matches(CAROUSEL) && !e.matches('input, button') && shown(e) && boxOf(e).width >= 100 && e.childElementCount > 0 && e.querySelectorAll('*').length > 2);
  const turning = (elements) => carousels(elements).filter((e) => turns(e)).map((element) => ({ element, kind: 'carousel', lasting: false, certain: false }));

  // What scripts change: every element that a mutation or scrolling touches is looked at ten times a second.
  const watch = (elements, short) => {
    const seen = new Map();
    const touch = (element) => {
      if (element instanceof Element && !seen.has(element) && seen.size < MOST_WATCHED && document.body?.contains(element) && element !== document.body)
        seen.set(element, { state: null, times: [], kinds: new Set(), counts: false });
    };
    const stateOf = (element) => {
      const style = getComputedStyle(element);
      const child = element.firstElementChild ? JSON.stringify(boxOf(element.firstElementChild)) : '';
      const text = element.textContent.length < 2000 ? element.innerText ?? element.textContent : '';
      return {
        moves: JSON.stringify(boxOf(element)) + child + element.scrollLeft + ',' + element.scrollTop, blinks: `${Math.round(style.opacity * 10)}${reading.visible(element)}`,
        updates: text + (element.currentSrc ?? ''),
      };
    };
    const canvases = elements.filter((e) => e.localName === 'canvas' && shown(e)).slice(0, 5);
    const small = new OffscreenCanvas(16, 16).getContext('2d', { willReadFrequently: true });
    const pixelsOf = (canvas) => {
      try {
        small.clearRect(0, 0, 16, 16);
        small.drawImage(canvas, 0, 0, 16, 16);
        return { draws: small.getImageData(0, 0, 16, 16).data.join() };
      } catch { return { draws: '' }; }
    };
    canvases.forEach(touch);
    const observer = new MutationObserver((records) => records.forEach((r) => touch(r.target instanceof Element ? r.target : r.target.parentElement)));
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['style', 'class', 'src', 'transform', 'd', 'x', 'y', 'cx', 'cy'] });
    const scrolled = (event) => touch(event.target);
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });

    const start = performance.now();
    let finish;
    let last = 0;
    let stopped = false;
    const finished = new Promise((resolve) => { finish = resolve; });
    const stop = () => {
      stopped = true;
      observer.disconnect();
      document.removeEventListener('scroll', scrolled, { capture: true });
      finish();
    };
    const sample = () => {
      if (stopped) return;
      const now = performance.now() - start;
      if (now - last >= SAMPLE_MS) {
        last = now;
        for (const [element, what] of seen) {
          if (!element.isConnected) continue;
          const state = element.localName === 'canvas' ? pixelsOf(element) : stateOf(element);
          const before = what.state;
          what.state = state;
          const changed = before ? Object.keys(state).filter((k) => state[k] !== before[k]) : [];
          changed.forEach((k) => what.kinds.add(k));
          what.counts ||= changed.includes('updates') && Math.abs(Number(state.updates) - Number(before.updates)) === 1;
          if (changed.length > 0 || !before && element.localName !== 'canvas') what.times.push(now);
        }
      }
      if (now > WATCH_MS || short && now > FIRST_MS && ![...seen.keys()].some(shown)) stop();
      else next();
    };
    // With the frames, when a drawing can be read; those out of view get none.
    const next = () => {
      let due = true;
      const go = () => {
        if (!due) return;
        due = false;
        try { sample(); } catch { stop(); }
      };
      requestAnimationFrame(go);
      setTimeout(go, 2 * SAMPLE_MS);
    };
    next();
    return { seen, finished };
  };
  // Clocks and countdowns may be the point.
  const isClock = (element) => {
    if (element.closest('[role=timer], time')) return true;
    for (let node = element, step = 0; node && step < 4 && node !== document.body; node = reading.parentOf(node), step++)
      if (/count-?_?down|timer|clock|klokke|nedtelling|nedteljing|seconds?\b|minutes?\b|hours?\b/i.test(`${node.id} ${node.getAttribute('class') ?? ''}`)) return true;
    return [element, reading.parentOf(element)].some((node) => /\d{1,2}:\d{2}|\d\s*(?:dag|døgn|time|min|sek|day|hour|sec|[dtms]\b)/i.test(node?.innerText?.slice(0, 300) ?? ''));
  };
  const gone = (seen, elements) => {
    const turners = carousels(elements);
    return [...seen].filter(([element, { kinds }]) => kinds.size > 0 && element.isConnected && (shown(element) || turners.some((t) => t.contains(element)))).flatMap(([element, { times, kinds, counts }]) => {
      const marks = [0, ...times, WATCH_MS];
      const lasting = times.length > 3 && Math.max(...marks.map((m, i) => i === 0 ? 0 : m - marks[i - 1])) <= STEADY_MS;
      const bursts = times.filter((t, i) => i === 0 || t - times[i - 1] > BURST_MS).length;
      const turner = turners.find((t) => t.contains(element));
      if (!lasting && bursts < 3 && !turner) return [];
      const clock = counts || isClock(element);
      return [{ element: turner ?? element, kind: turner ? 'carousel' : ['draws', 'updates', 'blinks', 'moves'].find((k) => kinds.has(k)), lasting, certain: lasting && !turner && !clock && !kinds.has('draws') && painted(element) && (kinds.has('updates') || plain(element)) }];
    });
  };

  // Whether the page has something to stop it with: a control that says so, one that says nothing known, or none.
  const control = () => {
    const found = reading.all('button, [role=button], [role=switch], input[type=button], input[type=submit], input[type=image], input[type=checkbox], input[type=range], select, summary, a[href^="#"], a:not([href]), [onclick], [tabindex="0"]')
      .filter((e) => reading.visible(e));
    const names = found.map((e) => `${reading.nameOf(e)} ${e.getAttribute('title') ?? ''}`.toLowerCase().trim());
    const says = (words) => new RegExp(`(?<!\\p{L})(?:${words.join('|')})`, 'iu');
    if (names.some((name) => says(stopping).test(name))) return 'named';
    return names.every((name) => says(others).test(name)) ? 'none' : 'maybe';
  };
  // Beside other content, not the whole page.
  const beside = (element) => {
    const own = (element.innerText ?? '').trim().length;
    return document.body.innerText.trim().length > own || document.body.querySelectorAll('img, video, canvas, input').length > (element.matches('img, video, canvas') ? 1 : 0);
  };

  const elements = reading.all('*');
  if (stage === 'start') {
    delete window[KEY];
    const turners = carousels(elements);
    const still = turners.some((e) => !turners.some((other) => other !== e && other.contains(e)) && turners.every((inner) => !e.contains(inner) || turns(inner) === null));
    const canvas = elements.some((e) => e.localName === 'canvas' && shown(e));
    const timer = timers || [...document.scripts].some((s) => !s.src && /setInterval\s*\(/.test(s.textContent));
    if (still || canvas || timer) Object.defineProperty(window, KEY, { value: watch(elements, !still && !canvas), configurable: true });
    return [];
  }

  const watched = window[KEY];
  await watched?.finished;
  delete window[KEY];
  const all = [...animated(elements), ...brief(elements), ...drawn(elements), ...videos(elements), ...pictures(elements), ...turning(elements), ...(watched ? gone(watched.seen, elements) : [])];
  const free = all.filter(({ element }, i) => !loads(element) && beside(element) && !all.some((other, j) => other.element !== element ? other.element.contains(element) : j < i));
  if (free.length === 0) return [];
  const means = control();
  return free.slice(0, MOST_TOLD).map(({ element, kind, lasting, certain, rate }) => {
    const { width, height } = boxOf(element);
    return reading.told(element, { kind, lasting, certain: certain && window === window.top, control: means, rate: rate ?? 0, area: width * height });
  });
}
