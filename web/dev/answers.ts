import { addDays } from '../kit/days';
import type { Alert, Calendar, CanMove, CannotMove, Inbox, Matter, MatterRow } from '../kit/wire';
import type { Notices, OpenOne, OwnAccount, Page, PostRow, Scene, Summary, Trail } from '../kit/wire';
import { ok, problem, type Answer, type Asked } from './asked';
import { areas, calendarDay, NOW, ROOT } from './county';
import { alerts, matters, rowOf, tasks } from './matters';
import { me, users } from './people';
import { preferencesAnswer } from './preferences';
import { file, publicAnswer } from './publicAnswers';
import { parametersAnswer } from './parameters';
import { deadlinesOf, trailOf } from './records';
import { disputes, scenes } from './scenes';

function movesOf(matter: Matter): { version: number; can: CanMove[]; cannot: CannotMove[] } {
  const scene = scenes.find((one) => one.name === matter.scene) ?? disputes;
  const can = scene.moves
    .filter((one) => one.from.includes(matter.stage))
    .map((one) => ({
      verb: one.verb,
      title: one.title,
      kernel: one.kernel,
      danger: one.danger ?? false,
      schema: one.schema,
      ...(one.to ? { to: one.to, toTitle: scene.stages.find((stage) => stage.name === one.to)?.title ?? one.to } : {}),
      hint: one.verb === 'agree' ? '双方签字后再登记' : one.hint,
    }));
  const titleOf = (name: string) => scene.stages.find((stage) => stage.name === name)?.title ?? name;
  const cannot = scene.moves
    .filter((one) => !one.from.includes(matter.stage))
    .slice(0, 4)
    .map((one) => ({
      verb: one.verb,
      title: one.title,
      reason: `只在“${one.from.map(titleOf).join('、')}”环节可以，现在是“${matter.stageTitle}”`,
      ...(one.verb === 'close' ? { rule: '没有当事人评价，不得结案', article: '演示规程第三十一条' } : {}),
    }));
  return { version: matter.version, can, cannot };
}

function move(asked: Asked, matter: Matter, verb: string): Answer {
  const found = disputes.moves.find((one) => one.verb === verb);
  if (!asked.maple || !asked.key) return problem(400, '少了请求头');
  if (asked.version !== matter.version) {
    return problem(412, '这件事刚被别人改过', {
      detail: '您打开之后，演示员韩登记了一次调处。',
      rule: `同一版本才能写入（现在第 ${matter.version} 版，您是第 ${asked.version} 版）`,
      next: '对照着看一遍，再决定要不要提交',
    });
  }
  if (!found?.from.includes(matter.stage)) {
    return problem(409, '现在不能走这一步', {
      detail: `这件事现在是“${matter.stageTitle}”`,
      rule: '一步一步来，不能跳',
      next: '看“我现在可以做”里列出的',
    });
  }
  if (JSON.stringify(asked.body).includes('测试退回')) {
    return problem(422, '有一处没写对', {
      fields: [{ name: Object.keys(asked.body)[0], message: '服务器说：这里不能写“测试退回”' }],
      article: '演示规程第九条',
    });
  }
  matter.version += 1;
  if (found.to) {
    const to = found.to;
    matter.stage = to;
    matter.stageTitle = disputes.stages.find((one) => one.name === to)?.title ?? to;
    const at = disputes.road.indexOf(to);
    if (at >= 0)
      matter.road.forEach((step, index) => {
        step.state = index < at ? 'done' : index === at ? 'now' : 'ahead';
      });
  }
  return ok(matter);
}

