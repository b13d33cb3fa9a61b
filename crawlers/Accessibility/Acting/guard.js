// Closes the ways out of a frame or a worker that are no requests, and those that would hold up whoever acts. Runs before or after the page's own scripts.
() => {
  const key = Symbol.for('monitor.guard');
  if (self[key]) return;
  const state = self[key] = { opened: 0, sent: 0 };
  const refuse = (owner, name, answer) => {
    if (owner && name in owner)
      Object.defineProperty(owner, name, { configurable: true, writable: true, value: answer });
  };
  const sent = (answer) => () => {
    state.sent++;
    return answer;
  };
  refuse(self.WebSocket?.prototype, 'send', sent());
  refuse(self.RTCDataChannel?.prototype, 'send', sent());
  refuse(self.Navigator?.prototype, 'sendBeacon', sent(true));
  const opened = () => {
    state.opened++;
    return null;
  };
  refuse(self, 'open', opened);
  refuse(self, 'alert', () => {});
  refuse(self, 'confirm', () => false);
  refuse(self, 'prompt', () => null);
  refuse(self, 'print', () => {});
  if (!self.document) return;

  // A link or form that goes to a window of its own: that would be up before anybody could hold it.
  const elsewhere = (element) => {
    const target = element.getAttribute('target') ?? document.querySelector('base[target]')?.getAttribute('target') ?? '';
    const known = (window) => target in window.frames || [...Array(window.length).keys()].some((i) => known(window[i]));
    try {
      return target !== '' && !/^_(self|top|parent)$/i.test(target) && (/^_blank$/i.test(target) || !known(top));
    } catch {
      return true; // Of another origin: whether there is such a frame is not to be seen.
    }
  };
  const hold = (event, element) => {
    if (!element || !elsewhere(element)) return;
    event.preventDefault();
    opened();
  };
  addEventListener('click', (event) => hold(event, event.composedPath().find((node) => node instanceof Element && node.matches('a[href], area[href]'))), true);
  addEventListener('submit', (event) => hold(event, event.target), true);
  const submit = self.HTMLFormElement.prototype.submit;
  refuse(self.HTMLFormElement.prototype, 'submit', function () {
    if (elsewhere(this)) opened();
    else submit.call(this);
  });
}
