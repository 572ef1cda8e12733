import { addDays } from '../kit/days';
import type { Deadline, Matter, ProofDay, TrailEntry } from '../kit/wire';
import { calendarDay, due } from './county';
import { disputes } from './scenes';

const hex = (seed: number) =>
  Array.from({ length: 64 }, (_, at) => ((seed * 7 + at * 13 + at * at * seed) % 16).toString(16)).join('');

export function trailOf(): TrailEntry[] {
  const said: [string, string, string][] = [
    ['sign', '甲方签署司法确认申请', 'PERFORMING'],
    ['read', '查看了甲方电话，用途“约签字”', 'PERFORMING'],
    ['pay', '登记首期履行', 'PERFORMING'],
    ['agree', '达成调解协议', 'AGREED'],
    ['record', '第二次上门调处', 'HANDLING'],
    ['handle', '开始调处', 'HANDLING'],
    ['accept', '受理', 'ACCEPTED'],
    ['route', '分派', 'ROUTED'],
    ['register', '登记', 'REGISTERED'],
  ];
  return said.map(([verb, verbTitle, stage], at) => ({
    seq: said.length - at,
    verb,
    verbTitle,
    stage,
    stageTitle: disputes.stages.find((one) => one.name === stage)?.title ?? '',
    occurredAt: `2026-09-${28 - at * 2}T1${at % 6}:26:00+08:00`,
    recordedAt: `2026-09-${28 - at * 2}T1${at % 6}:27:00+08:00`,
    actor: { name: at % 2 ? '演示员韩' : '演示员林', post: '承办调解员', agency: '演示甲镇调解中心' },
    said: verb === 'pay' ? [{ title: '金额', value: '16,600.00 元' }] : [],
    hash: hex(said.length - at + 3),
    prev: hex(said.length - at + 2),
    ...(at > 0 ? { leaf: 40 - at } : {}),
    bodyType: `disputes.${verb}/1`,
    bodyHash: hex(at + 40),
  }));
}

/** Thirty days that end in the holiday and roll to the first working day after it. */
export function deadlinesOf(matter: Matter): Deadline[] {
  const days: ProofDay[] = Array.from({ length: 34 }, (_, at) => {
    const day = calendarDay(addDays('2026-09-05', at));
    const mark = at === 0 ? 'TRIGGER' : at === 1 ? 'FIRST' : at === 30 ? 'ORIGINAL_LAST' : at === 33 ? 'LAST' : null;
    return {
      date: day.date,
      kind: day.kind,
      name: day.name ?? '',
      reason: day.reason,
      counted: at > 0 && at <= 30,
      ...(mark ? { mark } : {}),
    };
  });
  const proof = {
    lines: [
      { label: '起算', text: '9月5日协议生效，当日不计', article: '民法典第二百零一条' },
      { label: '期间', text: '30 日，日历日', article: '人民调解法第三十三条' },
      { label: '届满', text: '第 30 日是 10月5日，国庆假期内', article: '' },
      { label: '顺延', text: '至假期结束次日 10月8日 24:00', article: '民法典第二百零三条' },
    ],
    days,
    calendarVersion: '2026.2',
    notices: [{ year: 2026, title: '国务院办公厅关于 2026 年部分节假日安排的通知', number: '演示文号', url: '' }],
  };
  const first: Deadline = {
    ...due('2026-10-08', '共同申请司法确认', 0.73, {
      term: '30 日',
      article: '人民调解法第三十三条',
      verification: 'TEXT_CHECKED',
    }),
    id: 2,
    from: '2026-09-05T16:42:00+08:00',
    lowerBound: false,
    pauses: [],
    proof,
  };
  const held: Deadline[] = matter.due
    ? [
        {
          ...matter.due,
          id: 1,
          from: '2026-09-05T16:42:00+08:00',
          lowerBound: false,
          extension: '15 日',
          pauses: [],
          proof,
        },
      ]
    : [];
  const met: Deadline = {
    ...due('2026-09-24', '受理', 0.5, { state: 'MET', overdue: false, term: '3 日' }),
    id: 3,
    from: '2026-09-21T09:00:00+08:00',
    lowerBound: false,
    pauses: [],
    proof,
    metAt: '2026-09-22T10:00:00+08:00',
  };
  return [...held, first, met];
}
