import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { DueBlock } from '../kit/Arch';
import { useAbout, useAreas, useMatters, useScenes } from '../kit/queries';
import { Empty } from '../kit/States';
import { Status } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { MatterRow } from '../kit/wire';
import { ListSheet, type Column } from './ListSheet';

const NAMES = ['scene', 'stage', 'area', 'colour', 'dueBefore', 'q', 'overdue', 'dueSoon', 'returned', 'open'] as const;
const COLOURS = [
  ['red', '红'],
  ['orange', '橙'],
  ['yellow', '黄'],
  ['green', '绿'],
  ['blue', '关注'],
  ['grey', '数据不足'],
];
const SWITCHES = [
  ['overdue', '已逾期'],
  ['dueSoon', '快到期'],
  ['returned', '退回过'],
  ['open', '还没办完'],
] as const;

const COLUMNS: Column[] = [
  ['法定期限', 'when'],
  ['事项'],
  ['当事人', 110],
  ['环节', 96],
  ['激化度', 106],
  ['地方', 120],
];

/** The filter lives in the address: it can be kept, sent, and gone back to. */
function useFilter() {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => {
    const pairs = NAMES.map((name) => [name, search.get(name) ?? ''] as const).filter(([, value]) => value);
    return Object.fromEntries(pairs) as Record<string, string>;
  }, [search]);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    if (name === 'scene') next.delete('stage');
    setSearch(next, { replace: true });
  };
  return { filter, set, clear: () => setSearch({}, { replace: true }) };
}

function Pick({
  id,
  label,
  value,
  options,
  onChange,
  any = '不限',
}: {
  id: string;
  label: string;
  value: string;
  options: (readonly [string, string])[];
  onChange: (value: string) => void;
  any?: string;
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

type Setting = { filter: Record<string, string>; set: (name: string, value: string) => void };

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
      <label htmlFor="f-q">编号、标题、当事人</label>
      <input
        id="f-q"
        className="in"
        type="search"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onBlur={done}
      />
    </form>
  );
}

function Switches({ filter, set }: Setting) {
  return (
    <div className="chips" role="group" aria-label="只看">
      {SWITCHES.map(([name, word]) => {
        const on = filter[name] === 'true';
        return (
          <button
            key={name}
            type="button"
            className="btn"
            aria-pressed={on}
            onClick={() => set(name, on ? '' : 'true')}
          >
            {word}
          </button>
        );
      })}
    </div>
  );
}

function Filters({ filter, set }: Setting) {
  const scenes = useScenes();
  const about = useAbout();
  const county = about.data?.county?.path ?? '';
  const towns = useAreas(county, county !== '');
  const all = scenes.data?.items ?? [];
  const stages = all
    .filter((scene) => !filter['scene'] || scene.name === filter['scene'])
    .flatMap((scene) => scene.stages.map((stage) => [stage.name, stage.title] as const));
  const once = [...new Map(stages)];
  return (
    <>
      <div className="filters">
        <Words kept={filter['q'] ?? ''} onWords={(words) => set('q', words)} />
        <Pick
          id="f-scene"
          label="哪类事"
          value={filter['scene'] ?? ''}
          onChange={(value) => set('scene', value)}
          options={all.map((scene) => [scene.name, scene.title] as const)}
        />
        <Pick
          id="f-stage"
          label="环节"
          value={filter['stage'] ?? ''}
          onChange={(value) => set('stage', value)}
          options={once}
        />
        <Pick
          id="f-area"
          label="乡镇街道"
          value={filter['area'] ?? ''}
          onChange={(value) => set('area', value)}
          any="我能看的都要"
          options={(towns.data?.items ?? []).map((area) => [area.path, area.name] as const)}
        />
        <Pick
          id="f-colour"
          label="激化度"
          value={filter['colour'] ?? ''}
          onChange={(value) => set('colour', value)}
          options={COLOURS.map(([key = '', word = '']) => [key, word] as const)}
        />
        <div>
          <label htmlFor="f-due">哪天前到期</label>
          <input
            id="f-due"
            className="in"
            type="date"
            value={filter['dueBefore'] ?? ''}
            onChange={(event) => set('dueBefore', event.target.value)}
          />
        </div>
      </div>
      <Switches filter={filter} set={set} />
    </>
  );
}

function Row({ row }: { row: MatterRow }) {
  return (
    <tr>
      <td className="wide">{row.due ? <DueBlock due={row.due} /> : <span className="meta">没有法定期限</span>}</td>
      <td className="tt wide">
        <Link to={`/desk/matters/${encodeURIComponent(row.id)}`}>{row.title}</Link>
        <small>
          {row.code}，{row.sceneTitle}
          {row.returns > 0 && `，退回过 ${row.returns} 次`}
        </small>
      </td>
      <td>
        {row.parties.map((name, at) => (
          <span key={at} className="nowrap">
            <span className="mask">{name}</span>
            {at < row.parties.length - 1 && '、'}
          </span>
        ))}
      </td>
      <td>{row.stageTitle}</td>
      <td>
        {row.colour && (
          <Status plain tone={row.colour.name}>
            {row.colour.title}
          </Status>
        )}
      </td>
      <td>
        {row.area.name}
        <small style={{ display: 'block' }}>{row.levelTitle}</small>
      </td>
    </tr>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const action = filtered ? (
    <button type="button" className="btn" onClick={onClear}>
      去掉筛选
    </button>
  ) : (
    <Link className="btn" to="/desk/new">
      登记一件
    </Link>
  );
  return (
    <Empty title={filtered ? '这样筛没有事项' : '您能看的范围里还没有事项'} action={action}>
      {filtered ? '换个条件试试' : '有人说了事，或您登记了，就会在这里'}
    </Empty>
  );
}

function titleOf(filter: Record<string, string>): string {
  const named = SWITCHES.find(([name]) => name !== 'open' && filter[name] === 'true');
  return named ? `${named[1]}的事项` : '事项';
}

export function MattersPage() {
  const { filter, set, clear } = useFilter();
  const list = useMatters(filter);
  const rows = (list.data?.pages ?? []).flatMap((page) => page.items);
  const filtered = Object.keys(filter).length > 0;
  const title = titleOf(filter);
  useTitle(title);
  return (
    <>
      <div className="hd">
        <h1>{title}</h1>
        <span className="meta" role="status">
          {list.isSuccess && `${list.hasNextPage ? `先列出 ${rows.length} 件` : `共 ${rows.length} 件`}，只含您能看的`}
        </span>
        <div className="r">
          <Link className="btn" to="/desk/new">
            登记一件
          </Link>
        </div>
      </div>
      <Filters key={filter['q'] ?? ''} filter={filter} set={set} />
      <ListSheet
        list={list}
        what="事项"
        caption="事项，按到期先后"
        count={rows.length}
        columns={COLUMNS}
        empty={<Nothing filtered={filtered} onClear={clear} />}
      >
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </ListSheet>
    </>
  );
}
