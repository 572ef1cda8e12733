import type { RouteObject } from 'react-router';

export const pages: RouteObject[] = [
  { path: 'allowances', lazy: async () => ({ Component: (await import('./Sheets')).Sheets }) },
  { path: 'allowances/mine', lazy: async () => ({ Component: (await import('./Mine')).Mine }) },
];
