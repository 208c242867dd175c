// Evidence by drag and paste, into the field that the form has anyway. Everything works without it.
'use strict';
(() => {
  const MOST = 8;
  const field = () => document.querySelector('#evidence');

  const keep = (files) => {
    const input = field();
    const chosen = new DataTransfer();
    files.slice(0, MOST).forEach((file) => chosen.items.add(file));
    input.files = chosen.files;
    list();
  };
  const add = (files) => keep([...field().files, ...files]);
  const list = () => {
    const input = field();
    const place = input?.closest('.field').querySelector('.chosen');
    if (!place) return;
    place.replaceChildren(...[...input.files].map((file, at) => {
      const item = document.createElement('li');
      const drop = document.createElement('button');
      drop.type = 'button';
      drop.className = 'quiet small';
      drop.textContent = 'Leave out';
      drop.setAttribute('aria-label', 'Leave out ' + file.name);
      drop.addEventListener('click', () => {
        keep([...field().files].filter((other, i) => i !== at));
        field().focus();
      });
      item.append(file.name + ', ' + Math.ceil(file.size / 1024) + ' KiB ', drop);
      return item;
    }));
  };
  // What the clipboard holds has no name of its own.
  const named = (file, at) => {
    const end = file.type.split('/')[1]?.replace(/[^a-z0-9].*$/, '') || 'bin';
    return new File([file], 'pasted-' + (field().files.length + at + 1) + '.' + end, { type: file.type });
  };
  const brings = (event) => [...(event.dataTransfer?.types || [])].includes('Files');

  document.addEventListener('dragover', (event) => {
    if (!field() || !brings(event)) return;
    event.preventDefault();
    document.querySelector('#decision').classList.add('dropping');
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) document.querySelector('#decision')?.classList.remove('dropping');
  });
  document.addEventListener('drop', (event) => {
    if (!field() || !brings(event)) return;
    // A browser would leave the page and show the file.
    event.preventDefault();
    document.querySelector('#decision').classList.remove('dropping');
    add([...event.dataTransfer.files]);
  });
  document.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files || [])];
    if (!field() || files.length === 0) return;
    event.preventDefault();
    add(files.map((file, at) => (file.name && file.name !== 'image.png' ? file : named(file, at))));
  });
  document.addEventListener('change', (event) => {
    if (event.target === field()) list();
  });
})();
