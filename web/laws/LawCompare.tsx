import { Link, useSearchParams } from 'react-router';
import { dayLong } from '../kit/days';
import { Empty, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { LawComparedArticle, LawFate } from '../kit/wire';
import { Told } from './LawFrame';
import { useCompared } from './lawQueries';
import { lawPath, useLawBase } from './lawWords';

const FATES: Record<LawFate, string> = {
  SAME: '没有变',
  CHANGED: '改了',
  ADDED: '新增',
  REMOVED: '删去',
  MOVED: '移了位置',
};

/** One side: what was taken out is struck through, what came in is underlined and bold; colour is added only. */
function Side({ one, old, base }: { one: LawComparedArticle; old: boolean; base: string }) {
  const side = old ? one.before : one.after;
  if (!side) return <p className="meta none">{old ? '旧版没有这一条' : '新版没有这一条'}</p>;
  const parts = one.parts.filter(({ kind }) => kind === 'SAME' || (kind === 'OUT') === old);
  return (
    <>
      <p className="no">
        <span className="which">{old ? '旧' : '新'}</span>
        <Link to={lawPath(base, `articles/${side.article}`)}>{side.label}</Link>
      </p>
      <p className="law lawtext">
        {parts.length === 0
          ? side.text
          : parts.map((part, at) =>
              part.kind === 'SAME' ? (
                <span key={at}>{part.text}</span>
              ) : part.kind === 'OUT' ? (
                <del key={at}>{part.text}</del>
              ) : (
                <ins key={at}>{part.text}</ins>
              ),
            )}
      </p>
    </>
  );
}

/** An article that only has another number is shown once. */
const once = (one: LawComparedArticle) => one.parts.every(({ kind }) => kind === 'SAME') && !!one.before && !!one.after;

function head(one: LawComparedArticle): string {
  const label = one.after?.label ?? one.before?.label ?? '';
  if (one.kind !== 'MOVED') return `${label}，${FATES[one.kind]}`;
  return `${label}，原来是${one.before?.label ?? ''}，${once(one) ? '字句没变' : '字句也改了'}`;
}

/** Two editions beside each other; on a phone the old stands above the new. */
export function LawCompare() {
  const [search, setSearch] = useSearchParams();
  const base = useLawBase();
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  const all = search.get('all') === 'true';
  const compared = useCompared(from, to, all);
  useTitle(compared.data ? `改了什么，${compared.data.law}` : '改了什么');
  const turn = () => {
    const next = new URLSearchParams(search);
    if (all) next.delete('all');
    else next.set('all', 'true');
    setSearch(next, { replace: true });
  };
  if (!from || !to) {
    return (
      <>
        <h1>改了什么</h1>
        <Empty title="还没有选两个版本" action={<Link to={base}>去法规库</Link>}>
          打开一部有几个版本的法律，在版本线上按“改了什么”
        </Empty>
      </>
    );
  }
  if (compared.isError) {
    return <Told page reason={compared.error} what="没能比较" onRetry={() => void compared.refetch()} />;
  }
  if (!compared.data) return <Loading page what="两个版本" rows={5} />;
  const { law, counts, items, from: old, to: fresh } = compared.data;
  return (
    <>
      <h1>
        <small>{law}</small>改了什么
      </h1>
      <p className="lawmeta">
        旧版 {dayLong(old.from)}起，{old.articles} 条；新版 {dayLong(fresh.from)}起，{fresh.articles} 条
      </p>
      <p role="status">
        改了 {counts.changed} 条，新增 {counts.added} 条，删去 {counts.removed} 条，移了位置 {counts.moved} 条，没有变{' '}
        {counts.same} 条
      </p>
      <div className="acts noprint">
        <button type="button" className="btn" aria-pressed={all} onClick={turn}>
          没有变的也列出
        </button>
        <button type="button" className="btn" onClick={() => window.print()}>
          打印
        </button>
      </div>
      <p className="meta">
        <del>划掉的</del>是旧版有、新版没有的，<ins>加粗带线的</ins>是新版添的。
      </p>
      {items.length === 0 && <Empty title="两个版本的条文一字不差" />}
      <ol className="compared">
        {items.map((one) => (
          <li key={`${one.before?.article ?? ''}${one.after?.article ?? ''}`} className={one.kind.toLowerCase()}>
            <h2>
              {head(one)}
            </h2>
            {once(one) ? (
              <p className="law lawtext">{one.after?.text}</p>
            ) : (
              <div className="two">
                <div>
                  <Side one={one} old base={base} />
                </div>
                <div>
                  <Side one={one} old={false} base={base} />
                </div>
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
