import { holds, type RailLink } from '../../kernel/way';

export const ways: RailLink[] = [
  {
    to: '/desk/gradings',
    icon: 'check',
    word: '等级评定',
    en: 'Gradings',
    group: '名册',
    seenBy: (me) => me.roles.some((role) => role.startsWith('gradings.')),
  },
  {
    to: '/desk/gradings/mine',
    icon: 'check',
    word: '我的等级',
    en: 'My grading',
    group: '名册',
    seenBy: holds('disputes.mediator'),
  },
];
