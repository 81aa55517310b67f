// An identity provider on oidc-provider with the pages it brings along. Its own configuration comes from the settings.

import crypto from 'node:crypto';
import Provider from 'oidc-provider';
import { listen, loopbackAgent, settings } from './site.mjs';

const { issuer, port, firstParty = [], maintenance = false, claimsOf = {}, configuration = {} } = settings;

const provider = new Provider(issuer, {
  cookies: { keys: [crypto.randomBytes(16).toString('hex')] },
  claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
  // The claims that an ID token carries besides UserInfo; the library's default is UserInfo alone (OpenID Connect Core 5.4).
  conformIdTokenClaims: false,
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: 'Alice Example', email: `${id}@example.com`, email_verified: true, ...claimsOf }),
  }),
  loadExistingGrant,
  // A page may call the token endpoint from where its client is registered.
  clientBasedCORS: (_, origin, client) => (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin),
  features: { backchannelLogout: { enabled: true } },
  httpOptions: () => ({ agent: loopbackAgent() }),
  ...configuration,
});

// Applications of the house need no consent; all others ask once.
async function loadExistingGrant({ oidc: { client, session, result } }) {
  const known = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  if (known) return provider.Grant.find(known);
  if (!firstParty.includes(client.clientId)) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}

// Metadata stays reachable, as where a cache or another server answers for it.
provider.use(async (context, next) => {
  if (!maintenance || context.path.startsWith('/.well-known/')) return next();
  context.status = 503;
  context.set('Retry-After', '120');
  context.body = 'Service Unavailable';
});

for (const event of ['authorization.error', 'grant.error', 'end_session.error', 'backchannel.error', 'server_error'])
  provider.on(event, (context, error) => console.log(event, error.message, error.error_description ?? ''));

listen(provider.callback(), port, issuer);
