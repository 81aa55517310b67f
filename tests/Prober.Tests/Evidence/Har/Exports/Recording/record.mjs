// node record.mjs FOLDER TOOL... [-- STORY...]

import fs from 'node:fs';
import path from 'node:path';
import { stop, stories } from './sites.mjs';

const [folder, ...rest] = process.argv.slice(2);
const split = rest.indexOf('--');
const tools = split < 0 ? rest : rest.slice(0, split);
const wanted = split < 0 ? Object.keys(stories) : rest.slice(split + 1);
fs.mkdirSync(folder, { recursive: true });

for (const story of wanted) {
  for (const tool of tools) {
    const site = await stories[story]();
    const { record } = await import(`./${tool}.mjs`);
    const end = await record(site, path.resolve(folder, `${tool}-${story}.har`));
    console.log(`${tool} ${story}: ${end}`);
    await stop();
  }
}
process.exit(0);
