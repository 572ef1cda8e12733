import { clockOf, dayOf, dayWords, now, tookWords } from './days';
import type { Step, StepState } from './wire';

export interface Pier {
  x: number;
  state: StepState;
  lines: string[];
  when: string;
}
export interface Span {
  state: StepState;
  path: string;
  x: number;
  label: string;
}
export interface BridgePlan {
  tall: boolean;
  width: number;
  height: number;
  ground: number;
  rise: number;
  piers: Pier[];
  spans: Span[];
}

/** Below this many pixels a stage, names would run into each other: the bridge is then drawn downwards. */
const NARROWEST = 92;
const CHARACTER = 15;

/** A matter on a side road stands on a stage that the main road does not name: it gets a pier of its own. */
export function roadWithNow(
  road: Step[],
  here: { stage: string; stageTitle: string; closedAt?: string | null },
): Step[] {
  const steps = road.map((step) => ({ ...step }));
  const standing = steps.find((step) => step.state === 'now') ?? steps.find((step) => step.stage === here.stage);
  if (standing) {
    standing.state = here.closedAt ? 'done' : 'now';
    return steps;
  }
  const behind = steps.filter((step) => step.state === 'done');
  const aside: Step = {
    stage: here.stage,
    title: here.stageTitle,
    state: here.closedAt ? 'done' : 'now',
    ...(here.closedAt ? { enteredAt: here.closedAt } : {}),
  };
  // What the main road has ahead is not promised to whoever stands beside it.
  return [...behind, aside];
}

/** Names break after whole groups of signs, at most three lines; the last keeps the rest. */
export function nameLines(name: string, perLine: number): string[] {
  const signs = Array.from(name);
  if (signs.length <= perLine) return [name];
  const count = Math.min(3, Math.ceil(signs.length / perLine));
  const size = Math.ceil(signs.length / count);
  return Array.from({ length: count }, (_, line) =>
    signs.slice(line * size, line === count - 1 ? undefined : (line + 1) * size).join(''),
  );
}

export function whenWords(step: Step): string {
  if (step.state === 'now') return '现在';
  if (step.state === 'ahead' || !step.enteredAt) return step.state === 'ahead' ? '—' : '';
  const day = dayOf(step.enteredAt);
  const quick = step.tookSeconds != null && step.tookSeconds < 86_400;
  return quick ? `${dayWords(day)} ${clockOf(step.enteredAt)}` : dayWords(day, dayOf(now()));
}

/** Arches between piers: what is behind stands solid, what is ahead is dashed, and one is now. */
export function bridgeLayout(steps: Step[], width: number, nowLabel = ''): BridgePlan {
  const count = steps.length;
  const tall = count > 0 && width / count < NARROWEST;
  const margin = Math.min(64, width / Math.max(2, count * 2));
  const gap = count > 1 ? (width - 2 * margin) / (count - 1) : 0;
  const rise = 40;
  const ground = 62;
  const perLine = Math.max(4, Math.floor((gap || width) / CHARACTER) - 1);
  const piers = steps.map((step, index) => ({
    x: count === 1 ? width / 2 : margin + gap * index,
    state: step.state,
    lines: nameLines(step.title, perLine),
    when: whenWords(step),
  }));
  const spans = steps.slice(0, -1).map((step, index) => {
    const from = (piers[index]?.x ?? 0) + 9;
    const to = (piers[index + 1]?.x ?? 0) - 9;
    const took = step.state === 'done' && step.tookSeconds != null ? tookWords(step.tookSeconds) : '';
    return {
      state: step.state,
      path: `M${from.toFixed(1)} ${ground}A${((to - from) / 2).toFixed(1)} ${rise} 0 0 1 ${to.toFixed(1)} ${ground}`,
      x: (from + to) / 2,
      label: step.state === 'now' ? nowLabel : took,
    };
  });
  const most = Math.max(1, ...piers.map((pier) => pier.lines.length));
  return { tall, width, height: ground + 28 + most * 19 + 12, ground, rise, piers, spans };
}
