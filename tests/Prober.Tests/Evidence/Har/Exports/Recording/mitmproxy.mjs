// mitmproxy between Firefox and the sites, with the har_dump script of its contributions.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { record as recordWith } from './firefox.mjs';

const harDump = process.env.HAR_DUMP ?? '/usr/share/doc/mitmproxy/examples/contrib/har_dump.py';

export async function record(site, file) {
  const proxy = spawn('mitmdump', ['--quiet', '-p', '28282', '-s', harDump, '-s', path.join(import.meta.dirname, 'loopback.py'), '--set', `hardump=${file}`], { stdio: 'inherit' });
  await delay(8000);
  const end = await recordWith(site, null, 28_282);
  const ended = new Promise((resolve) => proxy.on('exit', resolve));
  proxy.kill('SIGINT');
  await ended;
  return end;
}
