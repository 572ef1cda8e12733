import { useContext, useState } from 'react';
import { useBadges } from '../rollQueries';
import { useAgencies, useMatters, usePosts, useTakers } from '../queries';
import { Select } from './choices';
import { described, FormMatter, FormPlace, textOf, type InputProps } from './parts';

export function AgencyInput(props: InputProps) {
  const agencies = useAgencies(useContext(FormPlace));
  const options = (agencies.data?.items ?? []).map(({ id, name }) => ({ value: id, title: name }));
  return <Select {...props} options={options} hint={agencies.isPending ? '正在取单位' : '选一个单位，近的在前'} />;
}

/** Which post of its office a matter is given to; those that can't take it say why. */
function TakerInput({ matter, ...props }: InputProps & { matter: string }) {
  const takers = useTakers({ matter });
  const badges = useBadges();
  const options = (takers.data?.items ?? []).map(({ id, title, holder, people, cannot }) => {
    const words = [title, holder, ...people.map((person) => badges.get(person))].filter(Boolean).join('，');
    return { value: id, title: cannot ? `${words}（${cannot}）` : words, disabled: !!cannot };
  });
  const able = options.filter(({ disabled }) => !disabled);
  const none = takers.isError ? '岗位没取到，关上再打开试一次' : '本单位没有岗位能接';
  return (
    <Select
      {...props}
      options={[...able, ...options.filter(({ disabled }) => disabled)]}
      hint={takers.isPending ? '正在取岗位' : able.length > 0 ? '选一个岗位' : none}
    />
  );
}

export function PostInput(props: InputProps) {
  const matter = useContext(FormMatter);
  return matter ? <TakerInput {...props} matter={matter} /> : <AnyPostInput {...props} />;
}

function AnyPostInput(props: InputProps) {
  const posts = usePosts();
  const badges = useBadges();
  const options = (posts.data?.items ?? []).map((post) => ({
    value: post.id,
    title: [post.agency.name, post.title, post.holder, ...post.people.map(({ id }) => badges.get(id))]
      .filter(Boolean)
      .join('，'),
  }));
  return <Select {...props} options={options} hint={posts.isPending ? '正在取岗位' : '选一个岗位'} />;
}

/** Somebody who sits at several posts is named once. */
export function StaffInput(props: InputProps) {
  const posts = usePosts();
  const badges = useBadges();
  const options = new Map<string, string>();
  for (const post of posts.data?.items ?? [])
    for (const { id, name } of post.people)
      if (!options.has(id)) {
        const words = [name, post.agency.name, post.title, badges.get(id)];
        options.set(id, words.filter(Boolean).join('，'));
      }
  return (
    <Select
      {...props}
      options={[...options].map(([value, title]) => ({ value, title }))}
      hint={posts.isPending ? '正在取人员' : '选一位工作人员'}
    />
  );
}

/** A matter is found by its number or words, then chosen; a number learnt by heart is not asked for. */
export function MatterInput(props: InputProps) {
  const [words, setWords] = useState('');
  const found = useMatters({ q: words.trim() }, words.trim().length >= 2);
  const options = (found.data?.pages ?? [])
    .flatMap((page) => page.items)
    .slice(0, 20)
    .map((row) => ({ value: row.id, title: `${row.code} ${row.title}` }));
  const value = textOf(props.value);
  const known = options.some((option) => option.value === value);
  return (
    <div className="cascade">
      <input
        {...described(props)}
        className="in"
        type="search"
        value={words}
        placeholder="写编号或标题里的几个字"
        onChange={(event) => setWords(event.target.value)}
      />
      <select
        className="in"
        aria-label={`${props.field.title}：找到的事项`}
        value={value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="">{words.trim().length < 2 ? '先在上面写两个字' : `找到 ${options.length} 件，选一件`}</option>
        {value && !known && <option value={value}>已选的那一件</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    </div>
  );
}
