import { holds, type RailLink } from '../../kernel/way';

export const ways: RailLink[] = [
  {
    to: '/desk/allowances',
    icon: 'box',
    word: '以案定补',
    en: 'Allowances',
    group: '名册',
    seenBy: (me) => me.roles.some((role) => role.startsWith('allowances.')),
  },
  {
    to: '/desk/allowances/mine',
    icon: 'box',
    word: '我的补贴',
    en: 'My allowance',
    group: '名册',
    seenBy: holds('.mediator'),
  },
];
