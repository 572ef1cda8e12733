import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { addressOf, call } from '../kit/api';
import '../kit/css/rings.css';
import { dayOf, momentWords, now } from '../kit/days';
import { useMe } from '../kit/queries';
import { Failed, Loading } from '../kit/States';
import { Shape } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { Figure, RingWarnings, Rings as All } from '../kit/wire';
import { RingArches } from './RingArches';
import { Goals, Honours } from './RingRegister';
import { RingTiles } from './RingTiles';
import { RingTrend } from './RingTrend';
import { toDate, type Period } from './periods';
import { baseWords, valueWords } from './ringWords';

/** The heading says what was found. */
export function finding(all: All): string {
  const [received, local] = ['disputes.received', 'disputes.local'].map((name) =>
    all.figures.find((figure) => figure.name === name),
  );
  const settled = local && valueWords(local, '%');
  return `五环：受理 ${received?.matters ?? 0} 件${settled ? `，就地化解 ${settled}` : '，结案的还不够算就地化解率'}`;
}

export function Aims({ figure }: { figure: Figure }) {
  return figure.aims.map((aim) => (
    <small className="aim" key={`${aim.source}${aim.year ?? ''}`}>
      目标 {aim.value} {figure.unitTitle}
      {aim.year ? `（${aim.year} 年）` : ''}·来源：{aim.source}
      {aim.from !== undefined && aim.from !== null ? `（从 ${aim.from} 起）` : ''}，不是本地算出来的
    </small>
  ));
}

export function HowCounted({ figure }: { figure: Figure }) {
  return (
    <details>
      <summary aria-label={`${figure.title}怎么算的`}>怎么算的</summary>
      <p className="meta">{figure.definition}</p>
      <p className="meta">
        分母：{figure.denominator}。口径第 {figure.version} 版，版次不同的数不能直接比。
      </p>
    </details>
  );
}

function One({ figure, query }: { figure: Figure; query: Record<string, string> }) {
  const value = valueWords(figure, figure.unitTitle);
  return (
    <div className="one">
      <Link to={addressOf(`/desk/rings/${figure.name}`, { query })}>
        <span className="nm">{figure.title}</span>
        {value ? (
          <b>{value}</b>
        ) : (
          <b className="none">
            <Shape tone="grey" /> {figure.note}
          </b>
        )}
      </Link>
      <small>{baseWords(figure, figure.unit)}</small>
      <Aims figure={figure} />
      <HowCounted figure={figure} />
    </div>
  );
}

