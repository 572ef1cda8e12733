import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../kit/api';
import { DueBlock } from '../kit/Arch';
import { useFilter } from '../kit/Filters';
import { client, useInbox, type InboxFilter } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Empty } from '../kit/States';
import { Shape, Status } from '../kit/Status';
import { TickBox } from '../kit/table/TickBox';
import { useTicks, type Ticks } from '../kit/table/useTicks';
import { useTitle } from '../kit/title';
import type { Inbox, InboxRow } from '../kit/wire';
import { ClaimMany } from './ClaimMany';
import { dueGroups, type DueGroup } from './dueGroups';
import { InboxSide } from './InboxSide';
import { ListSheet, type Column } from '../kit/table/ListSheet';
import { TwoWeeks } from './TwoWeeks';
import { useRowKeys } from '../kit/table/useRowKeys';

const FILTERS: [InboxFilter, string, keyof Inbox['counts']][] = [
  ['all', '全部', 'all'],
  ['mine', '只看我的', 'mine'],
  ['unclaimed', '没人领的', 'unclaimed'],
];

const COLUMNS: Column[] = [['法定期限', 'when'], ['事项'], ['当事人', 92], ['环节', 106], ['下一步', 124]];

/** Which of them stands in the address; all are no filter. */
const NAMES = ['filter'];

export const pathOf = (row: InboxRow, move?: string) =>
  `/desk/matters/${encodeURIComponent(row.matter.id)}${move ? `?move=${encodeURIComponent(move)}` : ''}`;

/** Still to be taken by somebody. */
const free = (row: InboxRow) => row.task.state === 'OPEN';
const taskOf = (row: InboxRow) => row.task.id;

function Doer({ row }: { row: InboxRow }) {
  const { task } = row;
  if (task.mine) return null;
  return (
    <small className="doer">
      {task.state === 'OPEN' ? '还没人领' : `在${task.post?.holder ?? task.post?.title ?? '别人'}手上`}
    </small>
  );
}

function Next({ row, current, onClaim }: { row: InboxRow; current: boolean; onClaim: () => void }) {
  if (row.task.state === 'OPEN') {
    return (
      <button type="button" className={`btn sm ${current ? 'primary' : ''}`} onClick={onClaim}>
        我来办
      </button>
    );
  }
  if (!row.task.mine || !row.nextMove)
    return (
      <Link className="btn quiet sm" to={pathOf(row)}>
        打开
      </Link>
    );
  return (
    <Link className={`btn sm ${current ? 'primary' : ''}`} to={pathOf(row, row.nextMove.verb)}>
      {row.nextMove.title}
    </Link>
  );
}

function Row({
  row,
  current,
  ticks,
  onPick,
  onClaim,
}: {
  row: InboxRow;
  current: boolean;
  ticks: Ticks<InboxRow>;
  onPick: () => void;
  onClaim: () => void;
}) {
  const { matter } = row;
  return (
    <tr
      className={`go ${current ? 'cur' : ''} ${ticks.has(row.task.id) ? 'ticked' : ''}`}
      data-row={row.task.id}
      onClick={onPick}
      aria-current={current || undefined}
    >
      <td className="tick" onClick={(event) => event.stopPropagation()}>
        {free(row) && (
          <TickBox
            label={`选中 ${matter.code}`}
            on={ticks.has(row.task.id)}
            onChange={(range) => ticks.toggle(row, range)}
          />
        )}
      </td>
      <td className="wide">
        {matter.due ? <DueBlock due={matter.due} /> : <span className="meta">没有法定期限</span>}
      </td>
      <td className="tt wide">
        <Link to={pathOf(row)}>{matter.title}</Link>
        <small>
          {matter.code}，{matter.area.name}
          {matter.returns > 0 && `，退回过 ${matter.returns} 次`}
        </small>
      </td>
      <td>
        {matter.parties.map((name, at) => (
          <span key={at} className="nowrap">
            <span className="mask">{name}</span>
            {at < matter.parties.length - 1 && '、'}
          </span>
        ))}
      </td>
      <td>
        <span className="nowrap">{matter.stageTitle}</span>
        {matter.colour && (
          <small className="second">
            <Status plain tone={matter.colour.name}>
              {matter.colour.title}
            </Status>
          </small>
        )}
      </td>
      <td className="act" onClick={(event) => event.stopPropagation()}>
        <Next row={row} current={current} onClaim={onClaim} />
        <Doer row={row} />
      </td>
    </tr>
  );
}

