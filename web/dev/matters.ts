import type { Alert, ColourName, Due, InboxRow, Matter, MatterRow, Step } from '../kit/wire';
import { due, NAMES, NOW, ROOT, TODAY } from './county';
import { disputes, lamps } from './scenes';

const WHAT = [
  '砂石料场欠付运费纠纷',
  '楼道堆物引发肢体冲突',
  '早餐店油烟扰民纠纷',
  '合伙茶厂散伙账目纠纷',
  '宅基地滴水檐界址争议',
  '楼上渗水致楼下装修损坏赔偿',
  '匿名反映夜间倾倒渣土',
  '小区车位被占引起争吵',
  '赡养老人分担不均，三个子女各说各的，老人要求村里主持公道',
  '装修尾款拖欠纠纷',
  '承包地流转租金争议',
  '广场舞音量扰民',
  '借款 20,000 元到期未还',
  '水渠分水先后之争',
  '养犬伤人赔偿',
  '物业费与漏水互相抵扣争议',
];
const WHO = ['何*样', '方*例', '吴*演', '叶*示', '沈*假', '周*试', '匿名', '陈*空'];
const DUES: (Due | null)[] = [
  due('2026-09-28', '响应', 1.2, { term: '2 个工作日' }),
  due(TODAY, '响应', 0.22, { at: '2026-09-29T11:20:00+08:00', secondsLeft: 5880, term: '2 小时' }),
  due(TODAY, '调处', 0.86, { term: '3 日' }),
  due(TODAY, '受理', 0.9, { term: '3 日', article: '演示规程第十二条', verification: 'TEXT_CHECKED' }),
  due('2026-09-30', '调处', 0.8),
  due('2026-10-08', '申请司法确认', 0.73, {
    term: '30 日',
    article: '人民调解法第三十三条',
    verification: 'TEXT_CHECKED',
  }),
  due('2026-10-08', '核实', 0.31, { term: '7 日，遇假顺延' }),
  due('2026-10-12', '调处', 0.4),
  due('2026-10-20', '调处', 0.2, { verification: 'UNVERIFIED' }),
  due('2026-10-15', '履行', 0.6, { term: '协议约定' }),
  due('2026-10-12', '调处', 0.3, { state: 'SUSPENDED' }),
  due('2027-01-04', '答复', 0.1, { state: 'AWAITING_CALENDAR', term: '60 个工作日' }),
  null,
  due('2026-10-11', '调处', 0.5),
  due('2026-10-26', '调处', 0.1),
  due('2026-09-25', '受理', 1.4),
];
const COLOURS: [ColourName, string, number | null][] = [
  ['yellow', '黄', 25],
  ['red', '红', 65],
  ['green', '绿', 15],
  ['grey', '数据不足', null],
  ['orange', '橙', 50],
  ['blue', '关注', 20],
];
const STAGES = ['ROUTED', 'ROUTED', 'HANDLING', 'ROUTED', 'HANDLING', 'PERFORMING', 'REGISTERED', 'HANDLING'];

function roadOf(stage: string, scene = disputes): Step[] {
  const here = scene.road.indexOf(stage);
  return scene.road.map((name, at) => ({
    stage: name,
    title: scene.stages.find((one) => one.name === name)?.title ?? name,
    state: here < 0 ? (at < 4 ? 'done' : 'ahead') : at < here ? 'done' : at === here ? 'now' : 'ahead',
    ...(at <= here || (here < 0 && at < 4)
      ? { enteredAt: `2026-09-${String(8 + at * 3).padStart(2, '0')}T0${at + 1}:14:00+08:00` }
      : {}),
    ...(at < here || (here < 0 && at < 4)
      ? { tookSeconds: [6480, 259_200, 86_400, 950_400, 20_000, 90_000][at] ?? 3600 }
      : {}),
  }));
}