function Warned({ warned, query }: { warned: RingWarnings; query: Record<string, string> }) {
  const again = warned.recurring;
  return (
    <>
      {warned.surges.length === 0 && (
        <p className="one">
          <Shape tone="green" /> 近 {warned.days} 天没有哪一类明显增多
        </p>
      )}
      {warned.surges.map((surge) => (
        <div className="one" key={surge.metric + surge.category}>
          <Link to={addressOf(`/desk/rings/${surge.metric}`, { query: { ...query, by: 'category' } })}>
            <Shape tone="yellow" /> <span className="nm">{surge.words}</span>
          </Link>
          <small>只是提醒去看一看，不说明原因</small>
        </div>
      ))}
      {again && (
        <div className="one">
          {again.people > 0 ? <Shape tone="blue" /> : <Shape tone="green" />} 近 {again.days} 天有 {again.people}{' '}
          人各涉及 {again.least} 件以上
          {again.matters.length > 0 && (
            <details>
              <summary>打开这 {again.matters.length} 件</summary>
              <ul>
                {again.matters.map((row) => (
                  <li key={row.id}>
                    <Link to={`/desk/matters/${encodeURIComponent(row.id)}`}>{row.title}</Link>
                    <small>{row.code}</small>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <small>只数件数，不列姓名，不作评价</small>
        </div>
      )}
    </>
  );
}

/** Where and when, as it stands in the address of the page. */
export function Narrow({ all }: { all: Pick<All, 'area' | 'from' | 'to'> & Partial<All> }) {
  const [search, setSearch] = useSearchParams();
  const set = (asked: Record<string, string> | Period) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        Object.entries(asked).forEach(([name, value]) => (value ? after.set(name, value) : after.delete(name)));
        return after;
      },
      { replace: true },
    );
  return (
    <form className="narrow" aria-label="看哪里、哪段时间" onSubmit={(event) => event.preventDefault()}>
      {all.areas && (
        <div>
          <label className="label" htmlFor="area">
            看哪里
          </label>
          <select
            id="area"
            className="in"
            value={all.area.path}
            onChange={(event) => set({ area: event.target.value })}
          >
            <option value={all.area.path}>{all.area.name}</option>
            {all.areas.map((area) => (
              <option key={area.path} value={area.path}>
                {area.name}
              </option>
            ))}
          </select>
          {search.get('area') && (
            <button type="button" className="btn quiet sm" onClick={() => set({ area: '' })}>
              回到本区域
            </button>
          )}
        </div>
      )}
      {(['from', 'to'] as const).map((name) => (
        <div key={name}>
          <label className="label" htmlFor={name}>
            {name === 'from' ? '从哪天' : '到哪天'}
          </label>
          <input
            id={name}
            className="in"
            type="date"
            value={search.get(name) ?? all[name]}
            onChange={(event) => set({ [name]: event.target.value })}
          />
        </div>
      ))}
      <div className="chips spans" role="group" aria-label="常看的时间">
        {toDate(dayOf(now())).map(([word, period]) => (
          <button
            key={word}
            type="button"
            className="btn"
            aria-pressed={all.from === period.from && all.to === period.to}
            onClick={() => set(period)}
          >
            {word}
          </button>
        ))}
      </div>
    </form>
  );
}

export function CutOff({ cutOff }: { cutOff?: string | null | undefined }) {
  return <p className="meta">{cutOff ? `统计到 ${momentWords(cutOff)}` : '还没有统计过，几分钟后会有'}</p>;
}

function Recount() {
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => call('post', '/api/stats/refresh', {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['stats'] }),
  });
  return (
    <span className="r">
      <button type="button" className="btn" disabled={again.isPending} onClick={() => again.mutate()}>
        {again.isPending ? '正在重算' : '现在重算'}
      </button>
      {again.isError && <Failed reason={again.error} what="没有重算" />}
    </span>
  );
}

/** Five rings, each with its figures; every figure opens what it counts. */
export function Rings() {
  const [search, setSearch] = useSearchParams();
  const query = Object.fromEntries([...search].filter(([name]) => ['area', 'from', 'to'].includes(name)));
  const area = query['area'];
  const supervisor = useMe().data?.roles.includes('kernel.supervisor') ?? false;
  useTitle('五环');
  const rings = useQuery({
    queryKey: ['stats', 'rings', query],
    queryFn: ({ signal }) => call('get', '/api/stats', { query, signal }),
    placeholderData: (before) => before,
  });
  const warned = useQuery({
    queryKey: ['stats', 'warnings', area],
    queryFn: ({ signal }) => call('get', '/api/stats/warnings', { query: area ? { area } : {}, signal }),
  });
  if (rings.isError) return <Failed page reason={rings.error} what="统计没取到" onRetry={() => void rings.refetch()} />;
  if (!rings.data) return <Loading page what="统计" rows={5} />;
  const all = rings.data;
  const leading = all.figures.find((figure) => figure.unit === 'COUNT');
  const names = [...new Set(all.figures.map((figure) => figure.ringTitle))];
  return (
    <>
      <div className="hd">
        <h1>{finding(all)}</h1>
        {supervisor && <Recount />}
      </div>
      <CutOff cutOff={all.cutOff} />
      <Narrow all={all} />
      <RingArches all={all} warned={warned.data} query={query} />
      {leading && <RingTrend figure={leading} />}
      <RingTiles
        area={all.area}
        areas={all.areas}
        query={query}
        onOpen={(path) => setSearch({ ...query, area: path })}
      />
      <div className="rings">
        {[...names, '预警研判'].map((name) => (
          <section key={name} aria-label={name}>
            <h2>
              <svg viewBox="0 0 24 14" aria-hidden="true" focusable="false">
                <path d="M2 13a10 10 0 0 1 20 0" />
              </svg>
              {name}
            </h2>
            <div className="ones">
              {all.figures
                .filter((figure) => figure.ringTitle === name)
                .map((figure) => (
                  <One key={figure.name} figure={figure} query={query} />
                ))}
              {name === '预警研判' && warned.isError && <Failed reason={warned.error} />}
              {name === '预警研判' && warned.data && <Warned warned={warned.data} query={query} />}
            </div>
          </section>
        ))}
      </div>
      <Goals area={all.area} figures={all.figures} enters={supervisor} />
      <Honours area={all.area} enters={supervisor} />
    </>
  );
}
