// Keys of the page Decide, and focus after a part of the page was replaced. Everything works without it.
'use strict';
(() => {
  const by = (selector) => document.querySelector(selector);
  const typing = (e) => /^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName) && e.type !== 'radio' && e.type !== 'checkbox';
  const verdicts = { p: 'PASS', f: 'FAIL', i: 'INCONCLUSIVE', n: 'NOT_APPLICABLE' };

  const choose = (value) => {
    const radio = by('#decision input[value="' + value + '"]');
    if (radio) {
      radio.checked = true;
      showRemedy();
      by('#reason').focus();
    }
  };
  const showRemedy = () => {
    const remedy = by('#remedy-row');
    const fail = by('#decision input[value="FAIL"]');
    if (remedy && fail) remedy.hidden = !fail.checked && by('#remedy').value === '';
  };
  const help = () => {
    const dialog = by('#keys');
    if (dialog && !dialog.open) dialog.showModal();
  };
  const unfold = (part, field) => {
    const details = by(part);
    if (details) {
      details.open = true;
      by(field).focus();
    }
  };
  const actions = {
    j: () => by('#next')?.click(),
    k: () => by('#previous')?.click(),
    u: () => by('#undo')?.requestSubmit(),
    c: () => unfold('#comments', '#comment'),
    a: () => unfold('#assignment', '#assign-to'),
    '/': () => by('#search')?.focus(),
    '?': help,
  };

  document.addEventListener('keydown', (event) => {
    if (event.target.id === 'reason' && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      by('#decision').requestSubmit(by('#save'));
      return;
    }
    if (event.key === 'Escape' && typing(event.target)) {
      event.target.blur();
      by('#card')?.focus();
      return;
    }
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || !by('#desk')) return;
    if (verdicts[event.key] && by('#decision')) {
      event.preventDefault();
      choose(verdicts[event.key]);
    } else if (actions[event.key]) {
      event.preventDefault();
      actions[event.key]();
    }
  });
  document.addEventListener('change', (event) => {
    if (event.target.name === 'verdict') showRemedy();
    if (event.target.id === 'all') {
      document.querySelectorAll('input[name="item"]').forEach((box) => { box.checked = event.target.checked; });
    }
  });
  document.addEventListener('click', (event) => {
    if (event.target.matches('.reuse')) {
      by('#reason').value = event.target.textContent;
      by('#reason').focus();
    }
    if (event.target.id === 'show-keys') help();
  });
  const settle = () => {
    showRemedy();
    for (const list of document.querySelectorAll('#queue, .index')) {
      const here = list.querySelector('[aria-current]');
      if (here) list.scrollTop += here.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
    }
  };
  document.addEventListener('htmx:afterSettle', (event) => {
    // A part of a form that tells what would change takes no focus from who is writing.
    if (event.detail.target?.id !== 'desk') return;
    settle();
    // Who went to the search while the page was on its way stays there.
    if (document.activeElement?.id === 'search') return;
    (by('.conflict') || by('#card'))?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  });
  document.addEventListener('DOMContentLoaded', settle);
})();
