import { Link } from 'react-router';
import { Failed } from '../../kit/States';
import { useChange } from './changeQueries';

/** On the page of the matter: the way to its lines. */
export function MatterCard({ id }: { id: string }) {
  const change = useChange(id);
  if (change.isError) {
    return <Failed reason={change.error} what="逐处核对没取到" onRetry={() => void change.refetch()} />;
  }
  if (!change.data) return null;
  const { lines, open, toChange, canMark } = change.data;
  return (
    <section className="card" aria-labelledby="lines">
      <h2 id="lines">
        逐处核对<span className="end">{open + toChange > 0 ? `还有 ${open + toChange} 处` : '都核了'}</span>
      </h2>
      <p className="meta">一共 {lines} 处，新旧条文对照着看。</p>
      <div className="acts noprint">
        <Link className={canMark ? 'btn primary' : 'btn'} to={`/desk/lawchanges/${encodeURIComponent(id)}`}>
          {canMark ? '逐处核对' : '看逐处核对'}
        </Link>
      </div>
    </section>
  );
}
