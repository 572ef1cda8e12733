import type { CanMove, CannotMove, Matter, Progress, Schema } from '../kit/wire';
import { checkpoint, demoReceipt, issue, key, leafOf, published } from './log';
import { alerts, areas, calendarDay, deadlinesOf, due, matterAt, matters, NOW, ROOT, rowOf, tasks, trailOf } from './matters';
import { addDays } from '../kit/days';
import { disputes, disputesMoves, scenes } from './scenes';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  key: string;
  version: number;
  session: string;
  maple: boolean;
}
interface Answer { status: number; body?: unknown; cookie?: string }

const ok = (body: unknown, status = 200): Answer => ({ status, body });
const problem = (status: number, title: string, more: Record<string, unknown> = {}): Answer =>
  ({ status, body: { type: 'about:blank', title, status, ...more } });

const users = [
  { user: 'demo-lin', password: 'demo', name: '演示员林', post: '承办调解员', agency: '演示甲镇调解中心' },
  { user: 'demo-gu', password: 'demo', name: '演示负责人顾', post: '县中心负责人', agency: '演示县社会治理中心' },
];
const county = { path: ROOT, name: '演示县' };
const filed = new Map<string, unknown>();
let graded = false;

function me(user: string) {
  const one = users.find((other) => other.user === user) ?? users[0];
  const boss = user === 'demo-gu';
  return {
    person: { id: user, name: one?.name }, supervisor: boss, demo: true, now: NOW, county, roles: ['disputes.mediator'],
    posts: [{ id: 'post-1', title: one?.post, agency: { id: 'a1', name: one?.agency, level: 'TOWN' }, area: { path: `${ROOT}.t0`, name: '演示甲镇' },
      roles: [{ name: 'disputes.mediator', title: '调解员' }] }],
    scope: { areas: [{ path: `${ROOT}.t0`, name: '演示甲镇' }], agencies: [{ id: 'a1', name: '演示甲镇调解中心' }] },
    counts: { inbox: tasks.length, overdue: 2, alerts: alerts.filter((one) => !one.acknowledgedAt).length },
  };
}

function movesOf(matter: Matter): { version: number; can: CanMove[]; cannot: CannotMove[] } {
  const scene = scenes.find((one) => one.name === matter.scene) ?? disputes;
  const can = scene.moves.filter((one) => one.from.includes(matter.stage)).map((one) => ({
    verb: one.verb, title: one.title, kernel: one.kernel, danger: one.danger ?? false, schema: one.schema,
    ...(one.to ? { to: one.to, toTitle: scene.stages.find((stage) => stage.name === one.to)?.title ?? one.to } : {}),
    ...(one.verb === 'agree' ? { hint: '双方签字后再登记' } : {}),
  }));
  const cannot = scene.moves.filter((one) => !one.from.includes(matter.stage)).slice(0, 4).map((one) => ({
    verb: one.verb, title: one.title,
    reason: `只在“${one.from.map((name) => scene.stages.find((stage) => stage.name === name)?.title ?? name).join('、')}”环节可以，现在是“${matter.stageTitle}”`,
    ...(one.verb === 'close' ? { rule: '没有当事人评价，不得结案', article: '演示规程第三十一条' } : {}),
  }));
  return { version: matter.version, can, cannot };
}

function move(asked: Asked, matter: Matter, verb: string): Answer {
  const found = disputesMoves.find((one) => one.verb === verb);
  if (!asked.maple || !asked.key) return problem(400, '少了请求头');
  if (asked.version !== matter.version) {
    return problem(412, '这件事刚被别人改过', { detail: '您打开之后，演示员韩登记了一次调处。', rule: `同一版本才能写入（现在第 ${matter.version} 版，您是第 ${asked.version} 版）`, next: '对照着看一遍，再决定要不要提交' });
  }
  if (!found?.from.includes(matter.stage)) {
    return problem(409, '现在不能走这一步', { detail: `这件事现在是“${matter.stageTitle}”`, rule: '一步一步来，不能跳', next: '看“我现在可以做”里列出的' });
  }
  if (JSON.stringify(asked.body).includes('测试退回')) {
    return problem(422, '有一处没写对', { fields: [{ name: Object.keys(asked.body)[0], message: '服务器说：这里不能写“测试退回”' }], article: '演示规程第九条' });
  }
  matter.version += 1;
  if (found.to) {
    const to = found.to;
    matter.stage = to;
    matter.stageTitle = disputes.stages.find((one) => one.name === to)?.title ?? to;
    const at = disputes.road.indexOf(to);
    if (at >= 0) matter.road.forEach((step, index) => { step.state = index < at ? 'done' : index === at ? 'now' : 'ahead'; });
  }
  return ok(matter);
}

