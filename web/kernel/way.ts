import type { IconName } from '../kit/Icon';
import type { Me } from '../kit/wire';

export const GROUPS = ['我的', '办理', '名册', '监督', '管理'] as const;
export type RailGroup = (typeof GROUPS)[number];
export const GROUPS_EN: Record<RailGroup, string> = {
  我的: 'Mine',
  办理: 'Handling',
  名册: 'Rolls',
  监督: 'Oversight',
  管理: 'Running',
};

/** A page that the rail leads to. */
export interface RailLink {
  to: string;
  icon: IconName;
  word: string;
  /** For guests who look at the project in English. */
  en: string;
  group: RailGroup;
  /** Left out: everybody. */
  seenBy?: (me: Me) => boolean;
  count?: (me: Me) => number;
}

/** Whether somebody holds a post with one of these roles; a name that begins with a point is the role in any scene. */
export const holds =
  (...names: string[]) =>
  (me: Me): boolean =>
    me.roles.some((role) => names.some((name) => (/^\./.test(name) ? role.endsWith(name) : role === name)));
