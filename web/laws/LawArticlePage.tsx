import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { dayLong } from '../kit/days';
import { Icon } from '../kit/Icon';
import { Failed, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import { More } from '../kit/table/More';
import { useTitle } from '../kit/title';
import type { LawArticleShown } from '../kit/wire';
import { Told } from './LawFrame';
import { useArticle, useCitedBy, useSimilar } from './lawQueries';
import { LawText } from './LawText';
import { citation, lawPath, paragraphWords, spanWords, STATES, useLawBase } from './lawWords';

/** Puts words where one can paste them; where the browser has no such place, shows them to be marked by hand. */
function Copy({ shown }: { shown: LawArticleShown }) {
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState('');
  const copy = async (paragraph?: number) => {
    const words = citation(shown.law.name, shown.label, paragraph);
    try {
      await navigator.clipboard.writeText(words);
      setSaid(`抄好了：${words}`);
      setFailed('');
    } catch {
      setSaid('');
      setFailed(words);
    }
  };
  const several = shown.paragraphs.length > 1 ? shown.paragraphs : [];
  return (
    <div className="lawcopy noprint">
      <div className="acts">
        <button type="button" className="btn" onClick={() => void copy()}>
          抄引用
        </button>
        {several.map(({ no }) => (
          <button key={no} type="button" className="btn" onClick={() => void copy(no)}>
            引{paragraphWords(no)}
          </button>
        ))}
      </div>
      <p className="meta" role="status">
        {said}
      </p>
      {failed && (
        <label className="meta">
          浏览器不让直接抄，请选中复制：
          <input className="in" readOnly value={failed} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </div>
  );
}

function Editions({ shown, base }: { shown: LawArticleShown; base: string }) {
  if (shown.editions.length < 2) return null;
  const oldest = [...shown.editions].reverse();
  return (
    <section aria-labelledby="art-editions">
      <h2 id="art-editions">这一条的各个版本</h2>
      <ol className="happenings">
        {oldest.map((one) => {
          const here = one.article === shown.id;
          return (
            <li key={one.edition}>
              {one.article && !here ? (
                <Link to={lawPath(base, `articles/${one.article}`, { on: one.from })}>
                  {dayLong(one.from)}起，{one.label}
                </Link>
              ) : (
                <b>
                  {dayLong(one.from)}起{one.label ? `，${one.label}` : ''}
                </b>
              )}
              <small>
                {here ? '正在看' : !one.article ? '这一版里没有这一条' : one.changed ? '和正在看的不一样' : '一字未改'}
              </small>
              {!here && one.changed && (
                <Link
                  className="noprint"
                  to={lawPath(
                    base,
                    'compare',
                    one.from < shown.edition.from
                      ? { from: one.edition, to: shown.edition.id }
                      : { from: shown.edition.id, to: one.edition },
                  )}
                >
                  比一比
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Cites({ shown, base, on }: { shown: LawArticleShown; base: string; on: string }) {
  if (shown.cites.length === 0) return null;
  return (
    <section aria-labelledby="art-cites">
      <h2 id="art-cites">这一条提到</h2>
      <ul className="happenings">
        {shown.cites.map((one) => (
          <li key={`${one.law}${one.label}`}>
            {one.article ? (
              <Link to={lawPath(base, `articles/${one.article}`, { on })}>
                《{one.law}》{one.label}
              </Link>
            ) : (
              <>
                《{one.law}》{one.label}
                <small>{one.known ? '库里的这部法没有这一条，或者这一天还没有' : '库里没有收这部'}</small>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CitedBy({ shown, base, on }: { shown: LawArticleShown; base: string; on: string }) {
  const [open, setOpen] = useState(false);
  const list = useCitedBy(shown.id, open);
  if (shown.citedBy === 0) return null;
  return (
    <section aria-labelledby="art-cited">
      <h2 id="art-cited">提到这一条的，{shown.citedBy} 处</h2>
      {!open && (
        <button type="button" className="btn noprint" onClick={() => setOpen(true)}>
          列出来
        </button>
      )}
      {open && list.isPending && <Loading what="提到这一条的" rows={2} />}
      {list.isError && <Failed reason={list.error} onRetry={() => void list.refetch()} />}
      <ul className="happenings">
        {list.data?.pages
          .flatMap((page) => page.items)
          .map((one) => (
            <li key={one.article}>
              <Link to={lawPath(base, `articles/${one.article}`, { on })}>
                《{one.law}》{one.label}
              </Link>
              <p className="law clip">{one.text}</p>
            </li>
          ))}
      </ul>
      <More page={list} what="提到的" />
    </section>
  );
}

function Similar({ id, base, on }: { id: string; base: string; on: string }) {
  const [open, setOpen] = useState(false);
  const list = useSimilar(id, open);
  return (
    <section aria-labelledby="art-similar" className="noprint">
      <h2 id="art-similar">意思相近的条文</h2>
      {!open && (
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          找一找
        </button>
      )}
      {open && list.isPending && <Loading what="相近的条文" rows={2} />}
      {list.isError && <Failed reason={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <p className="meta">没有找到相近的。</p>}
      <ul className="happenings">
        {list.data?.items.map((one) => (
          <li key={one.article}>
            <Link to={lawPath(base, `articles/${one.article}`, { on })}>
              《{one.law}》{one.label}
            </Link>
            <p className="law clip">{one.text}</p>
          </li>
        ))}
      </ul>
      {!!list.data?.items.length && <p className="meta">系统找到的，按用词和意思排，没有人核过。</p>}
    </section>
  );
}

/** One article: what it says, where it stands, what it was, and what is tied to it. */
export function LawArticlePage() {
  const { id = '' } = useParams();
  const base = useLawBase();
  const [search] = useSearchParams();
  const on = search.get('on') ?? '';
  const article = useArticle(id, on);
  useTitle(article.data ? `${article.data.label}，${article.data.law.name}` : '条文');
  if (article.isError) return <Told page reason={article.error} what="条文没取到" onRetry={() => void article.refetch()} />;
  if (!article.data) return <Loading page what="条文" rows={4} />;
  const shown = article.data;
  const [tone, word] = STATES[shown.edition.state];
  const whole = lawPath(base, shown.law.id, { on: on || (shown.inForce ? '' : shown.edition.from) });
  return (
    <article className="lawarticle" key={shown.id}>
      <h1 className="law">
        <small>
          <Link to={`${whole}#a-${shown.id}`}>{shown.law.name}</Link>
        </small>
        {shown.label}
      </h1>
      <p className="lawmeta">
        <Status tone={tone}>{word}</Status>{' '}
        <span className="meta">
          {[shown.law.level, spanWords(shown.edition.from, shown.edition.until), ...shown.headings]
            .filter(Boolean)
            .join('，')}
        </span>
      </p>
      <div className="paper">
        <LawText paragraphs={shown.paragraphs} />
      </div>
      <Copy shown={shown} />
      <nav className="beside noprint" aria-label="前后条文">
        {shown.previous && (
          <Link className="btn" to={lawPath(base, `articles/${shown.previous}`, { on })}>
            <Icon name="back" />
            上一条
          </Link>
        )}
        {shown.next && (
          <Link className="btn" to={lawPath(base, `articles/${shown.next}`, { on })}>
            下一条
            <Icon name="next" />
          </Link>
        )}
      </nav>
      <Editions shown={shown} base={base} />
      <Cites shown={shown} base={base} on={on} />
      <CitedBy shown={shown} base={base} on={on} />
      <Similar id={shown.id} base={base} on={on} />
    </article>
  );
}
