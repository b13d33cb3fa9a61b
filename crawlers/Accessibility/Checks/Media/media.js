// Sound, film and embedded players, and what stands beside them: [told({ kind, sound, descriptions, described, alternative })].
async (reading, { alternatives, described, players, playerTitles }) => {
  const DECODE_MS = 2000;
  const has = (text, words) => words.some((word) => text.includes(word));

  // In Chromium the first frames of sound are decoded as soon as there is a picture to show, played or not.
  const sound = (video) => {
    if (video.muted && video.autoplay && !video.controls) return false;
    if (video.webkitAudioDecodedByteCount > 0) return true;
    return video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.webkitVideoDecodedByteCount > 0 ? false : null;
  };
  const decoded = (video) => new Promise((resolve) => {
    if (sound(video) !== null || video.networkState !== HTMLMediaElement.NETWORK_LOADING) return resolve();
    video.addEventListener('loadeddata', resolve, { once: true });
    setTimeout(resolve, DECODE_MS);
  });

  // What is said close by: in the elements around, as long as they are about this one alone.
  const near = (element) => {
    let text = `${reading.referred(element, 'aria-describedby')} ${reading.referred(element, 'aria-details')}`.trim();
    const says = text !== '' || (element.closest('figure')?.querySelector('figcaption')?.textContent.trim().length ?? 0) >= 80;
    let around = reading.parentOf(element);
    for (let step = 0; step < 4 && around && !around.matches('body, main, [role=main]'); step++, around = reading.parentOf(around)) {
      if (around.querySelectorAll('video, audio, iframe').length > 1) break;
      text = around.textContent;
    }
    text = reading.clean(text).toLowerCase();
    return { alternative: says || has(text, alternatives) || has(text, described), described: has(text, described) };
  };

  // A stream without an end is live, and a call is nobody's recording.
  const recorded = (media) => media.currentSrc !== '' && !media.srcObject && media.duration !== Infinity;

  const isPlayer = (frame) => {
    let url;
    try { url = new URL(frame.src, document.baseURI); } catch { return false; }
    const title = `${frame.title} ${frame.getAttribute('aria-label') ?? ''}`.toLowerCase();
    return players.some((player) => {
      const [host, ...path] = player.split('/');
      return (url.hostname === host || url.hostname.endsWith(`.${host}`)) && url.pathname.startsWith(`/${path.join('/')}`);
    }) || /^https?:$/.test(url.protocol) && playerTitles.some((word) => title.split(/[^\p{L}]+/u).includes(word));
  };

  const videos = reading.all('video').filter((v) => recorded(v) && reading.visible(v) && !v.matches('[role=presentation], [role=none]') && !reading.hidden(v));
  await Promise.all(videos.map(decoded));
  const audios = reading.all('audio').filter((a) => recorded(a) && (a.controls ? reading.perceivable(a) : a.autoplay && !a.muted));
  const frames = reading.all('iframe').filter((f) => reading.perceivable(f) && isPlayer(f));
  const descriptions = (video) => [...video.textTracks].some((t) => t.kind === 'descriptions');

  return [
    ...videos.map((v) => reading.told(v, { kind: 'video', sound: sound(v), descriptions: descriptions(v), ...near(v) })),
    ...audios.map((a) => reading.told(a, { kind: 'audio', sound: true, descriptions: false, ...near(a) })),
    ...frames.map((f) => reading.told(f, { kind: 'player', sound: null, descriptions: false, ...near(f) })),
  ];
}
