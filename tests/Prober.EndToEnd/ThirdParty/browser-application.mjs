// A single-page application on oauth4webapi: a public client whose page does the login with PKCE and keeps the tokens.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { listen, settings } from './site.mjs';

const { port, url, log } = settings;
const library = createRequire(import.meta.url).resolve('oauth4webapi');
const script = fileURLToPath(new URL('browser-page.mjs', import.meta.url));

const application = express();
application.use((request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
});
application.get('/oauth4webapi.js', (request, response) => response.type('text/javascript').send(fs.readFileSync(library)));
application.get('/page.js', (request, response) => response.type('text/javascript').send(fs.readFileSync(script)));
application.post('/log', express.text(), (request, response) => {
  const { level, message } = JSON.parse(request.body);
  fs.appendFileSync(log, `${JSON.stringify({ timestamp: new Date().toISOString(), level, message })}\n`);
  response.status(204).end();
});
application.get(['/', '/protected', '/callback'], (request, response) => response.send(`<!DOCTYPE html>
  <html lang="en"><head><meta charset="utf-8"><title>notes</title><link rel="icon" href="data:,">
  <script type="application/json" id="settings">${JSON.stringify(settings).replaceAll('<', '\\u003c')}</script>
  <script type="module" src="/page.js"></script></head><body><h1>notes</h1><main>Loading…</main></body></html>`));

listen(application, port, url);
