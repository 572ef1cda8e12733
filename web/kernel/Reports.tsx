import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { addressOf, call } from '../kit/api';
import '../kit/css/rings.css';
import { dayLong, dayOf, daysBetween, momentWords, now } from '../kit/days';
import { Icon } from '../kit/Icon';
import { useMe } from '../kit/queries';
import { Failed, Loading } from '../kit/States';
import { Shape } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { Figure, Rings } from '../kit/wire';
import { after, before, changeWords, comparable, periodOf, type Period, type Span } from './periods';
import { baseWords, valueWords } from './ringWords';

const WORDS: Record<Span, [string, string, string]> = {
  week: ['周报', '上一周', '下一周'],
  month: ['月报', '上一月', '下一月'],
};

function useFigures(period: Period, area: string | null) {
  const query = { ...(area ? { area } : {}), ...period };
  return useQuery({
    queryKey: ['stats', 'rings', query],
    queryFn: ({ signal }) => call('get', '/api/stats', { query, signal }),
  });
}

/** The heading says what was found, as on the rings. */
function finding(all: Rings): string {
  const named = (name: string) => all.figures.find((figure) => figure.name === name);
  const received = named('disputes.received')?.matters ?? 0;
  const local = named('disputes.local');
  const overdue = named('disputes.overdue');
  const parts = [`${all.area.name}受理 ${received} 件`];
  const share = local && valueWords(local, '%');
  if (share) parts.push(`就地化解 ${share}`);
  if (overdue?.numerator !== undefined && overdue.numerator !== null) parts.push(`逾期 ${overdue.numerator} 件`);
  return parts.join('，');
}

function Line({ figure, was, query }: { figure: Figure; was: Figure | undefined; query: Record<string, string> }) {
  const value = valueWords(figure, figure.unitTitle);
  const earlier = was && valueWords(was, figure.unitTitle);
  return (
    <tr>
      <td className="tt wide">
        <Link to={addressOf(`/desk/rings/${figure.name}`, { query })}>{figure.title}</Link>
        <small>{baseWords(figure, figure.unit)}</small>
      </td>
      <td className="num">
        {value ?? (
          <span className="meta">
            <Shape tone="grey" /> {figure.note}
          </span>
        )}
      </td>
      <td className="num">
        <i className="col">上期</i>
        {earlier ?? (was ? '没有数' : '还没取到')}
      </td>
      <td>{changeWords(figure.value, was?.value, figure.unitTitle)}</td>
    </tr>
  );
}

function Ring({ name, all, was }: { name: string; all: Rings; was: Rings | undefined }) {
  const query = { area: all.area.path, from: all.from, to: all.to };
  return (
    <section className="sheet flow" aria-label={name} style={{ marginBottom: 16 }}>
      <table>
        <caption style={{ textAlign: 'left', padding: '10px 14px' }}>
          <b>{name}</b>
        </caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col" className="num" style={{ width: '14em' }}>
              这一期
            </th>
            <th scope="col" className="num" style={{ width: '9em' }}>
              上一期
            </th>
            <th scope="col" style={{ width: '11em' }}>
              变化
            </th>
          </tr>
        </thead>
        <tbody>
          {all.figures
            .filter((figure) => figure.ringTitle === name)
            .map((figure) => (
              <Line
                key={figure.name}
                figure={figure}
                was={was?.figures.find((one) => one.name === figure.name)}
                query={query}
              />
            ))}
        </tbody>
      </table>
    </section>
  );
}

/** How each figure is counted; not folded, as paper can't be opened. */
function Definitions({ figures }: { figures: Figure[] }) {
  return (
    <section aria-labelledby="definitions">
      <h2 id="definitions">每个数怎么算的</h2>
      <dl>
        {figures.map((figure) => (
          <div key={figure.name}>
            <dt>{figure.title}</dt>
            <dd className="meta">
              {figure.definition} 分母：{figure.denominator}。
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A week or a month of the five rings beside the one before, to be read, printed and signed. */
export function Reports() {
  const { span: asked } = useParams();
  const span: Span = asked === 'month' ? 'month' : 'week';
  const [title, earlier, later] = WORDS[span];
  const [search, setSearch] = useSearchParams();
  const area = search.get('area');
  const today = dayOf(now());
  const period = periodOf(span, search.get('of') ?? today);
  const me = useMe();
  const all = useFigures(period, area);
  const other = comparable(span, period, today);
  const was = useFigures(other, area);
  useTitle(title);
  if (all.isError) return <Failed page reason={all.error} what={`${title}没取到`} onRetry={() => void all.refetch()} />;
  if (!all.data) return <Loading page what={title} rows={6} />;
  const go = (next: Period) => setSearch({ ...(area ? { area } : {}), of: next.from });
  const names = [...new Set(all.data.figures.map((figure) => figure.ringTitle))];
  const next = after(span, period);
  return (
    <div className="report">
      <div className="hd">
        <h1>{finding(all.data)}</h1>
        <div className="r noprint">
          <button type="button" className="btn" onClick={() => go(before(span, period))}>
            {earlier}
          </button>
          <button type="button" className="btn" disabled={next.from > today} onClick={() => go(next)}>
            {later}
          </button>
          <Link
            className="btn"
            to={addressOf(`/desk/reports/${span === 'week' ? 'month' : 'week'}`, { query: area ? { area } : {} })}
          >
            看{WORDS[span === 'week' ? 'month' : 'week'][0]}
          </Link>
          <button type="button" className="btn" onClick={() => window.print()}>
            <Icon name="print" />
            打印
          </button>
        </div>
      </div>
      <p>
        {title}，{dayLong(period.from)}至{dayLong(period.to)}
        {period.to > today && <b>，还没过完，数还会变</b>}
        <span className="meta">
          {' '}
          上一期是{dayLong(other.from)}至{dayLong(other.to)}
          {period.to > today && daysBetween(period.from, today) === daysBetween(other.from, other.to) && '，同样的天数'}
        </span>
      </p>
      {was.isError && (
        <Failed reason={was.error} what="上一期的数没取到，不能比" onRetry={() => void was.refetch()} />
      )}
      {names.map((name) => (
        <Ring key={name} name={name} all={all.data} was={was.data} />
      ))}
      <Definitions figures={all.data.figures} />
      <p className="meta">
        {all.data.cutOff ? `统计到 ${momentWords(all.data.cutOff)}。` : ''}
        {me.data?.demo && '演示数据，人物地名均为虚构。'}
      </p>
    </div>
  );
}