function matterAnswer(asked: Asked, id: string, part: string): Answer {
  const matter = matters.find((one) => one.id === id);
  if (!matter) return problem(404, '没有这件事，或者您看不到', { next: '回待办看看' });
  const verb = /^\/moves\/(.+)$/.exec(part)?.[1];
  if (verb) return move(asked, matter, verb);
  if (part === '/moves') return ok(movesOf(matter));
  if (part === '/trail') return ok<Trail>({ items: trailOf(), intact: true });
  if (part === '/deadlines') return ok({ items: deadlinesOf(matter) });
  if (part === '/purposes') {
    return ok({
      items: [
        { code: 'contact', title: '联系当事人办理本事项', article: '个人信息保护法第三十四条', fields: ['NAME', 'PHONE'], note: false },
        { code: 'danger', title: '紧急情况下保护生命健康', article: '个人信息保护法第十三条第一款第四项', fields: ['NAME', 'PHONE'], note: true },
      ],
    });
  }
  if (part === '/looks') {
    return ok(
      asked.method === 'POST'
        ? { party: 1, name: '样例甲', phone: '13800000000', at: NOW, purpose: 'contact' }
        : { items: [] },
    );
  }
  if (part === '/alike') return ok({ items: [] });
  if (part === '/links') {
    return ok({
      items: [
        {
          kind: 'CHILD',
          kindTitle: '子事项',
          blocking: true,
          matter: { id: 'm4', code: matters[4]?.code, title: matters[4]?.title, stageTitle: '调处' },
        },
        { kind: 'LINKED', kindTitle: '有关联', hidden: true },
      ],
    });
  }
  return ok(matter);
}

function list(query: URLSearchParams): Answer {
  const has = (name: string) => query.get(name) ?? '';
  const found = matters.filter(
    (one) =>
      (!has('q') || one.title.includes(has('q')) || one.code.includes(has('q'))) &&
      (!has('scene') || one.scene === has('scene')) &&
      (!has('stage') || one.stage === has('stage')) &&
      (!has('colour') || one.colour?.name === has('colour')) &&
      (!has('area') || one.area.path.startsWith(has('area'))) &&
      (!has('overdue') || one.due?.overdue) &&
      (!has('dueSoon') || (one.due && !one.due.overdue && (one.due.workingDaysLeft ?? 9) <= 3)) &&
      (!has('returned') || one.returns > 0) &&
      (!has('dueBefore') || (one.due && (one.due.lastDay ?? one.due.at) <= has('dueBefore'))),
  );
  const from = Number(has('after') || 0);
  return ok<Page<MatterRow>>({
    items: found.slice(from, from + 10).map(rowOf),
    ...(from + 10 < found.length ? { next: String(from + 10) } : {}),
  });
}

function summary(): Answer {
  const towns = areas.filter((area) => area.path.split('.').length === ROOT.split('.').length + 1);
  return ok<Summary>({
    asOf: NOW,
    atLeast: [],
    most: 10_000,
    mostOfPart: 2_000,
    open: 46,
    overdue: 4,
    dueSoon: 6,
    returned: 3,
    byTown: towns.map((area, at) => ({
      area: { path: area.path, name: area.name },
      open: [21, 16, 9][at] ?? 0,
      overdue: [3, 1, 0][at] ?? 0,
      dueSoon: [4, 1, 1][at] ?? 0,
      returned: [2, 1, 0][at] ?? 0,
      atLeast: [],
    })),
  });
}

const office = (id: string, name: string) => ({ id, name, level: 'TOWN' });
const notices: Notices = {
  years: [
    { year: 2026, paper: { year: 2026, title: '演示放假通知', number: '演示文号', url: '' } },
    { year: 2027 },
  ],
  recounts: [],
};

const openOnes: OpenOne[] = [
  {
    id: 'open-1',
    session: true,
    own: true,
    name: '',
    openedAt: NOW,
    seenAt: NOW,
    endsAt: NOW,
    means: '密码',
    device: 'Firefox，Linux',
    address: '127.0.*.*',
    limits: { readsOnly: false, scenes: [], verbs: [], areas: [] },
  },
];

