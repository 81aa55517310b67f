// Firefox with its network panel open, whose "Save All As HAR" is asked for the file.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Marionette } from './marionette.mjs';
import { walk } from './journey.mjs';

const preferences = {
  'devtools.netmonitor.persistlog': true,
  'devtools.netmonitor.har.includeResponseBodies': true,
  'devtools.toolbox.selectedTool': 'netmonitor',
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'signon.rememberSignons': false,
};

export async function record(site, file, proxy) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'firefox-'));
  const own = proxy ? { 'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': proxy, 'network.proxy.allow_hijacking_localhost': true } : {};
  fs.writeFileSync(path.join(profile, 'user.js'), Object.entries({ ...preferences, ...own, 'marionette.port': 28_281 })
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`).join('\n'));
  const browser = spawn('firefox-esr', ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile, 'about:blank'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => browser.on('exit', resolve));
  try {
    const firefox = await Marionette.connect(28_281);
    if (!proxy) await firefox.chrome(openPanel);
    const end = await walk(firefox, site);
    if (!proxy) fs.writeFileSync(file, await firefox.chrome(exportHar));
    await firefox.send('Marionette:Quit', { flags: ['eForceQuit'] });
    return end;
  } finally {
    browser.kill();
    await ended;
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

const openPanel = `
  const done = arguments[arguments.length - 1];
  const { require } = ChromeUtils.importESModule("resource://devtools/shared/loader/Loader.sys.mjs");
  const { gDevTools } = require("devtools/client/framework/devtools");
  gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: "netmonitor" }).then(() => done(true), (error) => done(String(error)));`;

const exportHar = `
  const done = arguments[arguments.length - 1];
  const { require } = ChromeUtils.importESModule("resource://devtools/shared/loader/Loader.sys.mjs");
  const { gDevTools } = require("devtools/client/framework/devtools");
  (async () => {
    const toolbox = gDevTools.getToolboxForTab(gBrowser.selectedTab);
    const panel = await toolbox.getNetMonitorAPI();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    return JSON.stringify(await panel.getHar(), null, 2);
  })().then(done, (error) => done("failed: " + error + error.stack));`;
