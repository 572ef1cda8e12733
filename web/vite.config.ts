import { defineConfig, type ViteUserConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import tokens from './kit/tokens.json' with { type: 'json' };
import { tokensCss } from './kit/tokensCss.ts';

/** The colours and sizes come from tokens.json and from nowhere else; `virtual:tokens.css` is made of them. */
function tokensPlugin(): Plugin {
  const id = 'virtual:tokens.css';
  return {
    name: 'maple-tokens',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}` ? tokensCss(tokens) : null),
  };
}

/**
 * Browsers older than Chrome 105 know no containers: there the same rules hold by the width of the window. Written once
 * in the style sheet, so that both stay the same.
 */
function containersPlugin(): Plugin {
  return {
    name: 'maple-containers',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.css')) return null;
      const found = /@container \(max-width: [\d.]+em\) (\{(?:[^{}]|\{[^{}]*\})*\})/g;
      const narrow = '@supports not (container-type: inline-size) { @media (max-width: 1100px)';
      return code.replace(found, (whole, rules) => `${whole}\n${narrow} ${rules} }`);
    },
  };
}

// With MAPLE_API=http://localhost:8080 the pages talk to a running server; without it, to made-up data.
const backend = process.env['MAPLE_API'];
const proxy: Record<string, string> = backend ? { '/api': backend } : {};

/** What stands in for the server is loaded only to serve pages, never to build or to test them. */
async function standIn(command: string): Promise<Plugin[]> {
  if (command !== 'serve' || backend || process.env['VITEST']) return [];
  return [(await import('./dev/mock')).mock()];
}

export default defineConfig(async ({ command }): Promise<ViteUserConfig> => ({
  base: '/',
  plugins: [tokensPlugin(), containersPlugin(), ...(await standIn(command))],
  server: { proxy, host: '127.0.0.1' },
  preview: { proxy, host: '127.0.0.1' },
  // No source is inlined as a data address, so that a strict content policy holds.
  build: {
    assetsInlineLimit: 0,
    // 1366 × 768 with an old browser still stands in many offices.
    target: 'chrome88',
    cssTarget: 'chrome88',
    chunkSizeWarningLimit: 900,
    emptyOutDir: true,
    rolldownOptions: {
      // antd marks its files for servers that render React; here the mark means nothing and hides real warnings.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  // Signatures are slow on a shared machine; a slow test is no failed one.
  test: {
    environment: 'node',
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    testTimeout: 30_000,
  },
}));
