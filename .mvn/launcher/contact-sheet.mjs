// Binds a folder of pictures (page.look.number.width.png) to one page, index.html: a row for each look at a page.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const pictures = readdirSync(folder)
  .map((name) => /^(?<page>.+)\.(?<look>[a-z-]+)\.(?<number>\d+)\.(?<width>\d+)\.png$/.exec(name))
  .filter((found) => found !== null)
  .map((found) => ({ name: found[0], ...found.groups }));
const widths = [...new Set(pictures.map(({ width }) => Number(width)))].sort((a, b) => a - b);
const rows = new Map();
for (const picture of pictures) {
  const key = `${picture.page}.${picture.look}.${picture.number}`;
  rows.set(key, [...(rows.get(key) ?? []), picture]);
}
const row = ([key, shots]) => {
  const cell = (width) => {
    const shot = shots.find((one) => Number(one.width) === width);
    return `<td>${shot ? `<a href="${shot.name}"><img loading="lazy" src="${shot.name}" alt="${width}"></a>` : ''}</td>`;
  };
  return `<tr><th scope="row">${key}</th>${widths.map(cell).join('')}</tr>`;
};
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>枫桥各页</title>
<style>body{font:14px sans-serif;margin:24px}th{text-align:left;vertical-align:top;padding:8px 16px 8px 0}
td{vertical-align:top;padding:4px}img{width:280px;max-height:560px;object-fit:cover;object-position:top;border:1px solid #ccc}</style>
<h1>枫桥各页 · ${rows.size} 次 · ${pictures.length} 张</h1>
<table><thead><tr><th></th>${widths.map((width) => `<th>${width}</th>`).join('')}</tr></thead>
<tbody>${[...rows].sort(([a], [b]) => a.localeCompare(b)).map(row).join('')}</tbody></table></html>
`,
);
console.log(`${pictures.length} 张：${join(folder, 'index.html')}`);
