import type { Field, Scene, SceneMove, Schema } from '../kit/wire';

/** Made-up scenes in the shape of the wire. Every name says that it is a demonstration. */
type Fields = Record<string, Partial<Field> & { title: string }>;

export function schema(title: string, fields: Fields, required: string[] = []): Schema {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { type: 'string', 'x-kind': 'text', ...field } as Field]),
  );
  return { type: 'object', title, required, properties, 'x-order': Object.keys(fields) };
}

const note = (title = '说明', maxLength = 500): Fields => ({ note: { title, 'x-kind': 'longText', maxLength } });
const MEDIATOR = [{ name: 'disputes.mediator', title: '调解员' }];
const WINDOW = [{ name: 'disputes.window', title: '综合窗口' }];
const HEAD = [{ name: 'disputes.head', title: '中心负责人' }];

const plain = { kernel: false, danger: false };

const agreeSchema = schema('达成协议', {
  agreedOn: { title: '协议生效日', 'x-kind': 'date', description: '双方签字那天' },
  kind: {
    title: '协议形式', 'x-kind': 'choice', enum: ['ORAL', 'WRITTEN'],
    'x-titles': { ORAL: '口头协议，已记录', WRITTEN: '书面协议' },
  },
  total: { title: '金额', 'x-kind': 'money', 'x-unit': '元', minimum: 0, 'x-example': '28600.00' },
  payments: {
    type: 'array', title: '分几笔', 'x-kind': 'list',
    items: schema('一笔', {
      due: { title: '哪天前付', 'x-kind': 'date' },
      amount: { title: '付多少', 'x-kind': 'money', 'x-unit': '元', minimum: 0.01 },
    }, ['due', 'amount']),
  },
  confirm: { type: 'boolean', title: '要不要共同申请司法确认', 'x-kind': 'boolean', description: '30 日内双方一起申请，不收费' },
  text: { title: '协议内容', 'x-kind': 'longText', maxLength: 2000 },
}, ['agreedOn', 'kind', 'text']);

