import type { RouteObject } from 'react-router';

export const pages: RouteObject[] = [
  { path: 'lawchanges', lazy: async () => ({ Component: (await import('./LawChanges')).LawChanges }) },
  { path: 'lawchanges/:id', lazy: async () => ({ Component: (await import('./ChangeLines')).ChangeLines }) },
];
