import { holds, type RailLink } from '../../kernel/way';

export const ways: RailLink[] = [
  {
    to: '/desk/lawchanges',
    icon: 'check',
    word: '法规修订',
    en: 'Law changes',
    group: '办理',
    seenBy: holds('kernel.legal-officer'),
  },
];
