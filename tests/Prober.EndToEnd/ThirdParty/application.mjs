// An application on express-openid-connect: a start page for everybody, a page that needs a session, a way to another
// application, and an error page with the library's own words. The library's configuration comes from the settings.

import fs from 'node:fs';
import express from 'express';
import library from 'express-openid-connect';
import { listen, loopbackAgent, settings } from './site.mjs';

const { port, url, log, neighbour, singleLogout, openid } = settings;
const { auth, requiresAuth } = library;

const application = express();
application.use((request, response, next) => {
  write('info', `${request.method} ${request.path}`);
  response.set('Cache-Control', 'no-store');
  next();
});
application.use(auth({
  baseURL: url,
  authRequired: false,
  httpAgent: { http: loopbackAgent() },
  backchannelLogout: singleLogout && { store: memory() },
  ...openid,
}));

application.get('/', (request, response) => response.send(page(request.oidc.isAuthenticated()
  ? signedIn(request.oidc.user) : '<p data-testid="signed-out">You are not signed in.</p><a href="/login">Log in</a>')));
application.get('/protected', requiresAuth(), (request, response) => response.send(page(signedIn(request.oidc.user))));

application.use((error, request, response, next) => {
  write('error', `${request.method} ${request.path}: ${error.message} ${error.error ?? ''} ${error.error_description ?? ''}`.trim());
  response.status(error.status ?? 500).send(page(`<h2>Error</h2><p>${escape(error.message)}</p>`));
});

listen(application, port, url);

// Who was logged out, as express-session's stores keep it.
function memory() {
  const entries = new Map();
  return {
    get: (key, done) => done(null, entries.get(key)),
    set: (key, value, done) => done(null, void entries.set(key, value)),
    destroy: (key, done) => done(null, void entries.delete(key)),
  };
}

function signedIn(user) {
  return `<p data-testid="signed-in">Signed in as ${escape(user.email ?? user.sub)}</p>
    <a href="${neighbour.url}protected">${escape(neighbour.name)}</a> <a href="/logout">Log out</a>`;
}

function page(body) {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escape(openid.clientID)}</title>
    <link rel="icon" href="data:,"></head><body><h1>${escape(openid.clientID)}</h1>${body}</body></html>`;
}

function escape(text) {
  return String(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function write(level, message) {
  fs.appendFileSync(log, `${JSON.stringify({ timestamp: new Date().toISOString(), level, message })}\n`);
}
