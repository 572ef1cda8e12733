import type { Me } from '../kit/wire';
import { GROUPS, holds, type RailGroup, type RailLink } from './way';

const LAW = holds('kernel.legal-officer', 'kernel.supervisor');
const supervises = (me: Me) => me.supervisor;

const OF_KERNEL: RailLink[] = [
  { to: '/desk', icon: 'inbox', word: '待办', en: 'To do', group: '我的', count: (me) => me.counts.inbox },
  { to: '/desk/matters', icon: 'file', word: '事项', en: 'Matters', group: '我的' },
  { to: '/desk/new', icon: 'plus', word: '登记一件', en: 'New', group: '我的' },
  { to: '/desk/alerts', icon: 'bell', word: '提醒', en: 'Alerts', group: '我的', count: (me) => me.counts.alerts },
  {
    to: '/desk/messages',
    icon: 'speak',
    word: '通知',
    en: 'Messages',
    group: '我的',
    count: (me) => me.counts.messages,
  },
  { to: '/desk/today', icon: 'check', word: '今天', en: 'Today', group: '我的' },
  { to: '/desk/calendar', icon: 'days', word: '日程', en: 'Calendar', group: '我的' },
  {
    to: '/desk/rounds',
    icon: 'road',
    word: '巡查',
    en: 'Rounds',
    group: '办理',
    seenBy: holds('.grid-worker', '.mediator'),
  },
  {
    to: '/desk/window',
    icon: 'pen',
    word: '窗口',
    en: 'Counter',
    group: '办理',
    seenBy: holds('.dispatcher', '.mediator'),
  },
  {
    to: '/desk/board',
    icon: 'chart',
    word: '看板',
    en: 'Board',
    group: '办理',
    seenBy: holds('.dispatcher', '.mediator'),
  },
  { to: '/desk/calls', icon: 'phone', word: '电话通知', en: 'Calls', group: '办理' },
  {
    to: '/desk/evaluations',
    icon: 'phone',
    word: '回访',
    en: 'Call-backs',
    group: '办理',
    seenBy: (me) => me.supervisor || holds('.clerk')(me),
  },
  { to: '/desk/laws', icon: 'book', word: '法规库', en: 'Laws', group: '办理' },
  { to: '/desk/rolls', icon: 'people', word: '名册', en: 'Rolls', group: '名册' },
  { to: '/desk/rings', icon: 'rings', word: '五环', en: 'Five rings', group: '监督', seenBy: supervises },
  { to: '/desk/reports/week', icon: 'print', word: '周报月报', en: 'Reports', group: '监督', seenBy: supervises },
  { to: '/desk/supervision', icon: 'chart', word: '督办', en: 'Oversight', group: '监督', seenBy: supervises },
  {
    to: '/desk/reviews',
    icon: 'search',
    word: '评查',
    en: 'Reviews',
    group: '监督',
    seenBy: holds('sampling.organiser', 'reviews.reviewer'),
  },
  { to: '/desk/staff', icon: 'people', word: '人员', en: 'Staff', group: '管理', seenBy: holds('kernel.registrar') },
  {
    to: '/desk/imports',
    icon: 'down',
    word: '旧台账',
    en: 'Imports',
    group: '管理',
    seenBy: holds('kernel.registrar'),
  },
  { to: '/desk/notices', icon: 'days', word: '放假安排', en: 'Holidays', group: '管理', seenBy: LAW },
  { to: '/desk/parameters', icon: 'tune', word: '参数', en: 'Parameters', group: '管理', seenBy: LAW },
  { to: '/desk/retention', icon: 'box', word: '到期内容', en: 'Retention', group: '管理', seenBy: LAW },
];

/** Scenes add theirs by a file of their own (`scenes/<name>/ways.ts`); nothing lists them. */
const found = import.meta.glob<{ ways: RailLink[] }>('../scenes/*/ways.ts', { eager: true });
const ALL = [...OF_KERNEL, ...Object.values(found).flatMap((scene) => scene.ways)];

export interface WayGroup {
  name: RailGroup;
  ways: RailLink[];
}

/** What somebody may open, in the order of the rail; a group nobody has anything in is left out. */
export function waysOf(me: Me): WayGroup[] {
  return GROUPS.map((name) => ({
    name,
    ways: ALL.filter((way) => way.group === name && (way.seenBy?.(me) ?? true)),
  })).filter(({ ways }) => ways.length > 0);
}
