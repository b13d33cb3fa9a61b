// What starts by itself with sound, players of others, embedded recordings, audio and video: [told({ kind, controls })], of audio and video also means, whole, sound.
async (reading, { players, stopping }) => {
  const MOST_MEASURED = 4;
  const MOST_BYTES = 10 * 1024 * 1024;
  const MOST_SECONDS = 600;
  const START_MS = 2000;
  const FETCH_MS = 4000;
  const LONGEST = 3;
  const RATE = 22050;
  const WINDOW = 0.05;
  const SILENCE = 10 ** (-60 / 20);
  const HEARD = 10 ** (-45 / 20);
  const SOUND = /\.(?:mp3|wav|ogg|oga|m4a|aac|flac|midi?)(?:[?#]|$)/i;
  const NO = /^(?:0|false|no|off)$/i;
  const addressOf = (value) => {
    try { return new URL(value, document.baseURI); } catch { return null; }
  };
  const isPlayer = (url) => players.some((player) => {
    const [host, ...path] = player.split('/');
    return (url.hostname === host || url.hostname.endsWith(`.${host}`)) && url.pathname.startsWith(`/${path.join('/')}`);
  });
  const says = (url, names) => names.map((name) => url.searchParams.get(name)).find((value) => value !== null) ?? null;
  const yes = (value) => value !== null && !NO.test(value);
  const large = (element) => {
    const box = element.getBoundingClientRect();
    return reading.perceivable(element) && box.width >= 100 && box.height >= 30;
  };

  const frames = reading.all('iframe[src]').map((frame) => ({ frame, url: addressOf(frame.src) }))
    .filter(({ url }) => url && isPlayer(url) && yes(says(url, ['autoplay', 'autoPlay', 'auto_play'])) && !yes(says(url, ['mute', 'muted', 'background'])));
  const embedded = reading.all('embed[src], object[data]').filter((e) => (/^audio\//i.test(e.type) || SOUND.test(e.getAttribute('src') ?? e.getAttribute('data')))
    && ['autostart', 'autoplay'].every((name) => !NO.test(e.getAttribute(name) ?? e.querySelector(`param[name=${name} i]`)?.value ?? '')));

  // What the page has to stop sound with: a control that says so, something that might, or nothing.
  const controls = () => {
    const shown = reading.all('*').filter((e) => reading.perceivable(e) && !e.closest('[inert]'));
    // Chromium says tabIndex 0 of media without controls, and skips them.
    const NOT = ':disabled, iframe, :is(audio, video):not([controls], [tabindex])';
    // Screen readers, which the sound drowns out, find only what they are told of, and nobody finds a control that shows and says nothing.
    const drawn = (e, pseudo) => {
      const style = getComputedStyle(e, pseudo);
      return style.backgroundImage !== 'none' || style.maskImage !== 'none' || pseudo && style.content !== 'none' && style.content !== 'normal';
    };
    const empty = (e) => e.matches('button, a, [role=button]') && e.children.length === 0 && reading.nameOf(e) === '' && ![null, '::before', '::after'].some((p) => drawn(e, p));
    const focusable = shown.filter((e) => e.tabIndex >= 0 && !e.matches(NOT) && !empty(e));
    const named = new RegExp(`(?<!\\p{L})(?:${stopping.join('|')})(?!\\p{L})`, 'iu');
    if (focusable.some((e) => named.test(`${reading.nameOf(e)} ${e.getAttribute('title') ?? ''}`))) return 'named';
    // Frames, drawings and closed shadow roots may hold controls, and what takes clicks alone shows it by its cursor.
    const may = (e) => e.matches('iframe, object, embed, canvas, :is(audio, video)[controls], [onclick]') || e.localName.includes('-') && !e.shadowRoot || getComputedStyle(e).cursor === 'pointer';
    return focusable.length > 0 || shown.some(may) ? 'other' : 'none';
  };

  // Where a media fragment (#t=10,20) lets it begin and end.
  const seconds = (time) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  const partOf = (media) => {
    const [, from, to] = /[#&]t=(?:npt:)?([\d:.]*)(?:,([\d:.]+))?/.exec(media.currentSrc) ?? [];
    return { from: from ? seconds(from) : 0, to: to ? Math.min(seconds(to), media.duration) : media.duration, ends: !!to };
  };
  const known = (media) => new Promise((resolve) => {
    if (media.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA || media.networkState !== HTMLMediaElement.NETWORK_LOADING) return resolve();
    media.addEventListener('loadeddata', resolve, { once: true });
    setTimeout(resolve, START_MS);
  });

  // All together: what a page draws is limited.
  let bytesLeft = MOST_BYTES;
  let deadline = null;
  const load = async (address) => {
    const answer = await fetch(address, { signal: deadline ??= AbortSignal.timeout(FETCH_MS) });
    const reader = answer.body.getReader();
    const parts = [];
    if (answer.ok && !(Number(answer.headers.get('content-length')) > bytesLeft)) {
      for (let read = await reader.read(); bytesLeft >= 0; read = await reader.read()) {
        if (read.done) return new Blob(parts).arrayBuffer();
        parts.push(read.value);
        bytesLeft -= read.value.length;
      }
    }
    await reader.cancel();
    return null;
  };

  // From the first sound to the last, and how much of that is clearly heard, in seconds; all for one round.
  const levels = (buffer, { from, to }, volume) => {
    const channels = Array.from({ length: buffer.numberOfChannels }, (_, i) => buffer.getChannelData(i));
    const size = Math.round(WINDOW * buffer.sampleRate);
    const end = Math.min(buffer.length, to * buffer.sampleRate);
    let first = null, last = 0, heard = 0;
    for (let start = Math.round(from * buffer.sampleRate); start < end; start += size) {
      const stop = Math.min(start + size, end);
      const level = volume * Math.max(...channels.map((samples) => {
        let sum = 0;
        for (let i = start; i < stop; i++) sum += samples[i] * samples[i];
        return Math.sqrt(sum / (stop - start));
      }));
      if (level < SILENCE) continue;
      first ??= start;
      last = stop;
      if (level >= HEARD) heard += (stop - start) / buffer.sampleRate;
    }
    return { span: first === null ? 0 : (last - first) / buffer.sampleRate, heard };
  };

  // Null where it can't be known.
  const measure = async (media) => {
    const { from, to, ends } = partOf(media);
    const silentFilm = media.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && media.webkitAudioDecodedByteCount === 0 && media.webkitVideoDecodedByteCount > 0;
    if (silentFilm || media.volume === 0) return { span: 0, heard: 0 };
    if (!media.loop && to - from <= LONGEST) return { span: Math.max(0, to - from), heard: 0 };
    if (!(media.duration <= MOST_SECONDS)) return null;
    try {
      const bytes = await load(media.currentSrc);
      const sound = bytes && levels(await new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes), { from, to }, media.volume);
      if (!sound || !media.loop || sound.span === 0) return sound;
      // Browsers differ on repeating a part, and a short signal now and then is for a person to judge.
      return sound.heard > LONGEST || !ends && sound.heard >= media.duration / 2 ? { ...sound, loops: true } : null;
    } catch {
      return null;
    }
  };

  // The browser's own player in an embedded recording, which is judged as that.
  const inside = /^(?:audio|video)\//.test(document.contentType) && window.frameElement?.localName !== 'iframe';
  const started = inside ? [] : reading.all('audio, video').filter((m) => m.autoplay && !m.muted && !m.hasAttribute('muted') && m.currentSrc !== '' && !m.srcObject);
  const means = started.length > 0 ? controls() : 'none';
  const shows = (element) => element.controls && large(element);
  const measured = means === 'named' ? [] : started.filter((m) => !shows(m)).slice(0, MOST_MEASURED);
  await Promise.all(measured.map(known));
  const sounds = new Map();
  for (const element of measured) sounds.set(element, await measure(element));

  return [
    ...started.map((m) => reading.told(m, { kind: 'media', controls: shows(m), means, whole: window === window.top, sound: sounds.get(m) ?? null })),
    ...frames.map(({ frame, url }) => reading.told(frame, { kind: 'player', controls: large(frame) && !NO.test(says(url, ['controls']) ?? '') })),
    ...embedded.map((e) => reading.told(e, { kind: 'recording', controls: large(e) })),
  ];
}
