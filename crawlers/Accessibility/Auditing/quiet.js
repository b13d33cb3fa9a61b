// Resolves once the DOM has not changed for quietMs, or after limitMs at the latest: pages that animate or poll never rest.
({ quietMs, limitMs }) => new Promise((resolve) => {
  let timer;
  const done = () => {
    clearTimeout(timer);
    clearTimeout(limit);
    observer.disconnect();
    resolve();
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(done, quietMs);
  };
  const observer = new MutationObserver(wait);
  const limit = setTimeout(done, limitMs);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  wait();
})