export function matterAt(at: number): Matter {
  const scene = at === 13 ? lamps : disputes;
  const stage = at === 13 ? 'ORDERED' : at === 14 ? 'FAILED' : (STAGES[at % STAGES.length] ?? 'ROUTED');
  const colour = COLOURS[at % COLOURS.length] ?? COLOURS[0];
  const town = at % 3;
  const held = DUES[at];
  return {
    id: `m${at}`,
    code: `演调〔2026〕${String(1800 + at)} 号`,
    title: `演示：${WHAT[at] ?? '一件事'}`,
    scene: scene.name,
    sceneTitle: scene.title,
    stage,
    stageTitle: scene.stages.find((one) => one.name === stage)?.title ?? stage,
    level: 'TOWN',
    levelTitle: '镇级',
    version: 7,
    area: { path: `${ROOT}.t${town}`, name: NAMES[town] ?? '', full: `演示县 ${NAMES[town]}` },
    agency: { id: 'a1', name: `${NAMES[town]}调解中心` },
    ...(colour ? { colour: { name: colour[0], title: colour[1] } } : {}),
    category: at % 2 ? '邻里' : '物业',
    openedAt: '2026-09-08T01:14:00+08:00',
    ...(held ? { due: held } : {}),
    open: true,
    returns: at === 0 ? 2 : at === 7 ? 1 : 0,
    parties: ['周*梅', '陈*'],
    keepsOut: [],
    erased: false,
    hasParties: true,
    wordsTitle: '诉求',
    people: [
      { no: 1, role: 'APPLICANT', roleTitle: '申请人', name: WHO[at % WHO.length] ?? '演*示', phone: '138****0000' },
      { no: 2, role: 'RESPONDENT', roleTitle: '被申请人', name: '陈*空', phone: '159****0000' },
    ],
    occurredAt: '2026-08-21T09:14:00+08:00',
    domain: '矛盾纠纷',
    source: 'PHONE',
    sourceTitle: '本人手机自报',
    words: '（演示文字）楼上卫生间漏了快半年，客厅顶和地板全泡坏了。找了物业三次，都说让我们自己谈。',
    facts: [
      {
        title: '要紧的事实',
        rows: [
          { title: '约定总额', value: '28,600.00 元', kind: 'money' },
          { title: '已付', value: '16,600.00 元', kind: 'money' },
          { title: '下次调解', value: '9月30日 10:30', kind: 'instant' },
        ],
      },
    ],
    suggestions:
      at % 3 === 2
        ? [
            {
              what: '系统建议先安排村镇规划员到场',
              reasons: ['同类 9 件里 7 件因界址说不清', '本村有现成的测绘图'],
              rule: '规则 demo-12，2 版',
            },
          ]
        : [],
    road: roadOf(stage, scene),
    post: { id: 'post-1', title: '承办调解员', holder: '演示员林' },
  };
}

export const matters: Matter[] = WHAT.map((_, at) => matterAt(at));
export const rowOf = (matter: Matter): MatterRow => ({ ...matter, parties: matter.people.map((party) => party.name) });

const NEXT: Record<string, [string, string]> = {
  ROUTED: ['accept', '受理'],
  HANDLING: ['record', '记录调处'],
  PERFORMING: ['evaluate', '请当事人评价'],
  REGISTERED: ['route', '分派'],
};
export const tasks: InboxRow[] = matters.slice(0, 15).map((matter, at) => {
  const next = NEXT[matter.stage];
  return {
    task: {
      id: `t${at}`,
      state: at % 4 === 1 ? 'OPEN' : 'CLAIMED',
      mine: at % 4 !== 1 && at % 5 !== 3,
      post: { id: 'post-1', title: '承办调解员', holder: at % 4 === 1 ? '' : at % 5 === 3 ? '演示员韩' : '演示员林' },
    },
    matter: rowOf(matter),
    ...(next ? { nextMove: { verb: next[0], title: next[1] } } : {}),
  };
});

export const alerts: Alert[] = matters
  .filter((one) => one.due?.overdue || one.due?.calendarDaysLeft === 0)
  .map((one, at) => ({
    id: `al${at}`,
    kind: one.due?.overdue ? (at % 2 ? 'ESCALATED' : 'OVERDUE') : 'DUE_SOON',
    kindTitle: one.due?.overdue ? (at % 2 ? '已报上级' : '逾期') : '临期',
    colour: one.due?.overdue ? 'red' : 'yellow',
    title: one.due?.overdue ? `${one.due.title}期限已过` : `${one.due?.title ?? ''}期限今天到`,
    matter: { id: one.id, code: one.code, title: one.title },
    due: { at: one.due?.at ?? NOW, title: one.due?.title ?? '' },
    raisedAt: '2026-09-29T08:00:00+08:00',
    level: one.due?.overdue && at % 2 ? 1 : 0,
    lowerBound: false,
  }));
