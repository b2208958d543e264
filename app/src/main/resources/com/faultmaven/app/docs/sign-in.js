// Lets a reader sign in, where accounts are kept here, and has what is tried out carry the access token. Tokens live as
// long as the page.
(() => {
  const here = new URL('.', document.baseURI).href;
  const plainFetch = window.fetch.bind(window);
  const bar = document.getElementById('sign-in');
  const form = bar.querySelector('form');
  const said = bar.querySelector('output');
  const out = bar.querySelector('button[type=button]');
  let tokens;
  let refreshing;

  const post = (path, body, headers = {}) =>
    plainFetch(here + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  const keep = ({ access_token, refresh_token, expires_in }, username) => {
    tokens = { access: access_token, refresh: refresh_token, until: Date.now() + expires_in * 1000, username };
  };

  const show = (text) => {
    said.textContent = text ?? (tokens ? `Signed in as ${tokens.username}` : '');
    form.hidden = tokens !== undefined;
    out.hidden = tokens === undefined;
  };

  const leave = (text) => {
    tokens = undefined;
    show(text);
  };

  /** One refresh at a time; what is neither good nor refused may pass. */
  async function refresh() {
    const { refresh: sent, username } = tokens;
    const answer = await post('api/v1/auth/refresh', { refresh_token: sent });
    if (answer.ok) keep(await answer.json(), username);
    else if (answer.status === 401) leave('The sign-in has ended.');
  }

  async function token() {
    if (tokens && tokens.until - Date.now() < 30_000) {
      refreshing ??= refresh().finally(() => (refreshing = undefined));
      await refreshing;
    }
    return tokens?.access;
  }

  const isTried = (url) => ['api/', 'v1/'].some((start) => url.startsWith(here + start));

  /** The page sends what the reader left empty, too: credentials that say nothing. */
  const saysWho = ({ headers }) => /\S/.test((headers.get('Authorization') ?? '').replace(/^Bearer/i, '')) || headers.get('X-User-ID');

  window.fetch = async (input, init) => {
    if (!tokens || !isTried(new URL(input.url ?? input, here).href)) return plainFetch(input, init);
    const request = new Request(input, init);
    const access = saysWho(request) ? undefined : await token();
    if (access) {
      request.headers.delete('X-User-ID');
      request.headers.set('Authorization', `Bearer ${access}`);
    }
    return plainFetch(request);
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { username, password } = Object.fromEntries(new FormData(form));
    const answer = await post('api/v1/auth/login', { username, password: password || null });
    const body = await answer.json();
    if (!answer.ok) return show(body.detail);
    keep(body, body.user.username);
    form.reset();
    show();
  });

  out.addEventListener('click', async () => {
    const access = await token();
    if (access) await post('api/v1/auth/logout', { all: false }, { Authorization: `Bearer ${access}` });
    leave('');
  });

  plainFetch(here + 'api/v1/auth/config')
    .then((answer) => answer.json())
    .then((config) => {
      bar.hidden = !config.login_endpoint;
    });
})();
