// What is recorded: the lab, or oidc-provider with two applications on express-openid-connect, in good order or with a fault.

import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../../../../..');
const prober = process.env.PROBER ?? path.join(root, 'src/Prober/bin/Debug/net10.0/prober.dll');
const thirdParty = path.join(root, 'tests/Prober.EndToEnd/ThirdParty');
const running = [];

/** Names of the recordings, and what is started for each. */
export const stories = {
  'lab-healthy': () => lab('PORTAL'),
  'lab-notes': () => lab('NOTES'),
  'lab-f06': () => lab('PORTAL', 'F06'),
  'lab-f38': () => lab('PORTAL', 'F38'),
  'lab-f83': () => lab('NOTES', 'F83'),
  'oidc-provider-healthy': () => oidcProvider(() => {}),
  // A trailing slash too much in the registered redirect URI.
  'oidc-provider-f07': () => oidcProvider((site) => { site.clients[0].redirect_uris = [`${site.portal}callback/`]; }),
  // The library's state cookie does not survive the way back from another site.
  'oidc-provider-f63': () => oidcProvider((site) => { site.portalOpenId.session = { cookie: { path: '/elsewhere' } }; }),
};

/** Ends what was started. */
export async function stop() {
  for (const child of running.splice(0)) {
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGINT');
    await ended;
  }
}

async function lab(first, fault) {
  const env = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'recording-')), 'env');
  await start('dotnet', [prober, 'lab', '--write-env', env, ...(fault ? ['--fault', fault] : [])], {}, /Ctrl-C/);
  const values = Object.fromEntries(fs.readFileSync(env, 'utf8').trim().split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2)));
  return {
    first: values[`PROBER_LAB_${first}`],
    second: values.PROBER_LAB_BILLING,
    login: [['//input[@name="username" or @type="email"]', values.PROBER_LAB_USER], ['//input[@type="password"]', values.PROBER_LAB_PASSWORD]],
    submit: ['Continue', 'Continue'],
    over: 'Open Billing',
    back: first === 'NOTES' ? 'Open Notes' : 'Open Portal',
    confirm: [],
  };
}

async function oidcProvider(mistake) {
  const [provider, portal, billing] = await Promise.all([freePort(), freePort(), freePort()]);
  const address = (name, port) => `http://${name}.localhost:${port}/`;
  const issuer = `http://provider.localhost:${provider}`;
  const cookieSecret = secret();
  const client = (id, url) => ({
    client_id: id, client_secret: secret(), redirect_uris: [`${url}callback`], post_logout_redirect_uris: [url], backchannel_logout_uri: `${url}backchannel-logout`,
  });
  const clients = [client('portal', address('portal', portal)), client('billing', address('billing', billing))];
  const openId = ({ client_id: clientID, client_secret: clientSecret }, authorizationParams) =>
    ({ issuerBaseURL: issuer, clientID, clientSecret, secret: cookieSecret, idpLogout: true, authorizationParams });
  const site = {
    portal: address('portal', portal), billing: address('billing', billing), clients,
    portalOpenId: openId(clients[0], { response_type: 'code' }),
    billingOpenId: openId(clients[1], { response_type: 'code', response_mode: 'form_post' }),
  };
  mistake(site);
  const node = (script, settings) => start('node', [path.join(thirdParty, script)], { THIRD_PARTY_SETTINGS: JSON.stringify(settings) }, /^ready /m);
  const application = (port, url, name, neighbour, openid) =>
    node('application.mjs', { port, url, log: '/dev/null', singleLogout: true, neighbour: { name, url: neighbour }, openid });
  await node('provider.mjs', { issuer, port: provider, firstParty: ['billing'], configuration: { clients } });
  await application(portal, site.portal, 'Billing', site.billing, site.portalOpenId);
  await application(billing, site.billing, 'Portal', site.portal, site.billingOpenId);
  return {
    first: site.portal,
    second: site.billing,
    login: [['//input[@name="login"]', 'alice'], ['//input[@type="password"]', secret()]],
    submit: [null, 'Sign-in', 'Continue'],
    over: 'Billing',
    back: 'Portal',
    confirm: ['Yes, sign me out'],
  };
}

function secret() {
  return crypto.randomBytes(20).toString('hex');
}

function start(program, args, variables, ready) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: thirdParty, env: { ...process.env, ...variables } });
    running.push(child);
    let output = '';
    const read = (text) => {
      output += text;
      if (ready.test(output)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(`${args[0]} ended:\n${output}`)));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
