import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { addressOf, call } from '../kit/api';
import { addDays, dayWords, daysBetween } from '../kit/days';
import type { Figure, Rings, RingWarnings } from '../kit/wire';
import { baseWords, valueWords } from './ringWords';

const OVER = 'M12 96a78 78 0 0 1 156 0';
const UNDER = 'M14 104a76 38 0 0 0 152 0';

/** The figure that stands for its ring: the first share, as only a share has a whole to be a part of. */
export function leadsOf(figures: Figure[]): Figure[] {
  return [...new Set(figures.map((figure) => figure.ring))].flatMap(
    (ring) => figures.find((figure) => figure.ring === ring && figure.unit === 'PERCENT') ?? [],
  );
}

/** As many days as are looked at, just before them. */
export function periodBefore(from: string, to: string): { from: string; to: string } {
  const length = daysBetween(from, to) + 1;
  return { from: addDays(from, -length), to: addDays(from, -1) };
}

/** Above the water this period, below it the one before; dashed where too little was counted to say. */
function Curve({ path, className, share }: { path: string; className: string; share: number | null | undefined }) {
  const known = share !== null && share !== undefined;
  const length = Math.min(100, Math.max(0, share ?? 0));
  return (
    <>
      <path className={known ? 'bg' : 'bg unsure'} d={path} />
      {length > 0 && <path className={className} pathLength={100} strokeDasharray={`${length} 200`} d={path} />}
    </>
  );
}

function One({
  figure,
  before,
  query,
}: {
  figure: Figure;
  before?: Figure | undefined;
  query: Record<string, string>;
}) {
  const value = valueWords(figure, '%');
  const last = before && valueWords(before, '%');
  return (
    <li>
      <Link to={addressOf(`/desk/rings/${figure.name}`, { query })}>
        <svg viewBox="0 0 180 146" aria-hidden="true" focusable="false">
          <path className="water" d="M0 100h180" />
          <Curve path={OVER} className={figure.ring === 'DUTY' ? 'fg bad' : 'fg'} share={figure.value} />
          <Curve path={UNDER} className="was" share={before?.value} />
        </svg>
        <span className="say">
          <small>{figure.ringTitle}</small>
          <b>{value ?? '—'}</b>
        </span>
        <small className="was">{last ? `上期 ${last}` : '上期没有数'}</small>
        <strong>{figure.title}</strong>
      </Link>
      <small>{value ? baseWords(figure, figure.unit) : figure.note}</small>
    </li>
  );
}

/** How many kinds are growing: a number and no share, so its arch stays open. */
function Warned({ warned }: { warned: RingWarnings }) {
  return (
    <li>
      <div>
        <svg viewBox="0 0 180 146" aria-hidden="true" focusable="false">
          <path className="water" d="M0 100h180" />
          <path className="bg unsure" d={OVER} />
        </svg>
        <span className="say">
          <small>预警研判</small>
          <b>{warned.surges.length}</b>
        </span>
        <strong>类纠纷在增多</strong>
      </div>
      <small>
        近 {warned.days} 天与前 {warned.days} 天比，见下
      </small>
    </li>
  );
}

/** The five rings at a glance: a share each, and what it was before. */
export function RingArches({
  all,
  warned,
  query,
}: {
  all: Rings;
  warned: RingWarnings | undefined;
  query: Record<string, string>;
}) {
  const earlier = periodBefore(all.from, all.to);
  const before = useQuery({
    queryKey: ['stats', 'rings', { ...query, ...earlier }],
    queryFn: ({ signal }) => call('get', '/api/stats', { query: { ...query, ...earlier }, signal }),
  });
  const was = before.data?.figures ?? [];
  return (
    <section aria-label="五环一览">
      <p className="meta">
        水上是{dayWords(all.from)}至{dayWords(all.to)}，水下是此前同样长的一段（{dayWords(earlier.from)}至
        {dayWords(earlier.to)}）
      </p>
      <ul className="arches">
        {leadsOf(all.figures).map((figure) => (
          <One key={figure.name} figure={figure} before={was.find((one) => one.name === figure.name)} query={query} />
        ))}
        {warned && <Warned warned={warned} />}
      </ul>
    </section>
  );
}
