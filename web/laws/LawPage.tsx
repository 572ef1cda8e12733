import { useEffect } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import { dayLong, dayOf, now } from '../kit/days';
import { Icon } from '../kit/Icon';
import { Loading } from '../kit/States';
import { Status } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { LawArticle, LawShown } from '../kit/wire';
import { Told } from './LawFrame';
import { useEditionText, useLaw } from './lawQueries';
import { LawText } from './LawText';
import { lawPath, spanWords, STATES, useLawBase } from './lawWords';

/** The editions as a line of time, the oldest first; the one that is read carries the leaf. */
function Editions({ law, base }: { law: LawShown; base: string }) {
  const oldest = [...law.editions].reverse();
  if (oldest.length < 2) return null;
  return (
    <ol className="editions" aria-label="版本">
      {oldest.map((one, at) => {
        const [tone, word] = STATES[one.state];
        const before = oldest[at - 1];
        const read = one.id === law.edition;
        return (
          <li key={one.id} className={read ? 'read' : undefined}>
            <Link to={lawPath(base, law.id, { on: one.from })} aria-current={read ? 'true' : undefined}>
              {dayLong(one.from)}
              {one.stated ? '起' : '公布'}
            </Link>
            <small>
              {one.articles} 条{read && '，正在看'}
            </small>
            <Status plain tone={tone}>
              {word}
            </Status>
            {before && (
              <Link className="noprint" to={lawPath(base, 'compare', { from: before.id, to: one.id })}>
                改了什么
              </Link>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Contents({ law }: { law: LawShown }) {
  const lines = law.contents;
  if (lines.length === 0) return null;
  const list = (
    <ol>
      {lines.map((line, at) => (
        <li key={at} className={`d${Math.min(line.depth, 4)}`}>
          <a href={`#a-${line.article}`}>{line.title}</a>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <details className="contents fold noprint">
        <summary>目录，{lines.length} 处</summary>
        <nav aria-label="目录（折叠）">{list}</nav>
      </details>
      <nav className="contents side noprint" aria-label="目录">
        <h2>目录</h2>
        {list}
      </nav>
    </>
  );
}

const HEADS = ['h2', 'h3', 'h4', 'h5'] as const;

/** The headings that begin above an article, since the one before. */
function Heads({ now: own, before }: { now: string[]; before: string[] }) {
  const same = own.findIndex((title, at) => before[at] !== title);
  if (same < 0) return null;
  return (
    <>
      {own.slice(same).map((title, at) => {
        const depth = same + at;
        const Head = HEADS[Math.min(depth, HEADS.length - 1)] ?? 'h5';
        return (
          <Head key={depth} className={`lawhead d${depth + 1}`}>
            {title}
          </Head>
        );
      })}
    </>
  );
}

function Whole({ edition, base, on }: { edition: string; base: string; on: string }) {
  const text = useEditionText(edition);
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = text;
  // A law is read, searched in and printed as a whole.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const articles: LawArticle[] = text.data?.pages.flatMap((page) => page.items) ?? [];
  const { hash } = useLocation();
  const there = articles.some((one) => `#a-${one.id}` === hash);
  useEffect(() => {
    if (there) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' });
  }, [there, hash]);
  if (text.isPending) return <Loading what="条文" rows={6} />;
  return (
    <div className="articles">
      {articles.map((one, at) => (
        <section key={one.id} id={`a-${one.id}`} className="article" aria-label={one.label}>
          <Heads now={one.headings} before={articles[at - 1]?.headings ?? []} />
          <p className="no">
            <Link to={lawPath(base, `articles/${one.id}`, { on })}>{one.label}</Link>
          </p>
          <LawText paragraphs={one.paragraphs} />
        </section>
      ))}
      {isError && <Told reason={text.error} what="条文没取全" onRetry={() => void fetchNextPage()} />}
      {hasNextPage && !isError && <Loading what="后面的条文" rows={2} />}
    </div>
  );
}

/** The day by which the law is read. */
export function DayOfLaw({ on, onPick }: { on: string; onPick: (day: string) => void }) {
  const today = dayOf(now());
  return (
    <div className="lawday noprint">
      <label htmlFor="law-day">按哪一天的法</label>
      <input
        id="law-day"
        className="in"
        type="date"
        value={on || today}
        onChange={(event) => onPick(event.target.value === today ? '' : event.target.value)}
      />
      {on && on !== today && (
        <button type="button" className="btn" onClick={() => onPick('')}>
          回到今天
        </button>
      )}
    </div>
  );
}

/** A law as it stands on a day, whole. */
export function LawPage() {
  const { law: id = '' } = useParams();
  const base = useLawBase();
  const [search, setSearch] = useSearchParams();
  const on = search.get('on') ?? '';
  const law = useLaw(id, on);
  useTitle(law.data?.name ?? '法律');
  const pick = (day: string) => setSearch(day ? { on: day } : {}, { replace: true });
  if (law.isError) return <Told page reason={law.error} what="这部法律没取到" onRetry={() => void law.refetch()} />;
  if (!law.data) return <Loading page what="法律" rows={6} />;
  const shown = law.data;
  const [tone, word] = STATES[shown.state];
  const edition = shown.editions.find((one) => one.id === shown.edition);
  const read = edition?.id ?? shown.editions.at(-1)?.id ?? '';
  return (
    <article className="lawpage">
      <h1 className="law">{shown.name}</h1>
      <p className="lawmeta">
        <Status tone={tone}>{word}</Status>{' '}
        <span className="meta">
          {[
            shown.level,
            shown.areaName,
            edition && `${dayLong(edition.passed)}公布`,
            edition && spanWords(edition.from, edition.until),
            edition && `${edition.articles} 条`,
            shown.called.length > 0 && `简称${shown.called.join('、')}`,
          ]
            .filter(Boolean)
            .join('，')}
        </span>
      </p>
      {shown.note && (
        <p className="lawnote" role="status">
          <Icon name="info" /> {shown.note}
        </p>
      )}
      <div className="lawtools noprint">
        <DayOfLaw on={on} onPick={pick} />
        <button type="button" className="btn" onClick={() => window.print()}>
          <Icon name="print" />
          打印
        </button>
      </div>
      <Editions law={shown} base={base} />
      {!edition && read && <p className="meta">下面是库里最早的一版，只供参考，不是这一天的法。</p>}
      <div className={shown.contents.length > 0 ? 'lawsplit' : undefined}>
        <Contents law={shown} />
        {read && <Whole key={read} edition={read} base={base} on={on} />}
      </div>
      {(edition?.notes ?? []).length > 0 && (
        <p className="meta">整理时留下的话：{edition?.notes.join('；')}</p>
      )}
      {edition && <p className="meta">出处：{edition.source}</p>}
    </article>
  );
}