function file(asked: Asked, scene: string, schema: Schema): Answer {
  if (!asked.key) return problem(400, '少了 Idempotency-Key');
  const earlier = filed.get(asked.key);
  if (earlier) return ok(earlier, 201);
  if (String(asked.body['phone'] ?? '').endsWith('9999')) {
    return problem(422, '有一处没写对', { fields: [{ name: 'phone', message: '这个号码打不通，请再看一眼' }] });
  }
  const missing = (schema.required ?? []).filter((name) => asked.body[name] === undefined && !asked.body['anonymous']);
  if (missing.length) return problem(422, '还没填完', { fields: missing.map((name) => ({ name, message: `还没填“${schema.properties[name]?.title}”` })) });
  const matter = matterAt(matters.length);
  matter.scene = scene;
  matters.push(matter);
  const receipt = issue('YS26-7K2M', matter.id, asked.body, NOW);
  const answer = { matter: { id: matter.id, code: matter.code, title: matter.title, stageTitle: '登记', office: { name: '演示甲镇调解中心', phone: '0579-0000000' } }, receipt };
  filed.set(asked.key, answer);
  return ok(answer, 201);
}

function progress(): Progress {
  const matter = matters[5] as Matter;
  return {
    code: 'YS26-0001', title: '演示：楼上渗水，要求赔偿', scene: 'disputes', sceneTitle: '矛盾纠纷', stage: matter.stage, stageTitle: matter.stageTitle,
    road: matter.road, whatNow: '等对方付第二笔。陈先生应在 10月15日 前付 12,000 元。没收到，我们会先联系他。', needYou: true,
    needYouWhat: '和对方一起申请法院确认，不收费', office: { name: '演示甲镇调解中心', phone: '0579-0000000' },
    due: due('2026-10-08', '申请法院确认', 0.73),
    entries: [
      { at: '2026-09-05T16:42:00+08:00', what: '双方达成协议，共 28,600 元', who: '演示员韩' },
      { at: '2026-08-25T10:00:00+08:00', what: '调解员上门', who: '演示员韩' },
      { at: '2026-08-21T11:02:00+08:00', what: '派给演示甲镇调解中心' }, { at: '2026-08-21T09:14:00+08:00', what: '收到您的反映' },
    ],
    mayEvaluate: !graded, receiptCode: demoReceipt.receiptCode,
  };
}

function publicAnswer(asked: Asked): Answer | null {
  const { path, query, body, method } = asked;
  const receipt = /^\/public\/receipts\/(.+)$/.exec(path)?.[1];
  const scene = /^\/public\/scenes\/(\w+)$/.exec(path)?.[1];
  if (path === '/public/about') return ok({ name: '枫桥', county, demo: true, now: NOW, demoUsers: users, scenes: scenes.map(({ name, title, about }) => ({ name, title, about })) });
  if (path === '/public/areas') {
    const parent = query.get('parent') ?? ROOT;
    return ok({ items: areas.filter((area) => area.path.startsWith(`${parent}.`) && area.path.split('.').length === parent.split('.').length + 1) });
  }
  if (path === '/public/scenes' && method === 'GET') return ok({ items: scenes });
  if (scene && method === 'POST') {
    const found = scenes.find((one) => one.name === scene);
    return found?.publicOpen ? file(asked, scene, found.publicOpen) : problem(404, '没有这类事');
  }
  if (path === '/public/progress' || path === '/public/evaluations') {
    if (body['code'] !== 'YS26-0001' || body['phoneLast4'] !== '0000') return problem(404, '没有对上', { detail: '查询码或手机号后四位不对。', next: '看一眼回执上的查询码；还是不对，可以打电话或到窗口问' });
    if (path.endsWith('evaluations')) graded = true;
    return ok(progress());
  }
  if (receipt) {
    const found = published(decodeURIComponent(receipt));
    return found ? ok(found) : problem(404, '没有这个回执号', { next: '看一眼是不是少了一位' });
  }
  if (path === '/public/log/keys') return ok({ items: [key] });
  if (path === '/public/log/checkpoint') return ok(checkpoint());
  if (path === '/public/log/proof') return ok(leafOf(query.get('entry') ?? ''));
  return null;
}

