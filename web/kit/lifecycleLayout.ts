import type { Scene, SceneMove } from './wire';

export interface Node {
  name: string;
  title: string;
  x: number;
  y: number;
  width: number;
  end: boolean;
  main: boolean;
  /** Counted from the left. */
  column: number;
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

const ROW = 104;
/** Between two stages of the road: the arrow, and beside its words some air. */
const GAP = 34;
const LETTER = 13;
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

const lettersOf = (words: string) => Array.from(words).length;
const widthOf = (title: string) => Math.max(64, lettersOf(title) * 15 + 24);

/** Where each column stands: as close to the one before as the words between them, and the stages below, let it. */
function placesOf(scene: Scene, columns: Map<string, number>, rows: Map<string, number>): number[] {
  const count = Math.max(...columns.values()) + 1;
  const places: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const here = scene.stages.filter((stage) => columns.get(stage.name) === at);
    const last = scene.stages.filter((stage) => columns.get(stage.name) === at - 1);
    let step = 0;
    for (const stage of here) {
      for (const other of last) {
        if (rows.get(stage.name) !== rows.get(other.name)) continue;
        const words = scene.moves
          .filter((move) => move.to === stage.name && move.from.includes(other.name))
          .map((move) => move.title)
          .join('、');
        const between = Math.max(GAP, words ? lettersOf(words) * LETTER + GAP : 24);
        step = Math.max(step, (widthOf(stage.title) + widthOf(other.title)) / 2 + between);
      }
    }
    places.push(at === 0 ? 60 : (places[at - 1] ?? 0) + Math.max(step, 84));
  }
  return places;
}

function nodesOf(scene: Scene): Node[] {
  const columns = columnsOf(scene);
  const main = new Set(scene.road);
  const taken = new Map<number, number>();
  const startless = scene.stages.filter((stage) => columns.get(stage.name) === 0 && !main.has(stage.name));
  const rows = new Map<string, number>();
  for (const stage of scene.stages) {
    const column = columns.get(stage.name) ?? 0;
    const onRoad = main.has(stage.name) || startless[0]?.name === stage.name;
    const row = onRoad ? 0 : (taken.get(column) ?? 0) + 1;
    if (!onRoad) taken.set(column, row);
    rows.set(stage.name, row);
  }
  const places = placesOf(scene, columns, rows);
  return scene.stages.map((stage) => {
    const column = columns.get(stage.name) ?? 0;
    const row = rows.get(stage.name) ?? 0;
    return {
      name: stage.name,
      title: stage.title,
      end: stage.end,
      main: row === 0,
      column,
      x: places[column] ?? 0,
      y: TOP + row * ROW,
      width: widthOf(stage.title),
    };
  });
}

type Point = [x: number, y: number];
type Curve = [Point, Point, Point, Point];

interface Drawn {
  path: string;
  tip: string;
  /** Where words may stand on the line, the best place first. */
  spots: Point[];
}

function on([a, b, c, d]: Curve, t: number): Point {
  const mix = (p: number, q: number, r: number, s: number) =>
    p * (1 - t) ** 3 + 3 * q * t * (1 - t) ** 2 + 3 * r * t * t * (1 - t) + s * t ** 3;
  return [mix(a[0], b[0], c[0], d[0]), mix(a[1], b[1], c[1], d[1])];
}