export const disputesMoves: SceneMove[] = [
  { ...plain, verb: 'register', title: '登记', from: ['SENSED'], to: 'REGISTERED', roles: WINDOW, schema: schema('登记', note()) },
  {
    ...plain, verb: 'route', title: '分派', from: ['REGISTERED'], to: 'ROUTED', roles: WINDOW,
    deadline: { parameter: 'disputes.respond', title: '响应' },
    schema: schema('分派', {
      area: { title: '事情发生在哪里', 'x-kind': 'area', 'x-why': '决定由哪个单位办' },
      agency: { title: '派给哪个单位', 'x-kind': 'agency' },
      post: { title: '派给哪个岗位', 'x-kind': 'post' },
      reason: { title: '为什么派给它', 'x-kind': 'longText', maxLength: 300 },
    }, ['agency', 'reason']),
  },
  {
    ...plain, verb: 'accept', title: '受理', from: ['ROUTED'], to: 'ACCEPTED', roles: MEDIATOR,
    deadline: { parameter: 'disputes.accept', title: '受理' }, schema: schema('受理', note('受理说明', 300)),
  },
  {
    ...plain, verb: 'handle', title: '开始调处', from: ['ACCEPTED'], to: 'HANDLING', roles: MEDIATOR,
    schema: schema('开始调处', { met: { title: '约在什么时候', 'x-kind': 'instant' }, place: { title: '地点', maxLength: 60 } }, ['met']),
  },
  {
    ...plain, verb: 'record', title: '记录调处', from: ['HANDLING'], to: null, roles: MEDIATOR,
    schema: schema('记录调处', {
      when: { title: '哪天', 'x-kind': 'date' },
      present: { type: 'integer', title: '到场几人', 'x-kind': 'integer', 'x-unit': '人', minimum: 1, maximum: 50 },
      words: { title: '谈得怎么样', 'x-kind': 'longText', maxLength: 1000 },
    }, ['when', 'words']),
  },
  { ...plain, verb: 'agree', title: '达成协议', from: ['HANDLING'], to: 'AGREED', roles: MEDIATOR, schema: agreeSchema,
    deadline: { parameter: 'disputes.handle', title: '调处' } },
  {
    ...plain, verb: 'fail', title: '调解不成，告知其他途径', from: ['HANDLING'], to: 'FAILED', roles: MEDIATOR, danger: true,
    schema: schema('调解不成', { ...note('不成的原因'), told: {
      title: '告知了哪些途径', 'x-kind': 'choice', enum: ['SUE', 'ARBITRATE', 'BOTH'],
      'x-titles': { SUE: '起诉', ARBITRATE: '仲裁', BOTH: '起诉、仲裁都告知了' } } }, ['note', 'told']),
  },
  { ...plain, verb: 'perform', title: '转入履行', from: ['AGREED'], to: 'PERFORMING', roles: MEDIATOR, schema: schema('转入履行', note()) },
  {
    ...plain, verb: 'evaluate', title: '请当事人评价', from: ['PERFORMING', 'FAILED', 'WITHDRAWN'], to: 'EVALUATED', roles: MEDIATOR,
    schema: schema('请当事人评价', { phone: { title: '回访电话', 'x-kind': 'phone' }, id: { title: '身份证号（核对用）', 'x-kind': 'idNumber' } }),
  },
  { ...plain, verb: 'close', title: '结案', from: ['EVALUATED'], to: 'CLOSED', roles: HEAD, schema: schema('结案', note('结案意见')) },
  { ...plain, verb: 'withdraw', title: '撤回', from: ['ROUTED', 'ACCEPTED', 'HANDLING'], to: 'WITHDRAWN', roles: MEDIATOR, schema: schema('撤回', note('为什么撤回')) },
  { ...plain, verb: 'divert', title: '引导去别处', from: ['REGISTERED'], to: 'DIVERTED', roles: WINDOW, schema: schema('引导去别处', note('引导去哪里')) },
  {
    kernel: true, verb: 'return', title: '退回', from: ['ROUTED', 'ACCEPTED'], to: null, roles: MEDIATOR,
    schema: schema('退回', note('为什么退回', 300), ['note']),
  },
  { kernel: true, verb: 'upgrade', title: '上交县级', from: ['HANDLING'], to: null, roles: MEDIATOR, schema: schema('上交', note('镇里办不了的原因'), ['note']) },
  {
    kernel: true, verb: 'link', title: '关联另一件', from: ['HANDLING', 'ACCEPTED'], to: null, roles: MEDIATOR,
    schema: schema('关联', { other: { title: '和哪一件有关', 'x-kind': 'matter' }, ...note('有什么关系', 200) }, ['other']),
  },
];

const publicOpen = schema('说一件事', {
  words: {
    title: '您想说的是什么事？', 'x-kind': 'longText', maxLength: 2000,
    'x-why': '照平时说话那样讲就行。谁、什么事、想怎么解决。', 'x-example': '楼上漏水半年了，想请人来看看，谈谈赔偿',
  },
  area: { title: '事情发生在哪里？', 'x-kind': 'area', 'x-why': '知道村或社区，就能直接派给离您最近的人。' },
  door: { title: '门牌或旁边有什么', maxLength: 60, 'x-with': 'area', 'x-example': '7 幢，小区南门进来第二排' },
  when: { title: '什么时候发生的？', 'x-kind': 'date', 'x-why': '有些事过了时间就不好办，记个大概的日子也行。' },
  other: { title: '对方是谁？', maxLength: 60, 'x-why': '方便我们联系对方来谈。不知道可以不填。', 'x-example': '楼上住户，姓演' },
  anonymous: {
    type: 'boolean', title: '要不要留下姓名？', 'x-kind': 'boolean', 'x-titles': { true: '不留，匿名说', false: '留下，方便找我' },
    'x-why': '匿名也会办。但我们没法回电话问您，您也不能用手机号查进度。',
  },
  name: { title: '怎么称呼您？', maxLength: 30, 'x-why': '称呼和手机只给办这件事的人看，看一次记一次。', 'x-unless': 'anonymous', 'x-example': '演示甲' },
  phone: { title: '您的手机号', 'x-kind': 'phone', 'x-with': 'name', 'x-unless': 'anonymous', description: '查进度时要用后四位' },
}, ['words', 'area', 'anonymous', 'name', 'phone']);

