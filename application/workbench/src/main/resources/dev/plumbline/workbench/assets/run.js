// Shows a run as it goes. Without scripts the page shows the same when it is loaded again.
'use strict';
(() => {
  const MOST = 200;
  const by = (selector) => document.querySelector(selector);
  const node = (tag, text, css) => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (css) made.className = css;
    return made;
  };
  const row = (probe) => {
    const known = [...document.querySelectorAll('#run-probes tbody tr')].find((r) => r.dataset.probe === probe);
    if (known) return known;
    const made = document.createElement('tr');
    made.dataset.probe = probe;
    const state = document.createElement('td');
    state.append(node('span', ''), ' ', node('span', '', 'meta'));
    const facts = node('td', '0', 'number');
    facts.dataset.label = 'Facts';
    made.append(node('td', probe, 'id'), state, facts);
    by('#run-probes tbody').append(made);
    return made;
  };
  const part = (probe, state, facts, reason) => {
    const cells = row(probe).children;
    cells[1].children[0].textContent = state;
    cells[1].children[1].textContent = reason;
    cells[2].textContent = facts;
  };
  const now = (text, percent) => {
    by('#run-now').textContent = text;
    by('#run-bar').value = percent;
  };
  const shown = {
    started: (e) => { part(e.probe, 'running', 0, ''); now(e.question, 0); },
    progress: (e) => now(e.probe + ': ' + e.text, e.percent),
    ended: (e) => part(e.probe, e.state, e.observations, e.reason),
    told: (e) => by('#run-told').append(node('li', e.text, e.kind)),
    observed: (e) => {
      const item = document.createElement('li');
      item.append(node('strong', e.key, 'id'), ' ', node('span', e.subject, 'meta'), document.createElement('br'), node('span', e.value));
      if (e.transcript.startsWith('/p/')) {
        const link = node('a', 'transcript');
        link.href = e.transcript;
        link.append(node('span', ' of ' + e.key + ' ' + e.subject, 'hidden'));
        item.append(' ', link);
      }
      const list = by('#run-facts');
      list.prepend(item);
      while (list.children.length > MOST) list.lastElementChild.remove();
      by('#run-recorded').textContent = Number(by('#run-recorded').textContent) + 1;
    },
  };
  const follow = () => {
    const address = by('#run')?.dataset.events;
    if (!address) return;
    const source = new EventSource(address);
    for (const [kind, show] of Object.entries(shown)) {
      source.addEventListener(kind, (message) => show(JSON.parse(message.data)));
    }
    source.addEventListener('finished', (message) => {
      source.close();
      now(JSON.parse(message.data).text, 100);
      // What can be done next stands on the page when it is loaded anew.
      location.reload();
    });
  };
  document.addEventListener('DOMContentLoaded', follow);
})();
