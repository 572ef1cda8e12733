import { addDays, dayWords, daysBetween, weekdayIndex } from '../days';

/** What was counted of one week, or one month. */
export interface Span {
  from: string;
  to: string;
  label: string;
  /** Null where nothing was counted or too little to say. */
  value: number | null;
  base: string;
  /** It isn't over yet: what is counted will grow. */
  open: boolean;
}

interface Part {
  key: string;
  value?: number | null | undefined;
  base: string;
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  return addDays(day, -weekdayIndex(day));
}

/**
 * Every week from the first to the last, also those of which nothing was counted: for a sum that is a nought, for a
 * share it is unknown.
 */
export function weeksOf(from: string, to: string, parts: Part[], sums: boolean): Span[] {
  const known = new Map(parts.map((part) => [part.key, part]));
  const first = mondayOf(from);
  const count = Math.floor(daysBetween(first, to) / 7) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const monday = addDays(first, 7 * i);
    const part = known.get(monday);
    const sunday = addDays(monday, 6);
    return {
      from: monday < from ? from : monday,
      to: sunday > to ? to : sunday,
      label: `${Number(monday.slice(5, 7))}.${Number(monday.slice(8))}`,
      value: part?.value ?? (sums && !part ? 0 : null),
      base: part?.base ?? '共 0 件',
      open: sunday >= to,
    };
  });
}

/** Every month from the first to the last, by its first day. */
export function monthsOf(from: string, to: string, parts: Part[], sums: boolean): Span[] {
  const known = new Map(parts.map((part) => [part.key, part]));
  const spans: Span[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addDays(`${month}-28`, 4).slice(0, 7)) {
    const part = known.get(month);
    const last = addDays(addDays(`${month}-28`, 4).slice(0, 7) + '-01', -1);
    spans.push({
      from: `${month}-01` < from ? from : `${month}-01`,
      to: last > to ? to : last,
      label: `${Number(month.slice(5))}月`,
      value: part?.value ?? (sums && !part ? 0 : null),
      base: part?.base ?? '共 0 件',
      open: last >= to,
    });
  }
  return spans;
}

/** What the drawing shows, for those who don't see it: the last that is whole, the most, the least. */
export function summary(title: string, unit: string, spans: Span[]): string {
  const whole = spans.filter((span) => !span.open && span.value !== null);
  const last = whole.at(-1);
  if (!last) return `${title}：还没有一段完整的时间可比`;
  const most = whole.reduce((one, other) => ((other.value ?? 0) > (one.value ?? 0) ? other : one));
  const least = whole.reduce((one, other) => ((other.value ?? 0) < (one.value ?? 0) ? other : one));
  const said = (span: Span) => `${dayWords(span.from)}起 ${span.value} ${unit}`;
  return `${title}：最近一段完整的是${said(last)}；最高${said(most)}，最低${said(least)}`;
}

/** Which spans lie in what is looked at; null for all or none of them. */
export function chosen(spans: Span[], from: string | null, to: string | null): [number, number] | null {
  if (!from && !to) return null;
  const within = spans
    .map((span, at) => ({ span, at }))
    .filter(({ span }) => (!from || span.to >= from) && (!to || span.from <= to));
  const first = within[0];
  const last = within.at(-1);
  return first && last && within.length < spans.length ? [first.at, last.at] : null;
}

/**
 * Without what lies before the first thing counted, but never shorter than a few spans: nothing is drawn of a time when
 * nobody worked with it yet.
 */
export function sinceBegun(spans: Span[], least = 8): Span[] {
  const begun = spans.findIndex((span) => span.value !== null && span.value !== 0);
  return spans.slice(Math.min(begun < 0 ? spans.length : begun, Math.max(0, spans.length - least)));
}
