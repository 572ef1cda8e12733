import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAreas } from '../kit/queries';
import type { AllRolls, Roll } from '../kit/wire';

export type Filter = Record<string, string>;
const FIELDS = ['q', 'area', 'kind', 'state', 'on', 'due'];

export function useRollFilter(): [Filter, (name: string, value: string) => void, () => void] {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries([...search].filter(([name, value]) => FIELDS.includes(name) && value));
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  return [filter, set, () => setSearch({}, { replace: true })];
}

function Words({ kept, onWords }: { kept: string; onWords: (words: string) => void }) {
  const [words, setWords] = useState(kept);
  const done = () => {
    if (words.trim() !== kept) onWords(words.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <label htmlFor="r-q">名称、专长、单位</label>
      <input
        id="r-q"
        className="in"
        type="search"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onBlur={done}
      />
    </form>
  );
}

function Pick({
  id,
  label,
  any,
  value,
  options,
  onChange,
}: {
  id: string;
  label: string;
  any: string;
  value: string;
  options: [string, string][];
  onChange: (value: string) => void;
}) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} className="in" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{any}</option>
        {options.map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Filters({
  roll,
  all,
  filter,
  set,
}: {
  roll: Roll;
  all: AllRolls;
  filter: Filter;
  set: (name: string, value: string) => void;
}) {
  const below = useAreas(all.area);
  const kinds = roll.fields.find((field) => field.name === 'kind')?.choices ?? {};
  return (
    <>
      <div className="filters">
        <Words key={filter['q'] ?? ''} kept={filter['q'] ?? ''} onWords={(words) => set('q', words)} />
        <Pick
          id="r-area"
          label="地方"
          any={all.areaName}
          value={filter['area'] ?? ''}
          options={(below.data?.items ?? []).map((area) => [area.path, area.name])}
          onChange={(value) => set('area', value)}
        />
        {Object.keys(kinds).length > 0 && (
          <Pick
            id="r-kind"
            label="哪一类"
            any="都要"
            value={filter['kind'] ?? ''}
            options={Object.entries(kinds)}
            onChange={(value) => set('kind', value)}
          />
        )}
        <Pick
          id="r-state"
          label="现行还是已结束"
          any="现行的"
          value={filter['state'] ?? ''}
          options={[
            ['ended', '已结束的'],
            ['all', '全部'],
          ]}
          onChange={(value) => set('state', value)}
        />
        <div>
          <label htmlFor="r-on">截至哪一天</label>
          <input
            id="r-on"
            className="in"
            type="date"
            value={filter['on'] ?? ''}
            onChange={(event) => set('on', event.target.value)}
          />
        </div>
      </div>
      <div className="chips" role="group" aria-label="只看">
        <button
          type="button"
          className="btn"
          aria-pressed={filter['due'] === 'true'}
          onClick={() => set('due', filter['due'] === 'true' ? '' : 'true')}
        >
          快到期、已到期的
        </button>
      </div>
    </>
  );
}