function Group({
  group,
  current,
  ticks,
  onPick,
  onClaim,
}: {
  group: DueGroup;
  current: string;
  ticks: Ticks<InboxRow>;
  onPick: (row: InboxRow) => void;
  onClaim: (row: InboxRow) => void;
}) {
  return (
    <tbody>
      <tr className="grp">
        <th colSpan={6} scope="rowgroup">
          <Shape tone={group.tone} />
          &ensp;{group.title} {group.rows.length}
        </th>
      </tr>
      {group.rows.map((row) => (
        <Row
          key={row.task.id}
          row={row}
          current={row.task.id === current}
          ticks={ticks}
          onPick={() => onPick(row)}
          onClaim={() => onClaim(row)}
        />
      ))}
    </tbody>
  );
}

function heading(counts: Inbox['counts'] | undefined): string {
  if (!counts) return '待办，最紧的在前';
  return counts.overdue > 0 ? `待办，有 ${counts.overdue} 件逾期` : '待办，最紧的在前';
}

function Chips({
  filter,
  counts,
  onFilter,
}: {
  filter: InboxFilter;
  counts: Inbox['counts'] | undefined;
  onFilter: (filter: InboxFilter) => void;
}) {
  return (
    <div className="chips" role="group" aria-label="筛选待办">
      {FILTERS.map(([name, word, count]) => (
        <button key={name} type="button" className="btn" aria-pressed={filter === name} onClick={() => onFilter(name)}>
          {word} {counts?.[count] ?? ''}
        </button>
      ))}
    </div>
  );
}

const WHY: Record<InboxFilter, string> = { all: '有新的会排在这里', mine: '没有领在您名下的', unclaimed: '都有人领了' };

function Nothing({ filter, onAll }: { filter: InboxFilter; onAll: () => void }) {
  const everything = filter === 'all';
  const action = everything ? (
    <Link className="btn" to="/desk/matters">
      看全部事项
    </Link>
  ) : (
    <button type="button" className="btn" onClick={onAll}>
      去掉筛选，看全部
    </button>
  );
  return (
    <Empty title={everything ? '手上没有待办' : '这样筛没有待办'} action={action}>
      {WHY[filter]}
    </Empty>
  );
}

/** What is mine to do, earliest statutory deadline first. */
export function InboxPage() {
  const by = useFilter(NAMES);
  const filter = FILTERS.find(([name]) => name === by.filter['filter'])?.[0] ?? 'all';
  const setFilter = (next: InboxFilter) => by.set('filter', next === 'all' ? '' : next);
  const [refused, setRefused] = useState<unknown>(null);
  const inbox = useInbox(filter);
  const navigate = useNavigate();
  const rows = (inbox.data?.pages ?? []).flatMap((page) => page.items);
  const groups = dueGroups(rows);
  const ordered = groups.flatMap((group) => group.rows);
  const counts = inbox.data?.pages[0]?.counts;
  useTitle(counts ? `待办 ${counts.all}` : '待办');
  const claim = async (row: InboxRow) => {
    setRefused(null);
    try {
      await call('post', '/api/tasks/{id}/claim', { path: { id: row.task.id } });
      await client.invalidateQueries({ queryKey: ['inbox'] });
    } catch (reason) {
      setRefused(reason);
    }
  };
  const ticks = useTicks(ordered.filter(free), taskOf, filter);
  const keys = useRowKeys(
    ordered.map((row) => row.task.id),
    (id, key) => {
      const row = ordered.find((one) => one.task.id === id);
      if (!row) return;
      if (key === 'tick' || key === 'range') {
        if (free(row)) ticks.toggle(row, key === 'range');
      } else if (key === 'act' && row.task.state === 'OPEN') void claim(row);
      else void navigate(pathOf(row, key === 'act' ? row.nextMove?.verb : undefined));
    },
    () => ticks.whole || ticks.page(),
  );
  return (
    <div className="wb">
      <div>
        <div className="hd">
          <h1>{heading(counts)}</h1>
          <span className="meta">{counts ? `${counts.all} 件，按法定期限排列` : ''}</span>
        </div>
        <TwoWeeks rows={rows} />
        <Chips filter={filter} counts={counts} onFilter={setFilter} />
        {!!refused && <Refusal reason={refused} />}
        <ListSheet
          list={inbox}
          what="待办"
          caption="待办，按法定期限先后"
          count={rows.length}
          columns={COLUMNS}
          lead={
            ordered.some(free) ? (
              <TickBox label="选中还没人领的全部" on={ticks.whole} some={ticks.some} onChange={ticks.page} />
            ) : (
              <span className="sr">选中</span>
            )
          }
          empty={<Nothing filter={filter} onAll={() => setFilter('all')} />}
        >
          {groups.map((group) => (
            <Group
              key={group.title}
              group={group}
              current={keys.current}
              ticks={ticks}
              onClaim={(row) => void claim(row)}
              onPick={(row) =>
                row.task.id === keys.current ? void navigate(pathOf(row)) : keys.setCurrent(row.task.id)
              }
            />
          ))}
        </ListSheet>
        <ClaimMany ticks={ticks} />
      </div>
      <InboxSide keys={keys} />
    </div>
  );
}