function matterAnswer(asked: Asked, id: string, part: string): Answer {
  const matter = matters.find((one) => one.id === id);
  if (!matter) return problem(404, '没有这件事，或者您看不到', { next: '回待办看看' });
  const verb = /^\/moves\/(.+)$/.exec(part)?.[1];
  if (verb) return move(asked, matter, verb);
  if (part === '/moves') return ok(movesOf(matter));
  if (part === '/trail') return ok({ items: trailOf(), next: null, intact: true });
  if (part === '/deadlines') return ok({ items: deadlinesOf(matter) });
  if (part === '/links') {
    return ok({ items: [
      { kind: 'CHILD', kindTitle: '子事项', blocking: true, matter: { id: 'm4', code: matters[4]?.code, title: matters[4]?.title, stageTitle: '调处' } },
      { kind: 'LINKED', kindTitle: '有关联', hidden: true },
    ] });
  }
  return ok(matter);
}

function list(query: URLSearchParams): Answer {
  const has = (name: string) => query.get(name) ?? '';
  const found = matters.filter((one) => (!has('q') || one.title.includes(has('q')) || one.code.includes(has('q')))
    && (!has('scene') || one.scene === has('scene')) && (!has('stage') || one.stage === has('stage'))
    && (!has('colour') || one.colour?.name === has('colour')) && (!has('area') || one.area.path.startsWith(has('area')))
    && (!has('overdue') || one.due?.overdue) && (!has('dueSoon') || (one.due && !one.due.overdue && (one.due.workingDaysLeft ?? 9) <= 3))
    && (!has('returned') || one.returns > 0)
    && (!has('dueBefore') || (one.due && (one.due.lastDay ?? one.due.at) <= has('dueBefore'))));
  const from = Number(has('after') || 0);
  return ok({ items: found.slice(from, from + 10).map(rowOf), next: from + 10 < found.length ? String(from + 10) : null });
}

function deskAnswer(asked: Asked): Answer {
  const { path, query } = asked;
  const one = /^\/matters\/([^/]+)(.*)$/.exec(path);
  const open = /^\/scenes\/(\w+)$/.exec(path)?.[1];
  const task = /^\/tasks\/([^/]+)\/(claim|release)$/.exec(path);
  const alert = /^\/alerts\/([^/]+)\/acknowledge$/.exec(path)?.[1];
  if (path === '/me') return ok(me(asked.session));
  if (path === '/scenes') return ok({ items: scenes });
  if (path === '/matters') return list(query);
  if (one) return matterAnswer(asked, one[1] ?? '', one[2] ?? '');
  if (open) return file(asked, open, { properties: {} });
  if (path === '/calendar') return ok({ items: Array.from({ length: Number(query.get('days')) }, (_, day) => calendarDay(addDays(query.get('from') ?? '', day))), version: '2026.2' });
  if (path === '/inbox') {
    const filter = query.get('filter');
    const rows = tasks.filter((row) => filter === 'mine' ? row.task.mine : filter === 'unclaimed' ? row.task.state === 'OPEN' : true);
    return ok({ items: rows, next: null, counts: { all: tasks.length, mine: tasks.filter((row) => row.task.mine).length, unclaimed: tasks.filter((row) => row.task.state === 'OPEN').length, overdue: 2 } });
  }
  if (task) {
    const row = tasks.find((other) => other.task.id === task[1]);
    if (row) Object.assign(row.task, task[2] === 'claim' ? { state: 'CLAIMED', mine: true } : { state: 'OPEN', mine: false });
    return ok({});
  }
  if (path === '/posts') return ok({ items: [{ id: 'post-1', title: '承办调解员', holder: '演示员林', agency: { id: 'a1', name: '演示甲镇调解中心' } }, { id: 'post-2', title: '副主任', holder: '演示员韩', agency: { id: 'a1', name: '演示甲镇调解中心' } }, { id: 'post-3', title: '综合窗口', agency: { id: 'a2', name: '演示乙街道调解中心' } }] });
  if (path.endsWith('/handover')) return ok({});
  if (path === '/alerts') return ok({ items: alerts, next: null });
  if (alert) {
    const found = alerts.find((other) => other.id === alert);
    if (found) Object.assign(found, { acknowledgedAt: NOW, acknowledgedBy: '演示员林' });
    return ok({});
  }
  if (path === '/supervision/summary') {
    const towns = areas.filter((area) => area.path.split('.').length === ROOT.split('.').length + 1);
    return ok({ asOf: NOW, open: 46, overdue: 4, dueSoon: 6, returned: 3, byTown: towns.map((area, at) => ({ area: { path: area.path, name: area.name }, open: [21, 16, 9][at], overdue: [3, 1, 0][at], returned: [2, 1, 0][at] })) });
  }
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
