// Runs in the browser. Tokens live in sessionStorage: a tab that has none asks the provider.

import * as oauth from '/oauth4webapi.js';

const { issuer, url, client, neighbour, scope } = JSON.parse(document.getElementById('settings').textContent);
const main = document.querySelector('main');
const callback = `${url}callback`;
const onLoopback = { [oauth.allowInsecureRequests]: true };
const read = (name) => JSON.parse(sessionStorage.getItem(name));
const keep = (name, value) => sessionStorage.setItem(name, JSON.stringify(value));
const log = (level, message) => navigator.sendBeacon('/log', JSON.stringify({ level, message }));

async function server() {
  const address = new URL(issuer);
  return oauth.processDiscoveryResponse(address, await oauth.discoveryRequest(address, onLoopback));
}

async function logIn() {
  const transaction = {
    verifier: oauth.generateRandomCodeVerifier(), state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce(),
  };
  keep('transaction', transaction);
  location.assign(`${(await server()).authorization_endpoint}?${new URLSearchParams({
    client_id: client.client_id, response_type: 'code', redirect_uri: callback, scope,
    state: transaction.state, nonce: transaction.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(transaction.verifier), code_challenge_method: 'S256',
  })}`);
}

async function finish() {
  const { verifier, state, nonce } = read('transaction');
  const provider = await server();
  const answer = oauth.validateAuthResponse(provider, client, new URL(location.href), state);
  const tokens = await oauth.processAuthorizationCodeResponse(provider, client,
    await oauth.authorizationCodeGrantRequest(provider, client, oauth.None(), answer, callback, verifier, onLoopback),
    { expectedNonce: nonce, requireIdToken: true });
  const { sub } = oauth.getValidatedIdTokenClaims(tokens);
  const user = await oauth.processUserInfoResponse(provider, client, sub,
    await oauth.userInfoRequest(provider, client, tokens.access_token, onLoopback));
  sessionStorage.removeItem('transaction');
  keep('session', { idToken: tokens.id_token, user });
  log('info', `signed in ${sub}`);
  history.replaceState(null, '', '/protected');
}

async function logOut() {
  const { idToken } = read('session');
  sessionStorage.clear();
  location.assign(`${(await server()).end_session_endpoint}?${new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: url })}`);
}

function link(text, href, action) {
  const made = Object.assign(document.createElement('a'), { href, textContent: text });
  if (action) made.addEventListener('click', (event) => { event.preventDefault(); action().catch(fail); });
  return made;
}

function show(testId, text, ...links) {
  const line = Object.assign(document.createElement('p'), { textContent: text });
  line.dataset.testid = testId;
  main.replaceChildren(line, ...links.flatMap((made) => [made, ' ']));
}

function fail(error) {
  log('error', `${error.name}: ${error.message}`);
  const line = Object.assign(document.createElement('p'), { role: 'alert', textContent: `Error: ${error.message}` });
  main.replaceChildren(line);
}

async function route() {
  if (location.pathname === '/callback') await finish();
  const session = read('session');
  if (!session && location.pathname === '/protected') return logIn();
  return session
    ? show('signed-in', `Signed in as ${session.user.email}`, link(neighbour.name, `${neighbour.url}protected`), link('Log out', '#', logOut))
    : show('signed-out', 'You are not signed in.', link('Log in', '#', logIn));
}

route().catch(fail);
