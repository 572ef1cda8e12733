import { Link, Navigate, useSearchParams } from 'react-router';
import { Empty, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import { Told } from './LawFrame';
import { useLawSearch } from './lawQueries';
import { lawPath, useLawBase } from './lawWords';

/** Where a citation leads: to its article, or to what was found in its place. */
export function LawCited() {
  useTitle('引用的条文');
  const base = useLawBase();
  const [search] = useSearchParams();
  const [q, on] = [search.get('q') ?? '', search.get('on') ?? ''];
  const found = useLawSearch({ q, ...(on ? { on } : {}), inForce: false, limit: 3 });
  if (found.isError) return <Told page reason={found.error} what={q} onRetry={() => void found.refetch()} />;
  if (q && !found.data) return <Loading page what="条文" />;
  const named = found.data?.items.find((hit) => hit.why === 'NAMED');
  if (named) return <Navigate replace to={lawPath(base, `articles/${named.article}`, { on })} />;
  return (
    <>
      <h1>{q || '引用的条文'}</h1>
      <Empty title="库里没有这一条" action={<Link to={lawPath(base, 'search', { q })}>按意思找一找</Link>}>
        可能没有导入这部法，或者这一天它还没有施行
      </Empty>
    </>
  );
}