function deskAnswer(asked: Asked): Answer {
  const { path, query } = asked;
  const one = /^\/matters\/([^/]+)(.*)$/.exec(path);
  const open = /^\/scenes\/(\w+)$/.exec(path)?.[1];
  const task = /^\/tasks\/([^/]+)\/(claim|release)$/.exec(path);
  const alert = /^\/alerts\/([^/]+)\/acknowledge$/.exec(path)?.[1];
  const wished = preferencesAnswer(asked);
  if (wished) return wished;
  if (path === '/me') return ok(me(asked.session));
  if (path === '/account')
    return ok<OwnAccount>({ login: asked.session, name: '演示员林', recoveryLeft: 0, bindings: [], journal: [] });
  if (path === '/account/tickets') return ok<Page<OpenOne>>({ items: openOnes });
  if (path === '/accounts') return ok({ items: [] });
  if (path === '/scenes') return ok<Page<Scene>>({ items: scenes });
  if (path === '/matters') return list(query);
  if (one) return matterAnswer(asked, one[1] ?? '', one[2] ?? '');
  if (open) return file(asked, open, { properties: {} });
  if (path === '/calendar')
    return ok<Calendar>({
      items: Array.from({ length: Number(query.get('days')) }, (_, day) =>
        calendarDay(addDays(query.get('from') ?? '', day)),
      ),
      version: '2026.2',
    });
  if (path === '/inbox') {
    const filter = query.get('filter');
    const rows = tasks.filter((row) =>
      filter === 'mine' ? row.task.mine : filter === 'unclaimed' ? row.task.state === 'OPEN' : true,
    );
    return ok<Inbox>({
      items: rows,
      counts: {
        all: tasks.length,
        mine: tasks.filter((row) => row.task.mine).length,
        unclaimed: tasks.filter((row) => row.task.state === 'OPEN').length,
        overdue: 2,
        most: 1000,
      },
    });
  }
  if (task) {
    const row = tasks.find((other) => other.task.id === task[1]);
    if (row)
      Object.assign(row.task, task[2] === 'claim' ? { state: 'CLAIMED', mine: true } : { state: 'OPEN', mine: false });
    return ok({});
  }
  if (path === '/agencies')
    return ok({
      items: [
        { id: 'a1', name: '演示甲镇调解中心', levelTitle: '乡镇（街道）' },
        { id: 'a2', name: '演示乙街道调解中心', levelTitle: '乡镇（街道）' },
      ],
    });
  if (path === '/posts')
    return ok<Page<PostRow>>({
      items: [
        {
          id: 'post-1', title: '承办调解员', holder: '演示员林',
          people: [{ id: 'staff-1', name: '演示员林' }],
          agency: office('a1', '演示甲镇调解中心'),
        },
        {
          id: 'post-2', title: '副主任', holder: '演示员韩',
          people: [{ id: 'staff-2', name: '演示员韩' }],
          agency: office('a1', '演示甲镇调解中心'),
        },
        { id: 'post-3', title: '综合窗口', holder: '', people: [], agency: office('a2', '演示乙街道调解中心') },
      ],
    });
  if (path.endsWith('/handover')) return ok({});
  if (path === '/alerts') return ok<Page<Alert>>({ items: alerts });
  if (path.startsWith('/parameters')) return parametersAnswer(asked);
  if (path === '/calendar/notices') return ok<Notices>(notices);
  if (alert) {
    const found = alerts.find((other) => other.id === alert);
    if (found) Object.assign(found, { acknowledgedAt: NOW, acknowledgedBy: '演示员林' });
    return ok({});
  }
  if (path === '/supervision/summary') return summary();
  return problem(404, '没有这个地方');
}

export function answer(asked: Asked): Answer {
  if (asked.path === '/session') {
    if (asked.method === 'DELETE') return { status: 204, cookie: '' };
    const user = users.find((one) => one.user === asked.body['user'] && one.password === asked.body['password']);
    if (!user) return problem(401, '用户名或密码不对', { next: '再错 3 次，会锁 15 分钟' });
    return { status: 200, body: me(user.user), cookie: user.user };
  }
  const open = publicAnswer(asked);
  if (open) return open;
  return asked.session ? deskAnswer(asked) : problem(401, '要先登录');
}
