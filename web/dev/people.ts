import { NOW, ROOT } from './county';
import type { Me } from '../kit/wire';
import { alerts, tasks } from './matters';

export const users = [
  { user: 'demo-lin', password: 'demo', name: '演示员林', post: '承办调解员', agency: '演示甲镇调解中心' },
  { user: 'demo-gu', password: 'demo', name: '演示负责人顾', post: '县中心负责人', agency: '演示县社会治理中心' },
];
export const county = { path: ROOT, name: '演示县' };

export function me(user: string): Me {
  const one = users.find((other) => other.user === user) ?? users[0];
  const boss = user === 'demo-gu';
  return {
    person: { id: user, name: one?.name ?? '' },
    supervisor: boss,
    demo: true,
    now: NOW,
    county,
    roles: boss ? ['kernel.legal-officer'] : ['disputes.mediator'],
    posts: [
      {
        id: 'post-1',
        title: one?.post ?? '',
        standsIn: false,
        agency: { id: 'a1', name: one?.agency ?? '', level: 'TOWN' },
        area: { path: `${ROOT}.t0`, name: '演示甲镇' },
        roles: [{ name: 'disputes.mediator', title: '调解员' }],
      },
    ],
    scope: { areas: [{ path: `${ROOT}.t0`, name: '演示甲镇' }], agencies: [{ id: 'a1', name: '演示甲镇调解中心', level: 'TOWN' }] },
    mustEnrol: false,
    mustChangePassword: false,
    news: [],
    counts: {
      inbox: tasks.length,
      overdue: 2,
      alerts: alerts.filter((one) => !one.acknowledgedAt).length,
      messages: 0,
    },
  };
}
