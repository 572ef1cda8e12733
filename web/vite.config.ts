import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import tokens from './kit/tokens.json';
import { tokensCss } from './kit/tokensCss';
import { mock } from './dev/mock';

/** The colours and sizes come from tokens.json and from nowhere else; `virtual:tokens.css` is made of them. */
function tokensPlugin(): Plugin {
  const id = 'virtual:tokens.css';
  return {
    name: 'maple-tokens',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}` ? tokensCss(tokens) : null),
  };
}

// With MAPLE_API=http://localhost:8080 the pages talk to a running server; without it, to made-up data.
const backend = process.env['MAPLE_API'];
const proxy: Record<string, string> = backend ? { '/api': backend } : {};

export default defineConfig({
  base: '/',
  plugins: [tokensPlugin(), ...(backend ? [] : [mock()])],
  server: { proxy, host: '127.0.0.1' },
  preview: { proxy, host: '127.0.0.1' },
  // No source is inlined as a data address, so that a strict content policy holds.
  build: {
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    emptyOutDir: true,
    rolldownOptions: {
      // antd marks its files for servers that render React; here the mark means nothing and hides real warnings.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  test: { environment: 'node', include: ['**/*.test.ts'], exclude: ['node_modules/**', 'dist/**'] },
});
