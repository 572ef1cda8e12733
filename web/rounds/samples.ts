import type { Held, Seen } from './draft';

/** What tests write down. */
export const seen = (words: string): Seen => ({
  kind: 'seen',
  scene: 'disputes',
  words,
  category: '',
  area: '33.07',
  place: '',
  at: '2026-11-22T08:00',
});
export const held: Held = {
  kind: 'held',
  matter: 'm1',
  code: 'ABCD-1234',
  session: 1,
  what: '出访巡诊',
  place: '3 幢',
  starts: '2026-11-22T08:00:00Z',
  version: 4,
  seq: 4,
  guests: [{ no: 1, name: '郑*雨', came: true }],
  minutes: '双方都说了。',
  signers: [],
};
