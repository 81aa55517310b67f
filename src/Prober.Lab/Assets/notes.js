// Authorization code with PKCE, all in the browser. Tokens live in sessionStorage: a tab that has none asks the provider.
(() => {
  const settings = JSON.parse(document.getElementById('settings').textContent);
  const { browser } = settings;
  const app = document.getElementById('app');
  const at = path => new URL(path, settings.issuer).href;

  const encode = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const random = () => encode(crypto.getRandomValues(new Uint8Array(32)));
  const read = name => JSON.parse(sessionStorage.getItem(name) ?? 'null');
  const keep = (name, value) => sessionStorage.setItem(name, JSON.stringify(value));
  const log = (level, text) => navigator.sendBeacon(`/log?level=${level}`, text);

  const decode = token => {
    const parts = token.split('.');
    if (parts.length !== 3) throw new Error(`The ID token is malformed: it has ${parts.length} parts.`);
    const bytes = Uint8Array.from(atob(parts[1].replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  };

  const authorizationUrl = async (extra = {}) => {
    const transaction = { state: random(), nonce: random(), verifier: random() };
    keep('transaction', transaction);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(transaction.verifier));
    return at('authorize') + '?' + new URLSearchParams({
      client_id: settings.clientId,
      response_type: 'code',
      redirect_uri: settings.redirectUri,
      scope: settings.scope,
      state: transaction.state,
      nonce: transaction.nonce,
      code_challenge: encode(digest),
      code_challenge_method: 'S256',
      ...settings.extraParameters,
      ...extra,
    });
  };

  const validate = (claims, nonce) => {
    const now = Date.now() / 1000;
    if (claims.iss !== settings.issuer) throw new Error(`Unexpected issuer ${claims.iss}; expected ${settings.issuer}.`);
    if (![].concat(claims.aud).includes(settings.clientId)) throw new Error(`Unexpected audience ${claims.aud}.`);
    if (claims.exp < now - 60) throw new Error('The ID token has expired.');
    if (claims.nonce !== nonce) throw new Error('The nonce of the ID token does not match.');
  };

  const exchange = async (code, verifier) => {
    const answer = await fetch(at('oauth/token'), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code', client_id: settings.clientId, redirect_uri: settings.redirectUri,
        code, code_verifier: verifier,
      }),
    });
    const tokens = await answer.json();
    if (!answer.ok) throw new Error(`${tokens.error}: ${tokens.error_description}`);
    return tokens;
  };

  const openSession = async token => {
    const answer = await fetch('/session', { method: 'POST', body: token });
    if (!answer.ok) throw new Error((await answer.json()).error);
  };

  const redeem = async (code, { verifier, nonce }) => {
    const first = exchange(code, verifier);
    if (browser.redeemTwice) first.then(() => exchange(code, verifier)).catch(error => log('warn', error.message));
    const tokens = await first;
    const claims = decode(tokens.id_token);
    validate(claims, nonce);
    if (browser.serverSession) await openSession(tokens.id_token);
    const answer = await fetch(at('userinfo'), { headers: { authorization: `Bearer ${tokens.access_token}` } });
    keep('session', { ...tokens, claims, profile: { ...claims, ...await answer.json() } });
    log('info', `Signed in ${claims.sub}`);
  };

  const finish = async query => {
    const transaction = read('transaction');
    sessionStorage.removeItem('transaction');
    if (query.get('error')) throw new Error(`${query.get('error')}: ${query.get('error_description')}`);
    if (!transaction || query.get('state') !== transaction.state) throw new Error('Invalid state: the answer belongs to another login.');
    await redeem(query.get('code'), transaction);
    history.replaceState(null, '', '/protected');
  };

  // Asks in a hidden frame; the frame loads our callback page, whose query says how it went.
  const askSilently = async () => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.src = await authorizationUrl({ prompt: 'none' });
    const loaded = new Promise(done => frame.addEventListener('load', done));
    document.body.append(frame);
    await loaded;
    const query = new URLSearchParams(frame.contentWindow.location.search);
    frame.remove();
    return query;
  };

  const logIn = async () => {
    if (browser.silentFirst || browser.silentOnly) {
      const query = await askSilently();
      if (!query.get('error')) { await finish(query); show(); return; }
      if (browser.silentOnly) { log('info', 'Silent sign-in: ' + query.get('error')); return; }
    }
    location.assign(await authorizationUrl());
  };

  const logOut = async () => {
    const session = read('session');
    sessionStorage.clear();
    log('info', `Signed out ${session.claims.sub}`);
    const hint = settings.logout === 'OpenIdConnect' ? { id_token_hint: session.id_token } : { client_id: settings.clientId };
    switch (settings.logout) {
      case 'ApplicationOnly':
        location.assign(settings.signedOutUri);
        break;
      case 'BackgroundRequest':
        await fetch(at('v2/logout') + '?' + new URLSearchParams({ client_id: settings.clientId })).catch(() => {});
        location.assign(settings.signedOutUri);
        break;
      case 'ClientIdOnly':
        location.assign(at('v2/logout') + '?' + new URLSearchParams({ client_id: settings.clientId }));
        break;
      case 'ReturnTo':
        location.assign(at('v2/logout') + '?' + new URLSearchParams({ client_id: settings.clientId, returnTo: settings.signedOutUri }));
        break;
      default:
        location.assign(at('oidc/logout') + '?' + new URLSearchParams({ ...hint, post_logout_redirect_uri: settings.signedOutUri }));
    }
  };

  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  const link = (text, style, action, href = '#') => {
    const made = element('a', { href, className: `button ${style}` }, text);
    if (action) made.addEventListener('click', event => { event.preventDefault(); action().catch(fail); });
    return made;
  };

  const draw = (heading, testId, lead, ...actions) => {
    const title = element('h1', {}, heading);
    title.dataset.testid = testId;
    const bar = element('nav', { className: 'actions' }, ...actions);
    app.replaceChildren(title, element('p', { className: 'lead' }, lead), bar);
  };

  const fail = error => {
    console.error(error);
    log('error', error.message);
    const title = element('h1', { role: 'alert' }, 'We could not sign you in');
    app.replaceChildren(title, element('p', { className: 'lead' }, error.message), link('Try again', 'quiet', null, '/'));
  };

  const show = () => {
    const { profile } = read('session');
    const others = Object.entries(settings.others).map(([name, url]) => link(`Open ${name}`, 'primary', null, url));
    draw(`Notes of ${profile.name ?? 'user'}`, 'signed-in', profile.email ?? '', ...others, link('Log out', 'quiet', logOut));
  };

  const landing = () => draw('Notes', 'landing', 'Your notes, in every browser.', link('Log in', 'primary', logIn));
  const signedOut = () => draw('You are signed out', 'signed-out', 'See you soon at Notes.', link('Log in again', 'primary', logIn));

  const route = async () => {
    const query = new URLSearchParams(location.search);
    const callback = new URL(settings.redirectUri).pathname;
    const isAnswer = query.has('code') || query.has('error');
    if (window !== window.top) return;
    if (location.pathname === callback && (isAnswer || callback !== '/')) await finish(query);
    if (location.pathname === '/protected') return read('session') ? show() : logIn();
    if (location.pathname === new URL(settings.signedOutUri).pathname && location.pathname !== '/')
      return settings.signedOutIsProtected ? logIn() : signedOut();
    return landing();
  };

  route().catch(fail);
})();
