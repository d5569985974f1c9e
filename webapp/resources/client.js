/* Makes the pages of clients handier; all of them work without it. */
'use strict';

/* What is shown once can be copied, and kept as a file. */
const button = (label, action) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button even small';
  made.textContent = label;
  made.addEventListener('click', () => action(made));
  return made;
};

const copy = async (shown, made) => {
  try {
    await navigator.clipboard.writeText(shown.textContent.trim());
    made.textContent = shown.dataset.copied;
  } catch {
    getSelection().selectAllChildren(shown);
  }
};

const download = (shown) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([shown.textContent.trim() + '\n'], {type: 'text/plain'}));
  link.download = shown.dataset.file + '.txt';
  link.click();
  URL.revokeObjectURL(link.href);
};

for (const shown of document.querySelectorAll('[data-copy]')) {
  const tools = document.createElement(shown.tagName === 'DD' ? 'dd' : 'div');
  tools.className = 'copies';
  const copies = button(shown.dataset.copy, (made) => copy(shown, made));
  if (shown.dataset.label) {
    copies.setAttribute('aria-label', shown.dataset.copy + ': ' + shown.dataset.label);
  }
  tools.append(copies);
  if (shown.dataset.file) {
    tools.append(button(shown.dataset.download, () => download(shown)));
  }
  shown.after(tools);
}

/* What was typed is not left by mistake. */
for (const form of document.querySelectorAll('form.careful')) {
  let changed = form.dataset.changed === 'true';
  form.addEventListener('input', () => (changed = true));
  form.addEventListener('submit', () => (changed = false));
  addEventListener('beforeunload', (leaving) => {
    if (changed) {
      leaving.preventDefault();
    }
  });
}

/* The rules of redirect addresses, as the server will apply them to the form. */
const loopback = /^http:\/\/(127\.0\.0\.1|\[::1])(:\d{1,5})?(\/.*)?$/;
const localhost = /^http:\/\/localhost(:\d{1,5})?(\/.*)?$/;
const usual = /^(https?|javascript|data|vbscript|file|blob|about|view-source|intent|ws|wss):$/;
const allowed = (name) => document.getElementById(name)?.checked;
const answers = ['code', 'response', 'state', 'iss', 'error', 'error_description', 'id_token', 'access_token'];

const problem = (uri) => {
  if (uri.length > 1024 || !/^[!#-;=?-[\]_a-z~]+$/.test(uri) || /[;]|%([01][0-9a-f]|7f|5c)/i.test(uri)) {
    return 'characters';
  }
  let parsed;
  try {
    parsed = new URL(uri);
  } catch {
    return 'syntax';
  }
  const own = allowed('private_schemes') && !usual.test(parsed.protocol);
  if (!own && parsed.protocol !== 'https:' && !loopback.test(uri) && !(allowed('allow_localhost') && localhost.test(uri))) {
    return 'scheme';
  } else if (!(own ? /^[^:]*:\//.test(uri) : /^https?:\/\/[^/?#]/i.test(uri)) || /^[^/]*\/\/[^/?#]*@/.test(uri)) {
    return 'host';
  } else if (uri.includes('#')) {
    return 'fragment';
  } else if (uri.includes('*') || /\/(\.|%2e){1,2}(\/|\?|$)/i.test(uri)) {
    return 'path';
  }
  return answers.some((name) => parsed.searchParams.has(name)) ? 'parameters' : null;
};

const addresses = document.getElementById('redirect_uris');
const words = document.getElementById('redirect-words');
if (addresses && words) {
  const live = document.createElement('div');
  live.className = 'live';
  live.setAttribute('role', 'status');
  addresses.after(live);
  const check = () => {
    const wrong = addresses.value.split(/\s+/).filter(Boolean)
      .map((uri) => [uri, problem(uri)]).filter((found) => found[1]);
    live.replaceChildren(...wrong.map(([uri, key]) => {
      const line = document.createElement('p');
      const culprit = document.createElement('bdi');
      culprit.textContent = uri;
      line.append(culprit, ': ' + words.dataset[key]);
      return line;
    }));
  };
  /* A moment after the typing, not as the field is left: words that come then would move the button being pressed. */
  let pause;
  const soon = () => {
    clearTimeout(pause);
    pause = setTimeout(check, 400);
  };
  addresses.addEventListener('input', soon);
  for (const name of ['private_schemes', 'allow_localhost']) {
    document.getElementById(name)?.addEventListener('change', soon);
  }
}
