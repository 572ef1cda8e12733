import { describe, expect, it } from 'vitest';
import { bridgeLayout, nameLines, roadWithNow } from './bridgeLayout';
import { lifecycleLayout } from './lifecycleLayout';
import { cellClass, proofWeeks } from './proofCalendar';
import { disputes, lamps, scenes } from '../dev/scenes';
import { matterAt } from '../dev/matters';
import { deadlinesOf } from '../dev/records';
import type { Step } from './wire';

const road = (count: number, at: number): Step[] =>
  Array.from({ length: count }, (_, step) => ({
    stage: `S${step}`,
    title: `环节${step}`,
    state: step < at ? 'done' : step === at ? 'now' : 'ahead',
  }));

describe('the bridge', () => {
  it('keeps every pier inside and in order, for two stages and for twenty', () => {
    for (const count of [1, 2, 3, 8, 14, 20]) {
      for (const width of [340, 820, 1308, 1860]) {
        const plan = bridgeLayout(road(count, 1), width);
        const xs = plan.piers.map((pier) => pier.x);
        expect(Math.min(...xs)).toBeGreaterThan(0);
        expect(Math.max(...xs)).toBeLessThan(width);
        expect([...xs].sort((one, other) => one - other)).toEqual(xs);
        expect(plan.spans).toHaveLength(count - 1);
      }
    }
  });
  it('turns downwards before names run into each other', () => {
    expect(bridgeLayout(road(8, 2), 366).tall).toBe(true);
    expect(bridgeLayout(road(8, 2), 1060).tall).toBe(false);
  });
  it('breaks long names and grows to hold them', () => {
    expect(nameLines('现场核实并拍照留存', 6)).toEqual(['现场核实并', '拍照留存']);
    expect(nameLines('结案', 6)).toEqual(['结案']);
    expect(nameLines('很长很长很长很长很长很长很长很长很长很长的名字', 5)).toHaveLength(3);
    const long = road(3, 1).map((step) => ({ ...step, title: '现场核实并拍照留存再说' }));
    expect(bridgeLayout(long, 300).height).toBeGreaterThan(bridgeLayout(road(3, 1), 300).height);
  });
  it('gives a pier of its own to a side road, and promises nothing beyond', () => {
    const steps = roadWithNow(
      road(6, 9).map((step, at): Step => ({ ...step, state: at < 3 ? 'done' : 'ahead' })),
      { stage: 'FAILED', stageTitle: '调解不成' },
    );
    expect(steps.map((step) => step.stage)).toEqual(['S0', 'S1', 'S2', 'FAILED']);
    expect(steps.at(-1)?.state).toBe('now');
  });
  it('has no "now" left when the matter is closed', () => {
    const steps = roadWithNow(road(3, 2), { stage: 'S2', stageTitle: '办完', closedAt: '2026-09-29T09:00:00+08:00' });
    expect(steps.every((step) => step.state === 'done')).toBe(true);
  });
});

describe('the drawing of a life', () => {
  it.each(scenes)('shows every stage of $name once, apart from each other, and every move', (scene) => {
    const graph = lifecycleLayout(scene);
    expect(graph.nodes).toHaveLength(scene.stages.length);
    expect(new Set(graph.nodes.map((node) => `${node.x},${node.y}`)).size).toBe(scene.stages.length);
    const drawn = new Set(graph.edges.flatMap((edge) => edge.titles));
    const moves = scene.moves.filter((move) => move.to);
    moves.forEach((move) => expect(drawn).toContain(move.title));
    expect(graph.anywhere.length + graph.stays.length + moves.length).toBe(scene.moves.length);
  });
  it('puts the road on one line, and what leads into it before it', () => {
    const graph = lifecycleLayout(disputes);
    const line = new Set(disputes.road.map((name) => graph.nodes.find((node) => node.name === name)?.y));
    expect(line.size).toBe(1);
    const x = (name: string) => graph.nodes.find((node) => node.name === name)?.x ?? 0;
    expect(x('SENSED')).toBeLessThan(x('REGISTERED'));
  });
  it('leaves room above for a way back', () => {
    const graph = lifecycleLayout(lamps);
    const back = graph.edges.find((edge) => edge.from === 'FIXED' && edge.to === 'ORDERED');
    expect(back?.y ?? -1).toBeGreaterThan(10);
  });
});

describe('the calendar of a proof', () => {
  const proof = deadlinesOf(matterAt(5)).find((one) => one.proof)?.proof;
  it('stands in whole weeks from Monday, and marks the last day and the one it would have been', () => {
    const weeks = proofWeeks(proof?.days ?? []);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    const cells = weeks.flat().filter((cell) => cell !== null);
    expect(cells).toHaveLength(34);
    const styles = new Map(cells.map((cell) => [cell.date, cellClass(cell.day, '2026-09-29')]));
    expect(styles.get('2026-09-05')).toBe('s');
    expect(styles.get('2026-10-05')).toBe('k c');
    expect(styles.get('2026-10-06')).toBe('h');
    expect(styles.get('2026-10-08')).toBe('e');
    expect(styles.get('2026-09-29')).toContain('t');
  });
});
