import { useEffect, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { dayLong } from '../kit/days';
import { DayFilter, PickFilter, useFilter } from '../kit/Filters';
import { Empty, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { LawHit, LawSearched } from '../kit/wire';
import { NoLaws, Told } from './LawFrame';
import { useLaws, useLawSearch } from './lawQueries';
import { lawPath, piecesOf, useLawBase } from './lawWords';

const FIELDS = ['q', 'on', 'level', 'past'] as const;
const MOST_SIGNS = 500;

const WHY: Record<string, string> = { NAMED: '点名要的', LAW: '法名对上', MEANING: '意思相近' };

/** The words of a text, what answers underlined. */
export function Marked({ text, spans }: Pick<LawHit, 'text' | 'spans'>) {
  return (
    <p className="law lawhit">
      {piecesOf(text, spans).map((piece, at) =>
        piece.hit ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
      )}
    </p>
  );
}

function Hit({ hit, base, on }: { hit: LawHit; base: string; on: string }) {
  return (
    <li>
      <p>
        <Link to={lawPath(base, `articles/${hit.article}`, { on })}>
          《{hit.law}》{hit.label}
        </Link>{' '}
        <span className="why-found">{WHY[hit.why] ?? WHY['MEANING']}</span>
        {!hit.inForce && (
          <Status plain tone="grey">
            这一天不适用
          </Status>
        )}
      </p>
      <Marked text={hit.text} spans={hit.spans} />
      <small>
        {[hit.level, ...hit.headings, `${dayLong(hit.from)}起`, hit.until && `到${dayLong(hit.until)}`]
          .filter(Boolean)
          .join('，')}
      </small>
    </li>
  );
}

/** How far the index is: words are ready at once, meaning takes its time. */
function Ready({ ready }: { ready: LawSearched['ready'] }) {
  if (ready.articles === 0 || ready.embedded >= ready.articles) return null;
  const percent = Math.floor((100 * ready.embedded) / ready.articles);
  return (
    <p className="lawnote" role="status">
      已可按字词查；按意思查的索引完成 {percent}%，做完以后同样的话能找到更多。
    </p>
  );
}

function Understood({ understood }: { understood: LawSearched['understood'] }) {
  const { changed, named } = understood;
  if (changed.length === 0 && named.length === 0) return null;
  return (
    <p className="meta">
      {changed.length > 0 && <>照这样理解：{changed.join('；')}。</>}
      {named.length > 0 && <>认出了{named.join('、')}。</>}
    </p>
  );
}

function Found({ asked, base, on }: { asked: Parameters<typeof useLawSearch>[0]; base: string; on: string }) {
  const found = useLawSearch(asked);
  if (asked.q === '') {
    return (
      <div className="meta lawhints">
        <p>用平常的话说就行，也可以写法律名称和条号，写错字、写拼音、写繁体都认。比如：</p>
        <ul>
          {['邻居装修漏水谁来赔', '老板拖欠工资怎么办', '民法典1079条', '人民调解法 调解协议'].map((words) => (
            <li key={words}>
              <Link to={lawPath(base, 'search', { q: words })}>{words}</Link>
            </li>
          ))}
        </ul>
        <p>您查什么，只在这台服务器上用，不记内容，只数次数。</p>
      </div>
    );
  }
  if (found.isError) return <Told reason={found.error} what="没查成" onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading what="条文" rows={4} />;
  const { items, ready, understood } = found.data;
  if (ready.articles === 0) return <NoLaws />;
  return (
    <>
      <Ready ready={ready} />
      <Understood understood={understood} />
      {items.length === 0 ? (
        <Empty title="没有找到">
          换一种说法，或者去掉层级和日期；如果问的是具体怎么办，可以先找调解员或者拨打 12348 法律服务热线
        </Empty>
      ) : (
        <ol className="hits" aria-label="找到的条文">
          {items.map((hit) => (
            <Hit key={hit.article} hit={hit} base={base} on={on} />
          ))}
        </ol>
      )}
      {items.length > 0 && <p className="meta">系统找到的，按像不像排，不是法律意见；用之前看全文和施行日期。</p>}
    </>
  );
}

/** One box for a layman's words, an article's number, or the name of a law. */
export function LawSearch() {
  useTitle('找条文');
  const base = useLawBase();
  const by = useFilter(FIELDS);
  const q = by.filter['q'] ?? '';
  const on = by.filter['on'] ?? '';
  const [words, setWords] = useState(q);
  useEffect(() => setWords(q), [q]);
  const levels = useLaws({}).data?.pages[0]?.levels ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    by.set('q', words.trim());
  };
  return (
    <>
      <h1>找条文</h1>
      <form className="lawseek" role="search" aria-label="找条文" onSubmit={submit}>
        <input
          className="in"
          type="search"
          aria-label="遇到了什么事，或者哪一条"
          autoComplete="off"
          maxLength={MOST_SIGNS}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <button className="btn primary">找</button>
      </form>
      {words.length >= MOST_SIGNS && <p className="meta">最多 {MOST_SIGNS} 个字，请只留最要紧的话。</p>}
      <details className="lawmore noprint" open={Object.keys(by.filter).some((name) => name !== 'q')}>
        <summary>只看某一层级、某一天的法</summary>
        <div className="lawfilters">
          <PickFilter
            id="s-level"
            name="level"
            label="层级"
            by={by}
            options={levels.map(({ level }) => [level, level])}
          />
          <DayFilter id="s-on" name="on" label="按哪一天的法" by={by} />
          <PickFilter
            id="s-past"
            name="past"
            label="失效的"
            by={by}
            any="不要"
            options={[['true', '也要']]}
          />
        </div>
      </details>
      <Found
        asked={{
          q,
          ...(on ? { on } : {}),
          ...(by.filter['level'] ? { level: by.filter['level'] } : {}),
          inForce: by.filter['past'] !== 'true',
        }}
        base={base}
        on={on}
      />
    </>
  );
}
