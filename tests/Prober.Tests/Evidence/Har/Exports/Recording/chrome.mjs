// Chrome with its tools open (under Xvfb: the tools need a window). The tools' own writer makes both files that its network panel
// offers, "Export HAR (sanitized)" and "Export HAR (with sensitive data)".

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { walk } from './journey.mjs';
import { person, playwright } from './playwright.mjs';

const port = 28_283;

export async function record(site, file) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-'));
  const window = spawn('xvfb-run', ['-a', 'chromium', '--no-sandbox', '--no-first-run', '--auto-open-devtools-for-tabs', `--remote-debugging-port=${port}`, '--remote-allow-origins=*',
    `--user-data-dir=${profile}`, 'about:blank'], { stdio: 'ignore', detached: true });
  const ended = new Promise((resolve) => window.on('exit', resolve));
  try {
    const browser = await connect();
    const page = browser.contexts()[0].pages().find((one) => one.url() === 'about:blank');
    const tools = await openTools();
    await tools(preserveLog);
    const end = await walk(person(page), site);
    await delay(2000);
    for (const sanitize of [true, false]) {
      fs.writeFileSync(file.replace('chrome-', sanitize ? 'chrome-sanitized-' : 'chrome-sensitive-'), await tools(write(sanitize)));
    }
    await browser.close();
    return end;
  } finally {
    process.kill(-window.pid);
    await ended;
    await delay(2000);
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function connect() {
  for (let attempt = 0; ; attempt++) {
    try {
      return await playwright.chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (attempt === 60) throw error;
      await delay(500);
    }
  }
}

/** Connects to the page that the tools themselves are. */
async function openTools() {
  for (let attempt = 0; attempt < 60; attempt++, await delay(500)) {
    const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    const front = targets.find((target) => target.url.startsWith('devtools://'));
    if (!front) continue;
    const socket = new WebSocket(front.webSocketDebuggerUrl);
    await new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: reject }));
    return (expression) => evaluate(socket, expression);
  }
  throw new Error('The tools did not open.');
}

function evaluate(socket, expression) {
  return new Promise((resolve, reject) => {
    socket.onmessage = ({ data }) => {
      const { id, result } = JSON.parse(data);
      if (id === 1) result.exceptionDetails ? reject(new Error(result.exceptionDetails.exception.description)) : resolve(result.result.value);
    };
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression, awaitPromise: true, returnByValue: true } }));
  });
}

// "Preserve log", and the network panel shown, as a person has it.
const preserveLog = `(async () => {
  const Common = await import('./core/common/common.js');
  const UI = await import('./ui/legacy/legacy.js');
  for (let attempt = 0; ; attempt++) {
    try {
      Common.Settings.Settings.instance().moduleSetting('network-log.preserve-log').set(true);
      break;
    } catch (error) {
      if (attempt === 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  await UI.ViewManager.ViewManager.instance().showView('network');
})()`;

const write = (sanitize) => `(async () => {
  const [HAR, Logs, Common] = [await import('./models/har/har.js'), await import('./models/logs/logs.js'), await import('./core/common/common.js')];
  const pieces = [];
  const stream = { write: async (piece) => void pieces.push(piece), close: async () => {} };
  await HAR.Writer.Writer.write(stream, Logs.NetworkLog.NetworkLog.instance().requests(), { sanitize: ${sanitize} }, new Common.Progress.Progress());
  return pieces.join('');
})()`;
