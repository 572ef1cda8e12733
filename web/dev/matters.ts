import { addDays, daysBetween } from '../kit/days';
import type {
  Alert, Area, CalendarDay, ColourName, Deadline, Due, InboxRow, Matter, MatterRow, ProofDay, Step, TrailEntry,
} from '../kit/wire';
import { disputes, lamps } from './scenes';

/** Plainly made-up people and matters; the clock stands on the eve of a long holiday, where terms are hardest. */
export const NOW = '2026-09-29T09:42:00+08:00';
const TODAY = '2026-09-29';
export const ROOT = 'cn.33.3307.330799';
const NAMES = ['演示甲镇', '演示乙街道', '演示丙乡'];

export const areas: Area[] = [
  ...NAMES.flatMap((town, at) => {
    const path = `${ROOT}.t${at}`;
    const villages = ['样本村', '示例社区', '假名里社区'].map((name, index) => ({
      path: `${path}.v${index}`, name, full: `演示县 ${town} ${name}`, hasChildren: index === 1,
    }));
    return [{ path, name: town, full: `演示县 ${town}`, hasChildren: true }, ...villages];
  }),
  { path: `${ROOT}.t0.v1.g1`, name: '第一网格', full: '演示县 演示甲镇 示例社区 第一网格', hasChildren: false },
];

const HOLIDAYS = new Set(Array.from({ length: 7 }, (_, day) => addDays('2026-10-01', day)));

export function calendarDay(date: string): CalendarDay {
  const weekday = ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  if (HOLIDAYS.has(date)) return { date, weekday, kind: 'HOLIDAY', name: '国庆' };
  if (date === '2026-10-10' || date === '2026-09-27') return { date, weekday, kind: 'MAKE_UP', name: '调休上班' };
  return { date, weekday, kind: weekday > 5 ? 'REST' : 'WORKING' };
}

function workingDaysLeft(last: string): number {
  let count = 0;
  for (let day = addDays(TODAY, 1); day <= last; day = addDays(day, 1)) {
    if (['WORKING', 'MAKE_UP'].includes(calendarDay(day).kind)) count += 1;
  }
  return count;
}

export function due(last: string, title: string, used: number, more: Partial<Due> = {}): Due {
  const left = daysBetween(TODAY, last);
  return {
    at: `${addDays(last, 1)}T00:00:00+08:00`, lastDay: last, parameter: 'disputes.demo', title, state: 'RUNNING',
    overdue: left < 0, workingDaysLeft: workingDaysLeft(last), calendarDaysLeft: left,
    secondsLeft: (Date.parse(`${addDays(last, 1)}T00:00:00+08:00`) - Date.parse(NOW)) / 1000,
    used, term: '7 日', verification: 'LOCAL_DEFAULT', ...more,
  };
}

const WHAT = [
  '砂石料场欠付运费纠纷', '楼道堆物引发肢体冲突', '早餐店油烟扰民纠纷', '合伙茶厂散伙账目纠纷', '宅基地滴水檐界址争议',
  '楼上渗水致楼下装修损坏赔偿', '匿名反映夜间倾倒渣土', '小区车位被占引起争吵', '赡养老人分担不均，三个子女各说各的，老人要求村里主持公道',
  '装修尾款拖欠纠纷', '承包地流转租金争议', '广场舞音量扰民', '借款 20,000 元到期未还', '水渠分水先后之争',
  '养犬伤人赔偿', '物业费与漏水互相抵扣争议',
];
const WHO = ['何*样', '方*例', '吴*演', '叶*示', '沈*假', '周*试', '匿名', '陈*空'];
const DUES: (Due | null)[] = [
  due('2026-09-28', '响应', 1.2, { term: '2 个工作日' }),
  due(TODAY, '响应', 0.22, { at: '2026-09-29T11:20:00+08:00', lastDay: null, secondsLeft: 5880, term: '2 小时' }),
  due(TODAY, '调处', 0.86, { term: '3 日' }),
  due(TODAY, '受理', 0.9, { term: '3 日', article: '演示规程第十二条', verification: 'TEXT_CHECKED' }),
  due('2026-09-30', '调处', 0.8),
  due('2026-10-08', '申请司法确认', 0.73, { term: '30 日', article: '人民调解法第三十三条', verification: 'TEXT_CHECKED' }),
  due('2026-10-08', '核实', 0.31, { term: '7 日，遇假顺延' }),
  due('2026-10-12', '调处', 0.4),
  due('2026-10-20', '调处', 0.2, { verification: 'UNVERIFIED' }),
  due('2026-10-15', '履行', 0.6, { term: '协议约定' }),
  due('2026-10-12', '调处', 0.3, { state: 'SUSPENDED' }),
  due('2027-01-04', '答复', 0.1, { state: 'AWAITING_CALENDAR', term: '60 个工作日' }),
  null,
  due('2026-10-11', '调处', 0.5), due('2026-10-26', '调处', 0.1), due('2026-09-25', '受理', 1.4),
];
const COLOURS: [ColourName, string, number | null][] = [
  ['yellow', '黄', 25], ['red', '红', 65], ['green', '绿', 15], ['grey', '数据不足', null], ['orange', '橙', 50], ['blue', '关注', 20],
];
const STAGES = ['ROUTED', 'ROUTED', 'HANDLING', 'ROUTED', 'HANDLING', 'PERFORMING', 'REGISTERED', 'HANDLING'];

