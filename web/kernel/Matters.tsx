import { Link, useNavigate } from 'react-router';
import {
  ClearFilter,
  DayFilter,
  PickFilter,
  SwitchFilters,
  useFilter,
  WordsFilter,
  type Filtering,
} from '../kit/Filters';
import { useAbout, useAreas, useMatters, useScenes } from '../kit/queries';
import { Empty } from '../kit/States';
import { chosen, type TableColumn } from '../kit/table/columns';
import { Rows } from '../kit/table/Rows';
import { TickBox } from '../kit/table/TickBox';
import { useTableView } from '../kit/table/useTableView';
import { useTicks } from '../kit/table/useTicks';
import { ViewBar } from '../kit/table/ViewBar';
import { useTitle } from '../kit/title';
import type { MatterRow } from '../kit/wire';
import { ListSheet, type Column } from './ListSheet';
import { MatterBatch } from './MatterBatch';
import { MATTER_COLUMNS } from './matterColumns';
import { RowKeysHelp } from './RowKeysHelp';
import { SaveSheet } from './SaveSheet';
import { useRowKeys } from './useRowKeys';

const NAMES = ['scene', 'stage', 'area', 'colour', 'dueBefore', 'q', 'overdue', 'dueSoon', 'returned', 'open'];
const UNDOES = { scene: 'stage' };
const COLOURS: [string, string][] = [
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

function Filters({ by }: { by: Filtering }) {
  const scenes = useScenes();
  const about = useAbout();
  const county = about.data?.county?.path ?? '';
  const towns = useAreas(county, county !== '');
  const all = scenes.data?.items ?? [];
  const stages = all
    .filter((scene) => !by.filter['scene'] || scene.name === by.filter['scene'])
    .flatMap((scene) => scene.stages.map((stage) => [stage.name, stage.title] as const));
  return (
    <>
      <div className="filters">
        <WordsFilter id="f-q" name="q" label="编号、标题" by={by} />
        <PickFilter
          id="f-scene"
          name="scene"
          label="哪类事"
          by={by}
          options={all.map((scene) => [scene.name, scene.title] as const)}
        />
        <PickFilter id="f-stage" name="stage" label="环节" by={by} options={[...new Map(stages)]} />
        <PickFilter
          id="f-area"
          name="area"
          label="乡镇街道"
          any="我能看的都要"
          by={by}
          options={(towns.data?.items ?? []).map((area) => [area.path, area.name] as const)}
        />
        <PickFilter id="f-colour" name="colour" label="激化度" by={by} options={COLOURS} />
        <DayFilter id="f-due" name="dueBefore" label="哪天前到期" by={by} />
      </div>
      <SwitchFilters by={by} names={SWITCHES} />
    </>
  );
}

function Nothing({ by }: { by: Filtering }) {
  const action = by.filtered ? (
    <ClearFilter by={by} />
  ) : (
    <Link className="btn" to="/desk/new">
      登记一件
    </Link>
  );
  return (
    <Empty title={by.filtered ? '这样筛没有事项' : '您能看的范围里还没有事项'} action={action}>
      {by.filtered ? '换个条件试试' : '有人说了事，或您登记了，就会在这里'}
    </Empty>
  );
}

function titleOf(filter: Record<string, string>): string {
  const named = SWITCHES.find(([name]) => name !== 'open' && filter[name] === 'true');
  return named ? `${named[1]}的事项` : '事项';
}

const idOf = (row: MatterRow) => row.id;
const pathOf = (row: MatterRow) => `/desk/matters/${encodeURIComponent(row.id)}`;

const asList = (columns: TableColumn<MatterRow>[]): Column[] =>
  columns.map((column) => [column.title, column.width, column.numeric ? 'num' : undefined]);

export function MattersPage() {
  const by = useFilter(NAMES, UNDOES);
  const look = useTableView('matters', MATTER_COLUMNS, NAMES);
  const list = useMatters(by.filter);
  const rows = (list.data?.pages ?? []).flatMap((page) => page.items);
  const columns = chosen(MATTER_COLUMNS, look.cols);
  const ticks = useTicks(rows, idOf, JSON.stringify(by.filter));
  const navigate = useNavigate();
  const keys = useRowKeys(rows.map(idOf), (id, key) => {
    const row = rows.find((one) => one.id === id);
    if (!row) return;
    if (key === 'tick' || key === 'range') ticks.toggle(row, key === 'range');
    else void navigate(pathOf(row));
  });
  const title = titleOf(by.filter);
  useTitle(title);
  const shown = columns.map((column) => column.key).join(',');
  return (
    <>
      <div className="hd">
        <h1>{title}</h1>
        <span className="meta" role="status">
          {list.isSuccess && `${list.hasNextPage ? `先列出 ${rows.length} 件` : `共 ${rows.length} 件`}，只含您能看的`}
        </span>
        <div className="r">
          <SaveSheet route="/api/matters/book" query={{ ...by.filter, cols: shown }} name="事项.xlsx" />
          <Link className="btn" to="/desk/new">
            登记一件
          </Link>
        </div>
      </div>
      <Filters by={by} />
      <ViewBar by={look} columns={MATTER_COLUMNS} />
      <ListSheet
        list={list}
        what="事项"
        caption="事项，按到期先后"
        count={rows.length}
        columns={asList(columns)}
        empty={<Nothing by={by} />}
        look={`kept ${look.density === 'tight' ? 'tight' : ''}`}
        lead={<TickBox label="选中列出的全部" on={ticks.whole} some={ticks.some} onChange={ticks.page} />}
      >
        <Rows
          rows={rows}
          columns={columns}
          ticks={ticks}
          current={keys.current}
          idOf={idOf}
          nameOf={(row) => row.code}
          onPick={keys.setCurrent}
        />
      </ListSheet>
      <RowKeysHelp keys={keys} />
      <MatterBatch ticks={ticks} filter={by.filter} more={list.hasNextPage} />
    </>
  );
}
