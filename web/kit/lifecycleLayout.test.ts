import { expect, test } from 'vitest';
import { lifecycleLayout } from './lifecycleLayout';
import type { Scene } from './wire';

const stages = [
  '感知',
  '已登记',
  '已分派',
  '已签收',
  '调处中',
  '已达成协议',
  '履行中',
  '已评价',
  '已结案',
  '调解不成',
  '已撤回',
];
const road = stages.slice(0, 9);
const moves = [
  ...road.slice(1).map((to, at) => ({ title: `走到${to}`.slice(0, 4), from: [road[at]], to })),
  { title: '重新打开', from: ['已结案'], to: '已签收' },
  { title: '结案后重新调解', from: ['已结案'], to: '调处中' },
  { title: '重新调解', from: ['已达成协议', '履行中'], to: '调处中' },
  { title: '调解不成', from: ['调处中', '已达成协议'], to: '调解不成' },
  { title: '撤回', from: ['已登记', '已分派', '已签收', '调处中'], to: '已撤回' },
];
const scene = {
  name: 'tangled',
  title: '绕来绕去',
  version: 1,
  road,
  stages: stages.map((name) => ({ name, title: name, end: name === '已结案' })),
  moves: moves.map((move, at) => ({ verb: `v${at}`, kernel: false, roles: [], ...move })),
} as unknown as Scene;

test('no words of a lifecycle hide a stage or other words', () => {
  const { nodes, edges } = lifecycleLayout(scene);
  const words = edges
    .filter((edge) => edge.label)
    .map(({ label, x, y }) => ({ what: label, x, y: y - 4, half: (label.length * 13) / 2, tall: 8 }));
  const boxes = nodes.map((node) => ({ what: node.title, x: node.x, y: node.y, half: node.width / 2, tall: 19 }));
  expect(words.length).toBeGreaterThan(10);
  words.forEach((one, at) => {
    const over = [...boxes, ...words.slice(at + 1)].filter(
      (other) => Math.abs(one.x - other.x) < one.half + other.half && Math.abs(one.y - other.y) < one.tall + other.tall,
    );
    expect(over, `${one.what} stands on`).toEqual([]);
  });
});

test('the stages of the road stand in order and apart', () => {
  const { nodes, width } = lifecycleLayout(scene);
  const main = nodes.filter((node) => node.main);
  expect(main.map((node) => node.title)).toEqual(road);
  main.slice(1).forEach((node, at) => {
    const before = main[at]!;
    expect(node.x - node.width / 2).toBeGreaterThan(before.x + before.width / 2);
  });
  expect(width).toBeGreaterThan(Math.max(...nodes.map((node) => node.x)));
});
