// Adds a passkey, and logs in with one. The password works without it.
'use strict';
(() => {
  const able = window.isSecureContext && window.PublicKeyCredential
    && PublicKeyCredential.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON;
  const reasons = {
    NotAllowedError: 'The browser did not finish. It was cancelled or took too long, or the browser does not trust the certificate of this page.',
    InvalidStateError: 'This device or security key already has a passkey of this account.',
    NotSupportedError: 'This device or security key cannot make such a passkey.',
    SecurityError: 'The browser allows no passkeys at this address.',
  };
  const say = (form, text) => {
    const place = form.querySelector('[role="alert"]');
    const line = document.createElement('p');
    line.textContent = text;
    place.replaceChildren(...(text ? [line] : []));
    place.hidden = !text;
  };
  const ask = async (form) => {
    const answer = await fetch(form.dataset.challenge, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(new FormData(form)),
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.what + ' ' + said.remedy);
    return said;
  };
  const ceremonies = {
    'passkey-add': async (form) => navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await ask(form)),
    }),
    'passkey-login': async (form) => navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await ask(form)),
    }),
  };
  const run = async (form) => {
    const button = form.querySelector('button');
    say(form, '');
    button.disabled = true;
    try {
      const credential = await ceremonies[form.id](form);
      form.elements.credential.value = JSON.stringify(credential);
      // The password was read already; it is not sent a second time.
      if (form.elements.current) form.elements.current.disabled = true;
      form.submit();
    } catch (failure) {
      button.disabled = false;
      say(form, reasons[failure.name] || failure.message || failure.name);
      button.focus();
    }
  };
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!Object.hasOwn(ceremonies, form.id)) return;
    event.preventDefault();
    if (able) run(form);
    else say(form, 'This browser is too old for passkeys, or the page is not secure. Use the password.');
  });
  document.addEventListener('DOMContentLoaded', () => {
    const login = document.querySelector('#passkey-login');
    if (login && able) login.hidden = false;
  });
})();
