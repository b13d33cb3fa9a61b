// Players of others and embedded recordings that start by themselves, with sound: [told({ kind, controls })].
(reading, { players }) => {
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
  return [
    ...frames.map(({ frame, url }) => reading.told(frame, { kind: 'player', controls: large(frame) && !NO.test(says(url, ['controls']) ?? '') })),
    ...embedded.map((e) => reading.told(e, { kind: 'recording', controls: large(e) })),
  ];
}
