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
  refuse(self, 'open', () => {
    state.opened++;
    return null;
  });
  refuse(self, 'alert', () => {});
  refuse(self, 'confirm', () => false);
  refuse(self, 'prompt', () => null);
  refuse(self, 'print', () => {});
}
