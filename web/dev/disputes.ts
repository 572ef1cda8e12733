import type { Scene } from '../kit/wire';
import { disputesMoves } from './disputesMoves';
import { schema, WINDOW } from './forms';

const publicOpen = schema(
  '说一件事',
  {
    words: {
      title: '您想说的是什么事？',
      'x-kind': 'longText',
      maxLength: 2000,
      'x-why': '照平时说话那样讲就行。谁、什么事、想怎么解决。',
      'x-example': '楼上漏水半年了，想请人来看看，谈谈赔偿',
    },
    area: { title: '事情发生在哪里？', 'x-kind': 'area', 'x-why': '知道村或社区，就能直接派给离您最近的人。' },
    door: { title: '门牌或旁边有什么', maxLength: 60, 'x-with': 'area', 'x-example': '7 幢，小区南门进来第二排' },
    when: { title: '什么时候发生的？', 'x-kind': 'date', 'x-why': '有些事过了时间就不好办，记个大概的日子也行。' },
    other: {
      title: '对方是谁？',
      maxLength: 60,
      'x-why': '方便我们联系对方来谈。不知道可以不填。',
      'x-example': '楼上住户，姓演',
    },
    anonymous: {
      type: 'boolean',
      title: '要不要留下姓名？',
      'x-kind': 'boolean',
      'x-titles': { true: '不留，匿名说', false: '留下，方便找我' },
      'x-why': '匿名也会办。但我们没法回电话问您，您也不能用手机号查进度。',
    },
    name: {
      title: '怎么称呼您？',
      maxLength: 30,
      'x-why': '称呼和手机只给办这件事的人看，看一次记一次。',
      'x-unless': 'anonymous',
      'x-example': '演示甲',
    },
    phone: {
      title: '您的手机号',
      'x-kind': 'phone',
      'x-with': 'name',
      'x-unless': 'anonymous',
      'x-why': '查进度时要用后四位',
    },
  },
  ['words', 'area', 'anonymous', 'name', 'phone'],
);

export const disputes: Scene = {
  name: 'disputes',
  title: '矛盾纠纷',
  about: '邻里、物业、欠款、土地界址这类说不拢的事',
  domain: '矛盾纠纷',
  version: 1,
  publicFiling: true,
  openedBy: WINDOW,
  start: 'SENSED',
  stages: [
    ['SENSED', '感知'],
    ['REGISTERED', '登记'],
    ['ROUTED', '分派'],
    ['ACCEPTED', '受理'],
    ['HANDLING', '调处'],
    ['AGREED', '达成协议'],
    ['PERFORMING', '履行'],
    ['EVALUATED', '评价'],
    ['CLOSED', '结案', 1],
    ['FAILED', '调解不成'],
    ['WITHDRAWN', '撤回'],
    ['DIVERTED', '已引导', 1],
  ].map(([name, title, end]) => ({ name: String(name), title: String(title), end: !!end })),
  road: ['REGISTERED', 'ROUTED', 'ACCEPTED', 'HANDLING', 'AGREED', 'PERFORMING', 'EVALUATED', 'CLOSED'],
  moves: disputesMoves,
  open: schema(
    '登记一件纠纷',
    {
      title: { title: '一句话说是什么事', maxLength: 40 },
      words: { title: '当事人的原话', 'x-kind': 'longText', maxLength: 2000, 'x-why': '照原话记，不改写' },
      source: {
        title: '从哪里来',
        'x-kind': 'choice',
        enum: ['WINDOW', 'PHONE', 'GRID'],
        'x-titles': { WINDOW: '窗口来访', PHONE: '电话', GRID: '网格走访' },
      },
      area: { title: '发生在哪里', 'x-kind': 'area' },
      happened: { title: '什么时候发生', 'x-kind': 'instant' },
      person: { title: '申请人姓名', maxLength: 30 },
      phone: { title: '申请人手机', 'x-kind': 'phone' },
    },
    ['title', 'words', 'source', 'area'],
  ),
  publicOpen,
};
