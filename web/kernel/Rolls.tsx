import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { addressOf, call, fetchFile } from '../kit/api';
import { dayLong } from '../kit/days';
import { Refusal } from '../kit/Refusal';
import { useRollCounts, useRollLines, useRolls } from '../kit/rollQueries';
import { Empty, Failed, Loading } from '../kit/States';
import { Shape } from '../kit/Status';
import { useTitle } from '../kit/title';
import { useAreas } from '../kit/queries';
import type { AllRolls, Roll, RollLine } from '../kit/wire';
import { ListSheet, type Column } from './ListSheet';
import { RollDrawer, type RollDeed } from './RollDrawer';
import { lineForm, saidOf } from './rollForms';
import { useDeed } from './useDeed';

/** What of a line deserves a look: shape, colour and words, which may run over lines. */
export function NoteTags({ notes }: { notes: RollLine['notes'] }) {
  return (
    <ul className="hands">
      {notes.map((note) => (
        <li key={note.words}>
          <Shape tone={note.tone} /> {note.words}
          {note.article && <span className="meta">（{note.article}）</span>}
        </li>
      ))}
    </ul>
  );
}

type Filter = Record<string, string>;
const FIELDS = ['q', 'area', 'kind', 'state', 'on', 'due'];

function useRollFilter(): [Filter, (name: string, value: string) => void, () => void] {
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

function Ways({ all, now }: { all: AllRolls; now: string }) {
  return (
    <nav className="chips" aria-label="哪一本名册">
      {all.items.map(({ roll, due }) => (
        <Link
          key={roll.name}
          className="btn"
          to={`/desk/rolls/${roll.name}`}
          aria-current={roll.name === now ? 'page' : undefined}
          style={roll.name === now ? { fontWeight: 600 } : undefined}
        >
          {roll.title}
          {due > 0 && `，${due} 条快到期或已到期`}
        </Link>
      ))}
    </nav>
  );
}

function Counts({ roll, filter }: { roll: Roll; filter: Filter }) {
  const counts = useRollCounts(roll.name, filter['area'] ?? '', filter['on'] ?? '');
  if (counts.isError) return <Failed reason={counts.error} onRetry={() => void counts.refetch()} />;
  if (!counts.data) return <Loading what="数目" rows={1} />;
  const { current, begun, year, kinds, goal } = counts.data;
  return (
    <>
      <div className="figs">
        <div className="fig">
          <b>{current}</b> 现行
        </div>
        <div className="fig">
          <b>{begun}</b> {year} 年新登记
        </div>
        {kinds.map((kind) => (
          <div className="fig" key={kind.kind}>
            <b>{kind.current}</b> {kind.title}
          </div>
        ))}
      </div>
      {goal && (
        <p className="meta" style={{ marginBottom: 14 }}>
          目标：一年至少 {goal.value} 个（{goal.source}）。上面的数是从名册里数出来的，目标是别处定的，两样分开看。
        </p>
      )}
    </>
  );
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

function Filters({ roll, all, filter, set }: { roll: Roll; all: AllRolls; filter: Filter; set: (name: string, value: string) => void }) {
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

const COLUMNS: Column[] = [['名称'], ['地方', 150], ['提示', 260], ['起止', 170]];

function Row({ roll, line }: { roll: Roll; line: RollLine }) {
  const said = line.facts.filter((fact) => fact.words && !['place', 'honours', 'purpose'].includes(fact.name));
  return (
    <tr>
      <td className="tt wide">
        <Link to={`/desk/rolls/${roll.name}/${line.id}`}>{line.name}</Link>
        <small>{said.map((fact) => (['是', '否'].includes(fact.words) ? `${fact.title}：${fact.words}` : fact.words)).join('，')}</small>
      </td>
      <td>{line.areaName}</td>
      <td className="wide">
        <NoteTags notes={line.notes} />
      </td>
      <td>
        {dayLong(line.firstDay)} 起{line.lastDay && <small style={{ display: 'block' }}>到 {dayLong(line.lastDay)}</small>}
      </td>
    </tr>
  );
}

export function beginning(roll: Roll, parent?: string): RollDeed {
  return {
    title: `登记${roll.one}`,
    button: '登记',
    roll,
    form: (choices) => lineForm(roll, choices, false),
    values: {},
    send: (values) => call('post', '/api/rolls/{roll}/lines', { path: { roll: roll.name }, body: saidOf(values, parent) }),
  };
}

function One({ all, roll }: { all: AllRolls; roll: Roll }) {
  const [filter, set, clear] = useRollFilter();
  const [deed, setDeed] = useState<RollDeed | null>(null);
  const [done, setDone] = useState('');
  const saving = useDeed();
  const list = useRollLines(roll.name, filter);
  const rows = (list.data?.pages ?? []).flatMap((page) => page.items);
  const filtered = Object.keys(filter).length > 0;
  const save = () =>
    saving.run(async () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(
        await fetchFile(addressOf('/api/rolls/{roll}/book', { path: { roll: roll.name }, query: filter })),
      );
      link.download = `${roll.title}.xlsx`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    });
  return (
    <>
      <div className="hd">
        <h1>{roll.title}</h1>
        <span className="meta" role="status">
          {list.isSuccess && `${list.hasNextPage ? `先列出 ${rows.length} 条` : `共 ${rows.length} 条`}`}
        </span>
        <div className="r">
          <button type="button" className="btn" disabled={saving.busy} onClick={() => void save()}>
            {saving.busy ? '正在存' : '存成表格'}
          </button>
          {all.keeps && (
            <button type="button" className="btn primary" onClick={() => setDeed(beginning(roll))}>
              登记{roll.one}
            </button>
          )}
        </div>
      </div>
      <Ways all={all} now={roll.name} />
      <p className="meta" style={{ maxWidth: '46em' }}>
        {roll.about}
        {roll.article && `（${roll.article}）`}
      </p>
      {!!saving.refused && <Refusal reason={saving.refused} />}
      <div role="status">{done && <p className="intact">{done}</p>}</div>
      <Counts roll={roll} filter={filter} />
      <Filters roll={roll} all={all} filter={filter} set={set} />
      <ListSheet
        list={list}
        what="名册"
        caption={roll.title}
        count={rows.length}
        columns={COLUMNS}
        empty={
          <Empty
            title={filtered ? '这样筛没有' : `还没有登记过${roll.one}`}
            action={
              filtered ? (
                <button type="button" className="btn" onClick={clear}>
                  去掉筛选
                </button>
              ) : undefined
            }
          >
            {all.keeps ? '可以现在登记' : '由机构管理员或者名册管理员登记'}
          </Empty>
        }
      >
        <tbody>
          {rows.map((line) => (
            <Row key={line.id} roll={roll} line={line} />
          ))}
        </tbody>
      </ListSheet>
      <RollDrawer
        deed={deed}
        onClose={() => setDeed(null)}
        onDone={() => {
          setDone(`${deed?.title ?? '登记'}：办好了。`);
          setDeed(null);
        }}
      />
    </>
  );
}

/** Registers of those who mediate: what is in force, what ends soon, and a way to write for those who keep them. */
export function Rolls() {
  const { roll = 'mediators' } = useParams();
  const all = useRolls();
  const found = all.data?.items.find((one) => one.roll.name === roll)?.roll;
  useTitle(found?.title ?? '名册');
  if (all.isError) return <Failed page reason={all.error} what="名册没取到" onRetry={() => void all.refetch()} />;
  if (!all.data) return <Loading page what="名册" rows={4} />;
  if (!found) {
    return (
      <>
        <h1>没有这本名册</h1>
        <Ways all={all.data} now="" />
      </>
    );
  }
  return <One key={roll} all={all.data} roll={found} />;
}
