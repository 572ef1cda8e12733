import { Link } from 'react-router';
import { DueBlock } from '../kit/Arch';
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
import { Status } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { MatterRow } from '../kit/wire';
import { ListSheet, type Column } from './ListSheet';

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

const COLUMNS: Column[] = [
  ['法定期限', 'when'],
  ['事项'],
  ['当事人', 110],
  ['环节', 96],
  ['激化度', 106],
  ['地方', 120],
];

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

export function MattersPage() {
  const by = useFilter(NAMES, UNDOES);
  const list = useMatters(by.filter);
  const rows = (list.data?.pages ?? []).flatMap((page) => page.items);
  const title = titleOf(by.filter);
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
      <Filters by={by} />
      <ListSheet
        list={list}
        what="事项"
        caption="事项，按到期先后"
        count={rows.length}
        columns={COLUMNS}
        empty={<Nothing by={by} />}
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
