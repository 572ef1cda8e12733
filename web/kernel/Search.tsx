import { useEffect, useState, type FormEvent } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { useMe } from '../kit/queries';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { Me } from '../kit/wire';
import { carry, PeopleSearch } from './PeopleSearch';
import { groupsOf, LEAST_SIGNS, looksLikeNumber, useFound, type HitGroup } from './searching';

const FIRST = 10;
const MOST = 50;

function Group({ me, words, group }: { me: Me; words: string; group: HitGroup }) {
  const [more, setMore] = useState(false);
  const whole = useFound(more ? words : '', MOST, group.kind);
  const shown = (more && groupsOf(me, words, whole.data).find(({ kind }) => kind === group.kind)) || group;
  return (
    <section aria-labelledby={`found-${group.kind}`}>
      <h2 id={`found-${group.kind}`}>{group.title}</h2>
      <ul className="found">
        {shown.hits.map((hit) => (
          <li key={`${hit.to} ${hit.title}`}>
            <Link to={hit.to} state={hit.state}>
              <b>{hit.title}</b>
            </Link>
            <small>{hit.about}</small>
          </li>
        ))}
      </ul>
      {group.more && !more && (
        <button type="button" className="btn" onClick={() => setMore(true)}>
          更多{group.title}
        </button>
      )}
      {more && whole.isError && <Failed reason={whole.error} what="没取到更多" onRetry={() => void whole.refetch()} />}
      {more && whole.data?.groups[0]?.more && <p className="meta">只列前 {MOST} 个，请把话写长一点。</p>}
    </section>
  );
}

function Found({ me, words }: { me: Me; words: string }) {
  const found = useFound(words, FIRST);
  if (words.length < LEAST_SIGNS) {
    return <p className="meta">写两个字以上：标题里的话、地名、拼音首字母、编号的后几位、材料的名字、法条、回执编号。</p>;
  }
  if (found.isError) return <Failed reason={found.error} what="没查到" onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading what="查找结果" />;
  const groups = groupsOf(me, words, found.data).filter(({ kind }) => kind !== 'PEOPLE');
  return groups.length > 0 ? (
    <div className="searched">
      {groups.map((group) => (
        <Group key={`${words} ${group.kind}`} me={me} words={words} group={group} />
      ))}
    </div>
  ) : (
    <Empty title={`没有找到“${words}”`}>您看不到的和没有的，这里一样找不到。可以少写几个字，或者换一种写法。</Empty>
  );
}

/** Everything the words lead to, by kind. */
export function Search() {
  useTitle('查找');
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const asked = (search.get('q') ?? '').trim();
  const [words, setWords] = useState(asked);
  const place = useLocation();
  const navigate = useNavigate();
  const called = (place.state as { people?: true } | null)?.people === true;
  useEffect(() => setWords(asked), [asked]);
  if (!me.data) return <Loading page what="查找" />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const plain = words.trim();
    if (!looksLikeNumber(plain)) return setSearch(plain ? { q: plain } : {});
    carry(plain);
    setWords('');
    void navigate('/desk/search', { state: { people: true } });
  };
  return (
    <div className="searchpage">
      <div className="hd">
        <h1>查找</h1>
      </div>
      <form className="seek" onSubmit={submit} role="search" aria-label="在这一页查找">
        <input
          className="in"
          type="search"
          aria-label="找什么"
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <button className="btn primary">查找</button>
      </form>
      {!looksLikeNumber(asked) && <Found me={me.data} words={asked} />}
      <PeopleSearch key={place.key} called={called} />
    </div>
  );
}
