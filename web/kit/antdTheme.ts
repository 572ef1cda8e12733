import { theme as antd, type ThemeConfig } from 'antd';
import tokens from './tokens.json';
import type { Look } from './look';

type Parts = Record<string, Record<string, unknown>>;
interface Layer {
  token?: Record<string, unknown>;
  components?: Parts;
}

function merge(...layers: (Parts | undefined)[]): Parts {
  const out: Parts = {};
  for (const layer of layers) {
    for (const [name, values] of Object.entries(layer ?? {})) out[name] = { ...out[name], ...values };
  }
  return out;
}

/** Animations switched off in the styles only: a closing drawer would wait half a second for the end of one. */
const still = (): boolean =>
  typeof matchMedia !== 'undefined' && matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The desk's theme: light or dark first, then the size of letters. */
export function antdTheme(dark: boolean, look: Look): ThemeConfig {
  const base = tokens.antd.light;
  const over: Layer = dark ? tokens.antd.dark : {};
  const size: Layer = look === 'standard' ? {} : tokens.antd[look];
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    cssVar: base.cssVar,
    token: { ...base.token, ...over.token, ...size.token, ...(still() ? { motion: false } : {}) },
    components: merge(base.components, over.components, size.components),
  } as ThemeConfig;
}
