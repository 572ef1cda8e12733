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
import { SearchTable } from '../kit/table/SearchTable';
import { useSearchTable } from '../kit/table/useSearchTable';
import { useTitle } from '../kit/title';
import type { MatterRow } from '../kit/wire';
import { MatterBatch } from './MatterBatch';
import { MATTER_COLUMNS } from './matterColumns';
import { SaveSheet } from './SaveSheet';

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

export function MattersPage() {
  const by = useFilter(NAMES, UNDOES);
  const list = useMatters(by.filter);
  const navigate = useNavigate();
  const table = useSearchTable({
    name: 'matters',
    list,
    columns: MATTER_COLUMNS,
    names: NAMES,
    filter: by.filter,
    idOf,
    onOpen: (row) => void navigate(pathOf(row)),
    ticking: true,
  });
  const title = titleOf(by.filter);
  useTitle(title);
  const shown = table.shown.map((column) => column.key).join(',');
  return (
    <>
      <div className="hd">
        <h1>{title}</h1>
        <span className="meta" role="status">
          {list.isSuccess && `${table.count('件')}，只含您能看的`}
        </span>
        <div className="r">
          <SaveSheet route="/api/matters/book" query={{ ...by.filter, cols: shown }} name="事项.xlsx" />
          <Link className="btn" to="/desk/new">
            登记一件
          </Link>
        </div>
      </div>
      <Filters by={by} />
      <SearchTable
        table={table}
        what="事项"
        caption="事项，按到期先后"
        nameOf={(row) => row.code}
        empty={<Nothing by={by} />}
      />
      <MatterBatch ticks={table.ticks} filter={by.filter} more={list.hasNextPage} />
    </>
  );
}
