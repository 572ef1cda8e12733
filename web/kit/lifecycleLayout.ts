import type { Scene, SceneMove } from './wire';

export interface Node {
  name: string;
  title: string;
  x: number;
  y: number;
  width: number;
  end: boolean;
  main: boolean;
}
export interface Edge {
  from: string;
  to: string;
  titles: string[];
  /** What is written on the line; of several lines that say the same to the same stage, one says it. */
  label: string;
  path: string;
  x: number;
  y: number;
  main: boolean;
  tip: string;
}
export interface Graph {
  width: number;
  height: number;
  nodes: Node[];
  edges: Edge[];
  anywhere: SceneMove[];
  stays: SceneMove[];
}

const COLUMN = 176;
const ROW = 104;
const HALF = 19;
const TOP = 52;
/** Room above for ways that go over the top. */
const LIFT = 76;

/** How many moves away from the first stage: a stage off the road stands under the last stage that leads to it. */
function columnsOf(scene: Scene): Map<string, number> {
  const columns = new Map(scene.road.map((name, at) => [name, at]));
  const targets = new Set(scene.moves.map((move) => move.to));
  const before = scene.stages.filter((stage) => !columns.has(stage.name) && !targets.has(stage.name));
  if (before.length) {
    for (const [name, at] of columns) columns.set(name, at + 1);
    before.forEach((stage) => columns.set(stage.name, 0));
  }
  for (let round = 0; round < scene.stages.length; round += 1) {
    for (const move of scene.moves) {
      if (!move.to || columns.has(move.to)) continue;
      const froms = move.from.map((name) => columns.get(name)).filter((at) => at !== undefined);
      // Reached from several stages, it stands under the middle of them; from one, a step further on.
      const middle = Math.round(froms.reduce((sum, at) => sum + at, 0) / froms.length);
      if (froms.length) columns.set(move.to, froms.length > 1 ? middle : middle + 1);
    }
  }
  scene.stages.forEach((stage) => columns.set(stage.name, columns.get(stage.name) ?? 0));
  return columns;
}

const widthOf = (title: string) => Math.max(64, Array.from(title).length * 15 + 24);

function nodesOf(scene: Scene): Node[] {
  const columns = columnsOf(scene);
  const main = new Set(scene.road);
  const taken = new Map<number, number>();
  const startless = scene.stages.filter((stage) => columns.get(stage.name) === 0 && !main.has(stage.name));
  return scene.stages.map((stage) => {
    const column = columns.get(stage.name) ?? 0;
    const onRoad = main.has(stage.name) || startless[0]?.name === stage.name;
    const row = onRoad ? 0 : (taken.get(column) ?? 0) + 1;
    if (!onRoad) taken.set(column, row);
    return {
      name: stage.name,
      title: stage.title,
      end: stage.end,
      main: onRoad,
      x: 90 + column * COLUMN,
      y: TOP + row * ROW,
      width: widthOf(stage.title),
    };
  });
}

function draw(from: Node, to: Node): { path: string; x: number; y: number; tip: string } {
  const arrow = (x: number, y: number, dx: number, dy: number) =>
    `M${x} ${y}l${-dx * 8 - dy * 4} ${-dy * 8 - dx * 4}l${dy * 8} ${dx * 8}z`;
  const straight = from.y === to.y && to.x - from.x === COLUMN;
  if (straight) {
    const [a, b] = [from.x + from.width / 2, to.x - to.width / 2];
    return { path: `M${a} ${from.y}L${b - 6} ${to.y}`, x: (a + b) / 2, y: from.y - 9, tip: arrow(b, to.y, 1, 0) };
  }
  if (from.y === to.y) {
    // A longer way on one line, forwards or back, goes over the top.
    const lift = Math.min(100, 30 + Math.abs(to.x - from.x) / 9);
    const bend = `${from.x} ${from.y - lift} ${to.x} ${to.y - lift}`;
    const path = `M${from.x} ${from.y - HALF}C${bend} ${to.x} ${to.y - HALF - 6}`;
    return { path, x: (from.x + to.x) / 2, y: from.y - lift * 0.78, tip: arrow(to.x, to.y - HALF, 0, 1) };
  }
  const down = to.y > from.y;
  const [a, b] = [from.y + (down ? HALF : -HALF), to.y + (down ? -HALF - 6 : HALF + 6)];
  const middle = (a + b) / 2;
  const path = `M${from.x} ${a}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${b}`;
  return {
    path,
    x: from.x * 0.35 + to.x * 0.65,
    y: a * 0.35 + b * 0.65,
    tip: arrow(to.x, b + (down ? 6 : -6), 0, down ? 1 : -1),
  };
}

function goesOver(nodes: Node[], move: SceneMove): boolean {
  const to = nodes.find((node) => node.name === move.to);
  return (
    !!to &&
    nodes.some((node) => move.from.includes(node.name) && node !== to && node.y === to.y && to.x - node.x !== COLUMN)
  );
}

function label(edges: Edge[], of: Map<string, Node>): void {
  const far = (edge: Edge) => Math.abs((of.get(edge.from)?.x ?? 0) - (of.get(edge.to)?.x ?? 0));
  const said = new Map<string, Edge>();
  for (const edge of edges) {
    const words = edge.titles.join('、');
    // Each way of the main road has its own words; the side roads to one end share theirs, on the shortest.
    const key = edge.main ? `${edge.from}>${edge.to}` : `${edge.to}|${words}`;
    const other = said.get(key);
    if (!other || far(edge) < far(other)) said.set(key, edge);
  }
  for (const edge of said.values()) edge.label = edge.titles.join('、');
}

/** Every stage and every move of a life; moves between the same two stages share one line. */
export function lifecycleLayout(scene: Scene): Graph {
  const nodes = nodesOf(scene);
  if (scene.moves.some((move) => goesOver(nodes, move)))
    nodes.forEach((node) => {
      node.y += LIFT;
    });
  const of = new Map(nodes.map((node) => [node.name, node]));
  const edges = new Map<string, Edge>();
  for (const move of scene.moves) {
    for (const name of move.from) {
      const [from, to] = [of.get(name), of.get(move.to ?? '')];
      if (!from || !to || from === to) continue;
      const key = `${from.name}>${to.name}`;
      const known = edges.get(key);
      if (known) known.titles.push(move.title);
      else
        edges.set(key, {
          from: from.name,
          to: to.name,
          titles: [move.title],
          label: '',
          main: from.main && to.main,
          ...draw(from, to),
        });
    }
  }
  label([...edges.values()], of);
  return {
    width: Math.max(...nodes.map((node) => node.x + node.width / 2)) + 40,
    height: Math.max(...nodes.map((node) => node.y)) + 56,
    nodes,
    edges: [...edges.values()],
    anywhere: scene.moves.filter((move) => !move.to && move.kernel),
    stays: scene.moves.filter((move) => !move.to && !move.kernel),
  };
}