function roadOf(stage: string, scene = disputes): Step[] {
  const here = scene.road.indexOf(stage);
  return scene.road.map((name, at) => ({
    stage: name,
    title: scene.stages.find((one) => one.name === name)?.title ?? name,
    state: here < 0 ? (at < 4 ? 'done' : 'ahead') : at < here ? 'done' : at === here ? 'now' : 'ahead',
    ...(at <= here || (here < 0 && at < 4)
      ? { enteredAt: `2026-09-${String(8 + at * 3).padStart(2, '0')}T0${at + 1}:14:00+08:00` } : {}),
    ...(at < here || (here < 0 && at < 4) ? { tookSeconds: [6480, 259_200, 86_400, 950_400, 20_000, 90_000][at] ?? 3600 } : {}),
  }));
}

export function matterAt(at: number): Matter {
  const scene = at === 13 ? lamps : disputes;
  const stage = at === 13 ? 'ORDERED' : at === 14 ? 'FAILED' : STAGES[at % STAGES.length] ?? 'ROUTED';
  const colour = COLOURS[at % COLOURS.length] ?? COLOURS[0];
  const town = at % 3;
  const held = DUES[at];
  return {
    id: `m${at}`, code: `演调〔2026〕${String(1800 + at)} 号`, title: `演示：${WHAT[at] ?? '一件事'}`, scene: scene.name,
    sceneTitle: scene.title, stage, stageTitle: scene.stages.find((one) => one.name === stage)?.title ?? stage,
    level: 'TOWN', levelTitle: '镇级', version: 7, area: { path: `${ROOT}.t${town}`, name: NAMES[town] ?? '', full: `演示县 ${NAMES[town]}` },
    agency: { id: 'a1', name: `${NAMES[town]}调解中心` },
    ...(colour ? { colour: { name: colour[0], title: colour[1], score: colour[2] } } : {}),
    category: at % 2 ? '邻里' : '物业', openedAt: '2026-09-08T01:14:00+08:00', ...(held ? { due: held } : {}),
    returns: at === 0 ? 2 : at === 7 ? 1 : 0,
    parties: [
      { id: 'p1', role: 'APPLICANT', roleTitle: '申请人', name: WHO[at % WHO.length] ?? '演*示', phone: '138****0000' },
      { id: 'p2', role: 'RESPONDENT', roleTitle: '被申请人', name: '陈*空', phone: '159****0000' },
    ],
    occurredAt: '2026-08-21T09:14:00+08:00', domain: '矛盾纠纷', source: 'PHONE', sourceTitle: '本人手机自报',
    words: '（演示文字）楼上卫生间漏了快半年，客厅顶和地板全泡坏了。找了物业三次，都说让我们自己谈。',
    facts: [{ title: '要紧的事实', rows: [
      { title: '约定总额', value: '28,600.00 元', kind: 'money' }, { title: '已付', value: '16,600.00 元', kind: 'money' },
      { title: '下次调解', value: '9月30日 10:30', kind: 'instant' },
    ] }],
    suggestions: at % 3 === 2 ? [{ what: '系统建议先安排村镇规划员到场', reasons: ['同类 9 件里 7 件因界址说不清', '本村有现成的测绘图'], rule: '规则 demo-12，2 版' }] : [],
    road: roadOf(stage, scene), post: { id: 'post-1', title: '承办调解员', holder: '演示员林' }, demo: true,
  };
}

export const matters: Matter[] = WHAT.map((_, at) => matterAt(at));
export const rowOf = (matter: Matter): MatterRow => ({ ...matter, parties: matter.parties.map((party) => party.name) });

const NEXT: Record<string, [string, string]> = {
  ROUTED: ['accept', '受理'], HANDLING: ['record', '记录调处'], PERFORMING: ['evaluate', '请当事人评价'], REGISTERED: ['route', '分派'],
};
export const tasks: InboxRow[] = matters.slice(0, 15).map((matter, at) => {
  const next = NEXT[matter.stage];
  return {
    task: { id: `t${at}`, state: at % 4 === 1 ? 'OPEN' : 'CLAIMED', mine: at % 4 !== 1 && at % 5 !== 3,
      post: { id: 'post-1', title: '承办调解员', holder: at % 4 === 1 ? null : at % 5 === 3 ? '演示员韩' : '演示员林' } },
    matter: rowOf(matter), ...(next ? { nextMove: { verb: next[0], title: next[1] } } : {}),
  };
});

