// What the provider and the applications have in common: where they listen and how they say that they do.

import http from 'node:http';
import dns from 'node:dns';

/** Settings of this process, as JSON in the environment; see the README beside this file. */
export const settings = JSON.parse(process.env.THIRD_PARTY_SETTINGS);

/** Listens on loopback and prints the line that the caller waits for. Ends when the caller does: standard input closes. */
export function listen(handler, port, address) {
  const server = http.createServer(handler);
  server.listen(port, '127.0.0.1', () => console.log(`ready ${address}`));
  process.stdin.resume().on('end', () => process.exit(0));
}

/** Every name under localhost is loopback (RFC 6761, 6.3); browsers know that, the system's resolver often does not. */
export function loopbackAgent() {
  return new http.Agent({
    lookup: (host, options, found) =>
      dns.lookup(host.endsWith('.localhost') ? '127.0.0.1' : host, options, found),
  });
}
