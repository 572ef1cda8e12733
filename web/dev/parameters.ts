import type { Page, ParametersFound, Proposal } from '../kit/wire';
import { ok, problem, type Answer, type Asked } from './asked';
import { NOW, ROOT } from './county';

const found: ParametersFound = {
  area: ROOT,
  on: NOW.slice(0, 10),
  items: [
    {
      parameter: {
        version: 'base:disputes.confirm@2023-01-01',
        name: 'disputes.confirm',
        title: '申请司法确认',
        value: '30D',
        kind: 'TERM',
        from: '2023-01-01',
        article: '人民调解法第三十三条',
        verification: 'TEXT_CHECKED',
        author: '随版本发布',
        reason: 'disputes.yml',
      },
      verificationTitle: '条文已核对',
      inForce: true,
      overrides: [],
    },
    {
      parameter: {
        version: 'edit-1',
        name: 'access.idle-minutes',
        title: '不操作多久后须重新登录',
        value: '60',
        kind: 'WHOLE',
        unit: '分钟',
        area: ROOT,
        from: '2026-03-01',
        verification: 'LOCAL_DEFAULT',
        author: '演示员林',
        approver: '演示负责人顾',
        reason: '窗口电脑多人合用',
      },
      verificationTitle: '本地默认',
      inForce: true,
      overrides: [],
    },
  ],
};

const proposal = (id: string, own: boolean): Proposal => ({
  id,
  name: 'disputes.register',
  title: '登记期限',
  before: '5D',
  value: own ? '3WD' : '2WD',
  area: ROOT,
  areaName: '演示县',
  from: '2026-12-01',
  article: '演示县矛盾纠纷办理规定第八条',
  verificationTitle: '条文待核对',
  author: own ? '演示负责人顾' : '演示员林',
  reason: '缩短登记时间',
  proposedAt: NOW,
  state: 'OPEN',
  stateTitle: '等另一位法制员决定',
  own,
});
const waiting = [proposal('p1', false), proposal('p2', true)];

const RESULTS = {
  approve: ['APPROVED', '已同意，已录入'],
  refuse: ['REFUSED', '没有同意'],
  withdraw: ['WITHDRAWN', '提出人撤回了'],
} as const;

export function parametersAnswer(asked: Asked): Answer {
  const { path } = asked;
  if (path === '/parameters') return ok<ParametersFound>(found);
  if (path === '/parameters/proposals') {
    if (asked.method === 'GET') return ok<Page<Proposal>>({ items: waiting });
    const known = found.items.find((one) => one.parameter.name === asked.body['name'])?.parameter;
    const made = {
      ...proposal(asked.key, true),
      name: String(asked.body['name']),
      title: known?.title ?? '',
      before: known?.value ?? '',
      value: String(asked.body['value']),
      from: String(asked.body['from']),
      reason: String(asked.body['reason']),
    };
    waiting.push(made);
    return ok(made, 201);
  }
  const [, id, deed] = /^\/parameters\/proposals\/([^/]+)\/(approve|refuse|withdraw)$/.exec(path) ?? [];
  const one = waiting.find((other) => other.id === id);
  if (!one || !deed) return problem(404, '找不到提议');
  const [state, stateTitle] = RESULTS[deed as keyof typeof RESULTS];
  const words = String(asked.body['reason'] ?? '');
  Object.assign(one, { state, stateTitle, decision: { by: '演示负责人顾', at: NOW, ...(words ? { words } : {}) } });
  return ok(one);
}