const hex = (seed: number) => Array.from({ length: 64 }, (_, at) => ((seed * 7 + at * 13 + at * at * seed) % 16).toString(16)).join('');

export function trailOf(): TrailEntry[] {
  const said: [string, string, string][] = [
    ['sign', '甲方签署司法确认申请', 'PERFORMING'], ['read', '查看了甲方电话，用途“约签字”', 'PERFORMING'],
    ['pay', '登记首期履行', 'PERFORMING'], ['agree', '达成调解协议', 'AGREED'], ['record', '第二次上门调处', 'HANDLING'],
    ['handle', '开始调处', 'HANDLING'], ['accept', '受理', 'ACCEPTED'], ['route', '分派', 'ROUTED'], ['register', '登记', 'REGISTERED'],
  ];
  return said.map(([verb, verbTitle, stage], at) => ({
    seq: said.length - at, verb, verbTitle, stage, stageTitle: disputes.stages.find((one) => one.name === stage)?.title ?? '',
    occurredAt: `2026-09-${28 - at * 2}T1${at % 6}:26:00+08:00`, recordedAt: `2026-09-${28 - at * 2}T1${at % 6}:27:00+08:00`,
    actor: { name: at % 2 ? '演示员韩' : '演示员林', post: '承办调解员', agency: '演示甲镇调解中心' },
    said: verb === 'pay' ? [{ title: '金额', value: '16,600.00 元' }] : [], hash: hex(said.length - at + 3), prev: hex(said.length - at + 2),
    ...(at > 0 ? { leaf: 40 - at } : {}), bodyType: `disputes.${verb}/1`, bodyHash: hex(at + 40),
  }));
}

/** Thirty days that end in the holiday and roll to the first working day after it. */
export function deadlinesOf(matter: Matter): Deadline[] {
  const days: ProofDay[] = Array.from({ length: 34 }, (_, at) => {
    const day = calendarDay(addDays('2026-09-05', at));
    const mark = at === 0 ? 'TRIGGER' : at === 1 ? 'FIRST' : at === 30 ? 'ORIGINAL_LAST' : at === 33 ? 'LAST' : null;
    return { date: day.date, kind: day.kind, ...(day.name ? { name: day.name } : {}), counted: at > 0 && at <= 30, ...(mark ? { mark } : {}) };
  });
  const proof = {
    lines: [
      { label: '起算', text: '9月5日协议生效，当日不计', article: '民法典第二百零一条' },
      { label: '期间', text: '30 日，日历日', article: '人民调解法第三十三条' },
      { label: '届满', text: '第 30 日是 10月5日，国庆假期内' },
      { label: '顺延', text: '至假期结束次日 10月8日 24:00', article: '民法典第二百零三条' },
    ],
    days, calendarVersion: '2026.2', notices: [{ year: 2026, title: '国务院办公厅关于 2026 年部分节假日安排的通知' }],
  };
  const first = { ...due('2026-10-08', '共同申请司法确认', 0.73, { term: '30 日', article: '人民调解法第三十三条', verification: 'TEXT_CHECKED' }),
    id: 'd1', from: '2026-09-05T16:42:00+08:00', fromWhat: '协议生效', extensions: [], proof };
  const held = matter.due ? [{ ...matter.due, id: 'd0', fromWhat: '进入本环节', extensions: [
    { by: '演示负责人顾', reason: '需要现场测绘', at: '2026-09-20T10:00:00+08:00' }] }] : [];
  const met: Deadline = { ...due('2026-09-24', '受理', 0.5, { state: 'MET', overdue: false, term: '3 日' }), id: 'd2', metAt: '2026-09-22T10:00:00+08:00' };
  return [...held, first, met];
}

export const alerts: Alert[] = matters.filter((one) => one.due?.overdue || one.due?.calendarDaysLeft === 0).map((one, at) => ({
  id: `al${at}`, kind: one.due?.overdue ? (at % 2 ? 'ESCALATED' : 'OVERDUE') : 'DUE_SOON',
  kindTitle: one.due?.overdue ? (at % 2 ? '已报上级' : '逾期') : '临期', colour: one.due?.overdue ? 'red' : 'yellow',
  title: one.due?.overdue ? `${one.due.title}期限已过` : `${one.due?.title ?? ''}期限今天到`, matter: { id: one.id, code: one.code, title: one.title },
  due: { at: one.due?.at ?? NOW, title: one.due?.title ?? '' }, raisedAt: '2026-09-29T08:00:00+08:00', level: '镇级',
}));
