import { Link } from 'react-router';
import { dayLong, roughMoment } from '../kit/days';
import { useLinks } from '../kit/queries';
import { ScoreView } from '../kit/ScoreView';
import { Failed } from '../kit/States';
import { Status } from '../kit/Status';
import type { Matter } from '../kit/wire';

/** Of what was destroyed the page says so, instead of looking as if nothing had ever been there. */
export function ErasedCard() {
  return (
    <section className="card asked" aria-labelledby="erased">
      <h2 id="erased">内容已依令销毁</h2>
      <p>说过的话、当事人和办理内容都不再保存，也无法恢复。办过哪几步、谁在什么时候办的仍在轨迹里，可以核验。</p>
      <p className="meta">个人信息保护法第四十七条；由一人申请、另一人决定。</p>
    </section>
  );
}

export function WordsCard({ matter }: { matter: Matter }) {
  if (!matter.words) return null;
  // What is asked for happens as it is asked: only what happened before has a time of its own.
  const earlier = Date.parse(matter.openedAt) - Date.parse(matter.occurredAt) > 60_000;
  const source = [matter.sourceTitle, earlier ? `${roughMoment(matter.occurredAt)} 发生` : '']
    .filter(Boolean)
    .join('，');
  return (
    <section className="card asked" aria-labelledby="words">
      <h2 id="words">{matter.wordsTitle}</h2>
      <blockquote className="quote">{matter.words}</blockquote>
      {source && (
        <p className="meta" style={{ marginTop: 6 }}>
          {source}
        </p>
      )}
    </section>
  );
}

/** Amounts with their thousands, days in words; the rest stands as it was said. */
export function factWords({ kind, value }: { kind?: string | null; value: string }): string {
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return dayLong(value);
  if (kind === 'money' && /^\d+(\.\d+)?$/.test(value)) {
    return `${value.replace(/^\d+/, (yuan) => yuan.replace(/\B(?=(\d{3})+$)/g, ','))} 元`;
  }
  return value;
}

export function FactsCards({ matter }: { matter: Matter }) {
  return matter.facts
    .filter((group) => group.rows.length > 0)
    .map((group) => (
      <section className="card facts" key={group.title}>
        <h2>{group.title}</h2>
        <dl>
          {group.rows.map((row) => (
            <div key={row.title}>
              <dt>{row.title}</dt>
              <dd>
                {row.matter ? (
                  <Link to={`/desk/matters/${encodeURIComponent(row.matter)}`}>{factWords(row)}</Link>
                ) : (
                  factWords(row)
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    ));
}

/** The machine's words are dashed and say that they are the machine's. */
export function SuggestCard({ matter }: { matter: Matter }) {
  const items = matter.suggestions ?? [];
  if (!items.length) return null;
  return (
    <section className="suggest" aria-label="系统建议" style={{ marginTop: 12 }}>
      <h2>系统建议</h2>
      {items.map((one, at) => (
        <div key={at}>
          <p>{one.what.startsWith('系统') ? one.what : `系统建议${one.what}`}</p>
          {one.points ? (
            <ScoreView score={one.points} />
          ) : (
            <ul className="meta">
              {one.reasons.map((reason) => (
                <li key={reason}>因为{reason}</li>
              ))}
            </ul>
          )}
          {one.rule && <p className="meta">{one.rule}，只供参考，由您决定</p>}
        </div>
      ))}
    </section>
  );
}

export function LinksCard({ id }: { id: string }) {
  const links = useLinks(id);
  if (links.isError) return <Failed reason={links.error} what="有关的事没取到" onRetry={() => void links.refetch()} />;
  const items = links.data?.items ?? [];
  if (!items.length) return null;
  return (
    <section className="card" aria-labelledby="links">
      <h2 id="links">有关的事 {items.length}</h2>
      {items.map((link, at) => (
        <div className="lk" key={at}>
          <span className="meta">{link.kindTitle}</span>{' '}
          {link.blocking && <Status tone="yellow">它不办完，这件不能往下走</Status>}
          {link.matter ? (
            <div>
              <Link to={`/desk/matters/${encodeURIComponent(link.matter.id)}`}>{link.matter.title}</Link>
              <small>
                {' '}
                {link.matter.code}，{link.matter.stageTitle}
              </small>
            </div>
          ) : (
            <div className="meta">有一件，但不在您能看的范围里</div>
          )}
        </div>
      ))}
    </section>
  );
}
