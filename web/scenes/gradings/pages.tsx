import type { RouteObject } from 'react-router';

export const pages: RouteObject[] = [
  { path: 'gradings', lazy: async () => ({ Component: (await import('./Gradings')).Gradings }) },
  { path: 'gradings/mine', lazy: async () => ({ Component: (await import('./MyGradings')).MyGradings }) },
];
