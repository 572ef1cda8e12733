import type { About, Area, LogKey, Matter, OwnData, Page, Progress, Scene, Schema } from '../kit/wire';
import { ok, problem, type Answer, type Asked } from './asked';
import { areas, due, NOW, ROOT } from './county';
import { checkpoint, demoReceipt, issue, key, leafOf, published } from './log';
import { matterAt, matters } from './matters';
import { county, users } from './people';
import { scenes } from './scenes';

const filed = new Map<string, unknown>();
let graded = false;

export function file(asked: Asked, scene: string, schema: Schema): Answer {
  if (!asked.key) return problem(400, '少了 Idempotency-Key');
  const earlier = filed.get(asked.key);
  if (earlier) return ok(earlier, 201);
  if (String(asked.body['phone'] ?? '').endsWith('9999')) {
    return problem(422, '有一处没写对', { fields: [{ name: 'phone', message: '这个号码打不通，请再看一眼' }] });
  }
  const missing = (schema.required ?? []).filter((name) => asked.body[name] === undefined && !asked.body['anonymous']);
  if (missing.length)
    return problem(422, '还没填完', {
      fields: missing.map((name) => ({ name, message: `还没填“${schema.properties[name]?.title}”` })),
    });
  const matter = matterAt(matters.length);
  matter.scene = scene;
  matters.push(matter);
  const receipt = issue(matter.id, asked.body, NOW);
  const answer = {
    matter: {
      id: matter.id,
      code: matter.code,
      title: matter.title,
      stageTitle: '登记',
      office: { name: '演示甲镇调解中心', phone: '0579-0000000' },
    },
    receipt,
  };
  filed.set(asked.key, answer);
  return ok(answer, 201);
}

function progress(): Progress {
  const matter = matters[5] as Matter;
  return {
    code: 'YS26-0001',
    title: '演示：楼上渗水，要求赔偿',
    scene: 'disputes',
    sceneTitle: '矛盾纠纷',
    stage: matter.stage,
    stageTitle: matter.stageTitle,
    road: matter.road,
    whatNow: '等对方付第二笔。陈先生应在 10月15日 前付 12,000 元。没收到，我们会先联系他。',
    needYou: true,
    needYouWhat: '和对方一起申请法院确认，不收费',
    office: { name: '演示甲镇调解中心', phone: '0579-0000000' },
    due: due('2026-10-08', '申请法院确认', 0.73),
    entries: [
      { at: '2026-09-05T16:42:00+08:00', what: '双方达成协议，共 28,600 元', who: '演示员韩' },
      { at: '2026-08-25T10:00:00+08:00', what: '调解员上门', who: '演示员韩' },
      { at: '2026-08-21T11:02:00+08:00', what: '派给演示甲镇调解中心', who: '演示窗口' },
      { at: '2026-08-21T09:14:00+08:00', what: '收到您的反映', who: '您' },
    ],
    mayEvaluate: !graded,
    moves: [],
    receiptCode: demoReceipt.receiptCode,
  };
}

export function publicAnswer(asked: Asked): Answer | null {
  const { path, query, body, method } = asked;
  const receipt = /^\/public\/receipts\/(.+)$/.exec(path)?.[1];
  const scene = /^\/public\/scenes\/(\w+)$/.exec(path)?.[1];
  if (path === '/public/about')
    return ok<About>({
      name: '枫桥',
      county,
      demo: true,
      certificates: false,
      now: NOW,
      demoUsers: users,
      scenes: scenes.map(({ name, title, about }) => ({ name, title, about })),
    });
  if (path === '/public/areas') {
    const parent = query.get('parent') ?? ROOT;
    return ok<Page<Area>>({
      items: areas.filter(
        (area) => area.path.startsWith(`${parent}.`) && area.path.split('.').length === parent.split('.').length + 1,
      ),
    });
  }
  if (path === '/public/scenes' && method === 'GET') return ok<Page<Scene>>({ items: scenes });
  if (scene && method === 'POST') {
    const found = scenes.find((one) => one.name === scene);
    return found?.publicOpen ? file(asked, scene, found.publicOpen) : problem(404, '没有这类事');
  }
  if (path === '/public/own') {
    return ok<OwnData>({
      held: [
        { title: '姓名', shown: '方*例', ground: '为办理您反映的事（个人信息保护法第十三条第一款第三项：履行法定职责所必需）' },
        { title: '电话', shown: '138****0000', ground: '为办理您反映的事（个人信息保护法第十三条第一款第三项：履行法定职责所必需）' },
      ],
      looked: [
        { at: NOW, who: '演示乙街道调解中心', fields: '姓名、电话', purpose: '联系当事人办理本事项', article: '个人信息保护法第三十四条' },
      ],
      correct: '写错了的，可以要求更正；觉得不该看的，可以提出异议：请联系演示乙街道调解中心，或向县监督岗反映（个人信息保护法第四十六条、第五十条）。',
      phone: '0000-0000000',
      kinds: [
        { kind: 'CORRECT', title: '更正写错的' },
        { kind: 'OTHER', title: '别的请求' },
      ],
      requests: [],
    });
  }
  if (path === '/public/progress' || path === '/public/evaluations') {
    if (body['code'] !== 'YS26-0001' || body['phoneLast4'] !== '0000')
      return problem(404, '没有对上', {
        detail: '查询码或手机号后四位不对。',
        next: '看一眼回执上的查询码；还是不对，可以打电话或到窗口问',
      });
    if (path.endsWith('evaluations')) graded = true;
    return ok(progress());
  }
  if (receipt) {
    const found = published(decodeURIComponent(receipt));
    return found ? ok(found) : problem(404, '没有这个回执号', { next: '看一眼是不是少了一位' });
  }
  if (path === '/public/log/keys') return ok<Page<LogKey>>({ items: [key] });
  if (path === '/public/log/checkpoint') return ok(checkpoint());
  if (path === '/public/log/proof') return ok(leafOf(query.get('entry') ?? ''));
  return null;
}
