import type tokensJson from './tokens.json';

type Tokens = typeof tokensJson;

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function palette(tones: Record<string, string>): string {
  return Object.entries(tones)
    .map(([name, value]) => `--${kebab(name)}:${value}`)
    .join(';');
}

function type(sizes: { base: number; meta: number; section: number; question?: number; title?: number }): string {
  return [
    `--fs:${sizes.base}px`,
    `--fs-meta:${sizes.meta}px`,
    `--fs-section:${sizes.section}px`,
    `--fs-question:${sizes.question ?? sizes.title ?? sizes.section}px`,
  ].join(';');
}

/** CSS variables out of tokens.json: dark by the device's wish until somebody has chosen. */
export function tokensCss(t: Tokens): string {
  const { light, dark } = t.palette;
  const font = `--sans:${t.font.system};--law:${t.font.law};--kai:${t.font.person};--mono:${t.font.mono}`;
  const float = `--float:${t.elevation['2']};--ease:${t.motion.ease};--fast:${t.motion.fast};--slow:${t.motion.arch}`;
  const darkTones = `${palette(dark)};--float:0 12px 32px rgba(0,0,0,.55);color-scheme:dark`;
  return [
    `:root{${palette(light)};${font};${float};${type(t.type.desk)};--fs-title:${t.type.desk.title}px;`,
    `--target:${t.target.desk}px;color-scheme:light}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${darkTones}}}`,
    `:root[data-theme=dark]{${darkTones}}`,
    `.phone{${type(t.type.citizen)};--target:${t.target.touch}px}`,
    `:root[data-look=elder],:root[data-look=elder] .phone{${type(t.type.elder)};`,
    `--fs-title:${t.type.elder.question}px;--target:${t.target.elder}px}`,
    `:root[data-look=kiosk],:root[data-look=kiosk] .phone{${type(t.type.kiosk)};`,
    `--fs-title:${t.type.kiosk.question}px;--target:${t.target.kiosk}px}`,
  ].join('\n');
}
