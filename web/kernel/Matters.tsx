import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { DueBlock } from '../kit/Arch';
import { useAbout, useAreas, useMatters, useScenes } from '../kit/queries';
import { Empty, Failed, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { MatterRow } from '../kit/wire';
import { More } from './More';

const NAMES = ['scene', 'stage', 'area', 'colour', 'dueBefore', 'q', 'overdue', 'dueSoon', 'returned', 'open'] as const;
const COLOURS = [['red', '红'], ['orange', '橙'], ['yellow', '黄'], ['green', '绿'], ['blue', '关注'], ['grey', '数据不足']];
const SWITCHES = [['overdue', '已逾期'], ['dueSoon', '快到期'], ['returned', '退回过'], ['open', '还没办完']] as const;

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

function Pick({ id, label, value, options, onChange, any = '不限' }: {
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
        {options.map(([key, word]) => <option key={key} value={key}>{word}</option>)}
      </select>
    </div>
  );
}

function Filters({ filter, set }: { filter: Record<string, string>; set: (name: string, value: string) => void }) {
  const scenes = useScenes();
  const about = useAbout();
  const county = about.data?.county.path ?? '';
  const towns = useAreas(county, county !== '');
  const [words, setWords] = useState(filter['q'] ?? '');
  const all = scenes.data?.items ?? [];
  const stages = all.filter((scene) => !filter['scene'] || scene.name === filter['scene'])
    .flatMap((scene) => scene.stages.map((stage) => [stage.name, stage.title] as const));
  const once = [...new Map(stages)];
  return (
    <>
      <div className="filters">
        <form onSubmit={(event) => { event.preventDefault(); set('q', words.trim()); }} role="search">
          <label htmlFor="f-q">编号、标题、当事人</label>
          <input id="f-q" className="in" type="search" value={words} onChange={(event) => setWords(event.target.value)}
            onBlur={() => { if (words.trim() !== (filter['q'] ?? '')) set('q', words.trim()); }} />
        </form>
        <Pick id="f-scene" label="哪类事" value={filter['scene'] ?? ''} onChange={(value) => set('scene', value)}
          options={all.map((scene) => [scene.name, scene.title] as const)} />
        <Pick id="f-stage" label="环节" value={filter['stage'] ?? ''} onChange={(value) => set('stage', value)} options={once} />
        <Pick id="f-area" label="乡镇街道" value={filter['area'] ?? ''} onChange={(value) => set('area', value)} any="我能看的都要"
          options={(towns.data?.items ?? []).map((area) => [area.path, area.name] as const)} />
        <Pick id="f-colour" label="激化度" value={filter['colour'] ?? ''} onChange={(value) => set('colour', value)}
          options={COLOURS.map(([key = '', word = '']) => [key, word] as const)} />
        <div>
          <label htmlFor="f-due">哪天前到期</label>
          <input id="f-due" className="in" type="date" value={filter['dueBefore'] ?? ''} onChange={(event) => set('dueBefore', event.target.value)} />
        </div>
      </div>
      <div className="chips" role="group" aria-label="只看">
        {SWITCHES.map(([name, word]) => (
          <button key={name} type="button" className="btn" aria-pressed={filter[name] === 'true'}
            onClick={() => set(name, filter[name] === 'true' ? '' : 'true')}>{word}</button>
        ))}
      </div>
    </>
  );
}

function Row({ row }: { row: MatterRow }) {
  return (
    <tr>
      <td className="wide">{row.due ? <DueBlock due={row.due} /> : <span className="meta">没有法定期限</span>}</td>
      <td className="tt wide">
        <Link to={`/desk/matters/${encodeURIComponent(row.id)}`}>{row.title}</Link>
        <small>{row.code}，{row.sceneTitle}{row.returns > 0 && `，退回过 ${row.returns} 次`}</small>
      </td>
      <td>{row.parties.map((name, at) => <span key={at}>{at > 0 && '、'}<span className="mask nowrap">{name}</span></span>)}</td>
      <td>{row.stageTitle}</td>
      <td>{row.colour && (
        <Status plain tone={row.colour.name}>{row.colour.title}{row.colour.score != null && ` ${row.colour.score}`}</Status>
      )}</td>
      <td>{row.area.name}<small style={{ display: 'block' }}>{row.levelTitle}</small></td>
    </tr>
  );
}

export function MattersPage() {
  const { filter, set, clear } = useFilter();
  const list = useMatters(filter);
  const rows = (list.data?.pages ?? []).flatMap((page) => page.items);
  const filtered = Object.keys(filter).length > 0;
  const title = filter['overdue'] === 'true' ? '已逾期的事项' : filter['dueSoon'] === 'true' ? '快到期的事项' : filter['returned'] === 'true' ? '退回过的事项' : '事项';
  useTitle(title);
  return (
    <>
      <div className="hd">
        <h1>{title}</h1>
        <span className="meta" role="status">
          {list.isSuccess && `${list.hasNextPage ? `先列出 ${rows.length} 件` : `共 ${rows.length} 件`}，只含您能看的`}
        </span>
        <div className="r"><Link className="btn" to="/desk/new">登记一件</Link></div>
      </div>
      <Filters key={filter['q'] ?? ''} filter={filter} set={set} />
      <div className="sheet flow">
        {list.isPending && <div style={{ padding: '8px 14px' }}><Loading what="事项" rows={5} /></div>}
        {list.isError && <Failed reason={list.error} what="事项没取到" onRetry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && (
          <Empty title={filtered ? '这样筛没有事项' : '您能看的范围里还没有事项'}
            action={filtered ? <button type="button" className="btn" onClick={clear}>去掉筛选</button> : <Link className="btn" to="/desk/new">登记一件</Link>}>
            {filtered ? '换个条件试试' : '有人说了事，或您登记了，就会在这里'}
          </Empty>
        )}
        {rows.length > 0 && (
          <table>
            <caption className="sr">事项，按到期先后</caption>
            <thead>
              <tr>
                <th className="when">法定期限</th><th>事项</th><th style={{ width: 110 }}>当事人</th>
                <th style={{ width: 96 }}>环节</th><th style={{ width: 100 }}>激化度</th><th style={{ width: 120 }}>地方</th>
              </tr>
            </thead>
            <tbody>{rows.map((row) => <Row key={row.id} row={row} />)}</tbody>
          </table>
        )}
        <More page={list} what="事项" />
      </div>
    </>
  );
}