function draw(from: Node, to: Node): Drawn {
  const arrow = (x: number, y: number, dx: number, dy: number) =>
    `M${x} ${y}l${-dx * 8 - dy * 4} ${-dy * 8 - dx * 4}l${dy * 8} ${dx * 8}z`;
  const curved = (curve: Curve, places: number[], tip: string): Drawn => {
    const [start, ...rest] = curve.map((point) => point.join(' '));
    return { path: `M${start}C${rest.join(' ')}`, tip, spots: places.map((t) => on(curve, t)) };
  };
  if (from.y === to.y && to.column - from.column === 1) {
    const [a, b] = [from.x + from.width / 2, to.x - to.width / 2];
    return {
      path: `M${a} ${from.y}L${b - 6} ${to.y}`,
      tip: arrow(b, to.y, 1, 0),
      spots: [[(a + b) / 2, from.y - 9]],
    };
  }
  if (from.y === to.y) {
    // A longer way on one line, forwards or back, goes over the top.
    const lift = Math.min(112, 30 + Math.abs(to.x - from.x) / 8);
    return curved(
      [
        [from.x, from.y - HALF],
        [from.x, from.y - lift],
        [to.x, to.y - lift],
        [to.x, to.y - HALF - 6],
      ],
      [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.15],
      arrow(to.x, to.y - HALF, 0, 1),
    );
  }
  const down = to.y > from.y;
  const [a, b] = [from.y + (down ? HALF : -HALF), to.y + (down ? -HALF - 6 : HALF + 6)];
  const middle = (a + b) / 2;
  return curved(
    [
      [from.x, a],
      [from.x, middle],
      [to.x, middle],
      [to.x, b],
    ],
    [0.6, 0.5, 0.7, 0.4, 0.3, 0.8],
    arrow(to.x, b + (down ? 6 : -6), 0, down ? 1 : -1),
  );
}

function goesOver(nodes: Node[], move: SceneMove): boolean {
  const to = nodes.find((node) => node.name === move.to);
  return (
    !!to &&
    nodes.some(
      (node) => move.from.includes(node.name) && node !== to && node.y === to.y && to.column - node.column !== 1,
    )
  );
}

interface Box {
  x: number;
  y: number;
  half: number;
  tall: number;
}

const apart = (a: Box, b: Box) => Math.abs(a.x - b.x) >= a.half + b.half || Math.abs(a.y - b.y) >= a.tall + b.tall;
/** The room words take: they stand on their line, so they reach up more than down. */
const boxOf = (words: string, [x, y]: Point): Box => ({
  x,
  y: y - 4,
  half: (lettersOf(words) * LETTER) / 2 + 3,
  tall: 9,
});

/** Words go where they hide neither a stage nor other words, if there is such a place on their line. */
function place(edges: (Edge & Drawn)[], nodes: Node[]): void {
  const taken: Box[] = nodes.map((node) => ({ x: node.x, y: node.y, half: node.width / 2, tall: HALF }));
  const said = edges.filter((edge) => edge.label).sort((a, b) => a.spots.length - b.spots.length);
  for (const edge of said) {
    const free = edge.spots.find((spot) => taken.every((box) => apart(box, boxOf(edge.label, spot))));
    const spot = free ?? edge.spots[0] ?? [0, 0];
    [edge.x, edge.y] = spot;
    taken.push(boxOf(edge.label, spot));
  }
}

function label(edges: (Edge & Drawn)[], nodes: Node[]): void {
  const of = new Map(nodes.map((node) => [node.name, node]));
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
  place(edges, nodes);
}

/** Every stage and every move of a life; moves between the same two stages share one line. */
export function lifecycleLayout(scene: Scene): Graph {
  const nodes = nodesOf(scene);
  if (scene.moves.some((move) => goesOver(nodes, move)))
    nodes.forEach((node) => {
      node.y += LIFT;
    });
  const of = new Map(nodes.map((node) => [node.name, node]));
  const edges = new Map<string, Edge & Drawn>();
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
          x: 0,
          y: 0,
          ...draw(from, to),
        });
    }
  }
  label([...edges.values()], nodes);
  return {
    width: Math.max(...nodes.map((node) => node.x + node.width / 2)) + 40,
    height: Math.max(...nodes.map((node) => node.y)) + 56,
    nodes,
    edges: [...edges.values()],
    anywhere: scene.moves.filter((move) => !move.to && move.kernel),
    stays: scene.moves.filter((move) => !move.to && !move.kernel),
  };
}