export const disputes: Scene = {
  name: 'disputes', title: '矛盾纠纷', about: '邻里、物业、欠款、土地界址这类说不拢的事', domain: '矛盾纠纷', version: 1,
  publicFiling: true,
  stages: [
    ['SENSED', '感知'], ['REGISTERED', '登记'], ['ROUTED', '分派'], ['ACCEPTED', '受理'], ['HANDLING', '调处'],
    ['AGREED', '达成协议'], ['PERFORMING', '履行'], ['EVALUATED', '评价'], ['CLOSED', '结案', 1], ['FAILED', '调解不成'],
    ['WITHDRAWN', '撤回'], ['DIVERTED', '已引导', 1],
  ].map(([name, title, end]) => ({ name: String(name), title: String(title), end: !!end })),
  road: ['REGISTERED', 'ROUTED', 'ACCEPTED', 'HANDLING', 'AGREED', 'PERFORMING', 'EVALUATED', 'CLOSED'],
  moves: disputesMoves,
  open: schema('登记一件纠纷', {
    title: { title: '一句话说是什么事', maxLength: 40 },
    words: { title: '当事人的原话', 'x-kind': 'longText', maxLength: 2000, 'x-why': '照原话记，不改写' },
    source: { title: '从哪里来', 'x-kind': 'choice', enum: ['WINDOW', 'PHONE', 'GRID'], 'x-titles': { WINDOW: '窗口来访', PHONE: '电话', GRID: '网格走访' } },
    area: { title: '发生在哪里', 'x-kind': 'area' },
    happened: { title: '什么时候发生', 'x-kind': 'instant' },
    person: { title: '申请人姓名', maxLength: 30 },
    phone: { title: '申请人手机', 'x-kind': 'phone' },
  }, ['title', 'words', 'source', 'area']),
  publicOpen,
};

/** A second life of quite another form: long names, an end halfway, no publicOpen fields in common. */
export const lamps: Scene = {
  name: 'lamps', title: '演示：设施报修', about: '路灯不亮、井盖松动这类看得见的小事', domain: '公共设施', version: 3, publicFiling: true,
  stages: [
    ['SEEN', '有人看见'], ['CHECKED', '现场核实并拍照留存'], ['ORDERED', '派单给养护单位'], ['FIXED', '修好待复看'],
    ['DONE', '办完', 1], ['NOTOURS', '不归本县管，已转告', 1],
  ].map(([name, title, end]) => ({ name: String(name), title: String(title), end: !!end })),
  road: ['SEEN', 'CHECKED', 'ORDERED', 'FIXED', 'DONE'],
  moves: [
    { ...plain, verb: 'check', title: '去看过了', from: ['SEEN'], to: 'CHECKED', roles: WINDOW, schema: schema('核实', note()) },
    { ...plain, verb: 'order', title: '派单', from: ['CHECKED'], to: 'ORDERED', roles: WINDOW, schema: schema('派单', note()) },
    { ...plain, verb: 'fix', title: '修好了', from: ['ORDERED'], to: 'FIXED', roles: WINDOW, schema: schema('修好了', note()) },
    { ...plain, verb: 'again', title: '没修好，再派', from: ['FIXED'], to: 'ORDERED', roles: WINDOW, schema: schema('再派', note()) },
    { ...plain, verb: 'done', title: '复看没问题', from: ['FIXED'], to: 'DONE', roles: WINDOW, schema: schema('复看', note()) },
    { ...plain, verb: 'pass', title: '转告别县', from: ['CHECKED'], to: 'NOTOURS', roles: WINDOW, schema: schema('转告', note()) },
  ],
  open: schema('登记报修', { what: { title: '什么坏了' }, area: { title: '在哪里', 'x-kind': 'area' } }, ['what', 'area']),
  publicOpen: schema('报修', {
    what: {
      title: '什么坏了？', 'x-kind': 'choice', enum: ['LAMP', 'COVER', 'ROAD'], 'x-titles': { LAMP: '路灯', COVER: '井盖', ROAD: '路面' },
    },
    area: { title: '在哪里？', 'x-kind': 'area', 'x-why': '好派最近的人去看。' },
    count: { type: 'integer', title: '坏了几处？', 'x-kind': 'integer', 'x-unit': '处', minimum: 1, maximum: 99 },
  }, ['what', 'area']),
};

export const scenes = [disputes, lamps];
