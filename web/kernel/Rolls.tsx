import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { call } from '../kit/api';
import { dayLong } from '../kit/days';
import { ClearFilter, useFilter, type Asked } from '../kit/Filters';
import { useRollCounts, useRollLines, useRolls } from '../kit/rollQueries';
import { Empty, Failed, Loading } from '../kit/States';
import { Shape } from '../kit/Status';
import type { TableColumn } from '../kit/table/columns';
import { SearchTable } from '../kit/table/SearchTable';
import { useSearchTable } from '../kit/table/useSearchTable';
import { useTitle } from '../kit/title';
import type { AllRolls, Roll, RollLine } from '../kit/wire';
import { RollFilters, ROLL_FIELDS } from './RollFilters';
import { RollDrawer, type RollDeed } from './RollDrawer';
import { lineForm, saidOf } from './rollForms';
import { SaveSheet } from './SaveSheet';

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

function Counts({ roll, filter }: { roll: Roll; filter: Asked }) {
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

const saidWords = ({ title, words }: RollLine['facts'][number]) =>
  ['是', '否'].includes(words) ? `${title}：${words}` : words;

/** Said in a column or line of their own, or too long for one. */
const ELSEWHERE = ['place', 'honours', 'purpose'];
const idOf = (line: RollLine) => line.id;
const pathOf = (roll: Roll, line: RollLine) => `/desk/rolls/${roll.name}/${line.id}`;

function Name({ roll, line }: { roll: Roll; line: RollLine }) {
  const said = line.facts.filter((fact) => fact.words && !ELSEWHERE.includes(fact.name));
  return (
    <>
      <Link to={pathOf(roll, line)}>{line.name}</Link>
      <small>{said.map(saidWords).join('，')}</small>
    </>
  );
}

/** What is usual, then each field of the register for whoever wants it as a column. */
function columnsOf(roll: Roll): TableColumn<RollLine>[] {
  return [
    { key: 'name', title: '名称', fixed: true, wide: true, cell: (line) => <Name roll={roll} line={line} /> },
    { key: 'area', title: '地方', width: 150, usual: true, cell: (line) => line.areaName },
    {
      key: 'notes',
      title: '提示',
      width: 260,
      usual: true,
      wide: true,
      cell: (line) => <NoteTags notes={line.notes} />,
    },
    {
      key: 'span',
      title: '起止',
      width: 170,
      usual: true,
      cell: (line) => (
        <>
          {dayLong(line.firstDay)} 起{line.lastDay && <small className="doer">到 {dayLong(line.lastDay)}</small>}
        </>
      ),
    },
    ...roll.fields
      .filter((field) => !['name', ...ELSEWHERE].includes(field.name))
      .map((field) => ({
        key: `f-${field.name}`,
        title: field.title,
        width: 130,
        cell: (line: RollLine) => line.facts.find((fact) => fact.name === field.name)?.words,
      })),
  ];
}

export function beginning(roll: Roll, parent?: string): RollDeed {
  return {
    title: `登记${roll.one}`,
    button: '登记',
    roll,
    form: (choices) => lineForm(roll, choices, false),
    values: {},
    send: (values) =>
      call('post', '/api/rolls/{roll}/lines', { path: { roll: roll.name }, body: saidOf(values, parent) }),
  };
}

function One({ all, roll }: { all: AllRolls; roll: Roll }) {
  const by = useFilter(ROLL_FIELDS);
  const { filter, filtered } = by;
  const [deed, setDeed] = useState<RollDeed | null>(null);
  const [done, setDone] = useState('');
  const navigate = useNavigate();
  const table = useSearchTable({
    name: `rolls.${roll.name}`,
    list: useRollLines(roll.name, filter),
    columns: useMemo(() => columnsOf(roll), [roll]),
    names: ROLL_FIELDS,
    filter,
    idOf,
    onOpen: (line) => void navigate(pathOf(roll, line)),
  });
  return (
    <>
      <div className="hd">
        <h1>{roll.title}</h1>
        <span className="meta" role="status">
          {table.count('条')}
        </span>
        <div className="r">
          <SaveSheet route={`/api/rolls/${roll.name}/book`} query={filter} name={`${roll.title}.xlsx`} />
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
      <div role="status">{done && <p className="intact">{done}</p>}</div>
      <Counts roll={roll} filter={filter} />
      <RollFilters roll={roll} all={all} by={by} />
      <SearchTable
        table={table}
        what="名册"
        caption={roll.title}
        nameOf={(line) => line.name}
        empty={
          <Empty
            title={filtered ? '这样筛没有' : `还没有登记过${roll.one}`}
            action={filtered ? <ClearFilter by={by} /> : undefined}
          >
            {all.keeps ? '可以现在登记' : '由机构管理员或者名册管理员登记'}
          </Empty>
        }
      />
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
