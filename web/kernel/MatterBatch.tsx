import { Drawer } from 'antd';
import { useRef, useState } from 'react';
import { call, newKey, ProblemError } from '../kit/api';
import { overlays } from '../kit/page';
import { client, useMoves, type MatterFilter } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { bodyOf, type Values } from '../kit/schema';
import { FormMatter } from '../kit/fields/parts';
import { SchemaForm } from '../kit/SchemaForm';
import { Failed, Loading } from '../kit/States';
import { BatchAnswers, useBatch, type BatchRow } from '../kit/table/BatchAnswers';
import type { Ticks } from '../kit/table/useTicks';
import type { CanMove, MatterRow } from '../kit/wire';
import { isForMany } from './MovesCard';
import { useDeed } from './useDeed';

const MOST = 500;
const PIECE = 200;

interface Many extends BatchRow {
  version: number;
  key: string;
}

/** All that fits the filter, page by page, up to the most that can be done at once. */
async function allFitting(filter: MatterFilter): Promise<MatterRow[]> {
  const found: MatterRow[] = [];
  let after = '';
  do {
    const page = await call('get', '/api/matters', { query: { ...filter, after, limit: PIECE } });
    found.push(...page.items);
    after = page.next ?? '';
  } while (after && found.length < MOST);
  return found.slice(0, MOST);
}

const asMany = (row: MatterRow): Many => ({
  id: row.id,
  code: row.code,
  title: row.title,
  to: `/desk/matters/${encodeURIComponent(row.id)}`,
  version: row.version,
  key: newKey(),
});

/** One form for all of them, then what became of each. Each is a move of its own, so that every rule holds for it. */
function MoveMany({ rows, move, onBack }: { rows: MatterRow[]; move: CanMove; onBack: () => void }) {
  // Kept as they were ticked: one key for each row, however often it is sent.
  const [many] = useState(() => rows.map(asMany));
  const [values, setValues] = useState<Values>({});
  const [sent, setSent] = useState(false);
  const stale = useRef(new Set<string>());
  const batch = useBatch<Many>(() => {
    void client.invalidateQueries({ queryKey: ['matters'] });
    void client.invalidateQueries({ queryKey: ['inbox'] });
  });
  const act = async (row: Many) => {
    const path = { id: row.id };
    try {
      if (stale.current.delete(row.id)) row.version = (await call('get', '/api/matters/{id}', { path })).version;
      const told = { body: bodyOf(move.schema, values), key: row.key, version: row.version };
      await call('post', '/api/matters/{id}/moves/{verb}', { path: { ...path, verb: move.verb }, ...told });
    } catch (reason) {
      // Tried again, it is tried on what the matter has become; the answer has said so.
      if (reason instanceof ProblemError && reason.status === 412) stale.current.add(row.id);
      throw reason;
    }
  };
  const start = (some: Many[]) => {
    setSent(true);
    batch.start(some, act);
  };
  const left = many.some((row) => batch.answers.get(row.id)?.state !== 'done');
  if (sent)
    return (
      <>
        <BatchAnswers rows={many} batch={batch} what={move.title} onAgain={start} />
        {!batch.busy && left && (
          <button type="button" className="btn again" onClick={() => setSent(false)}>
            回到表单改一改
          </button>
        )}
      </>
    );
  return (
    <>
      {move.hint && <p className="meta">{move.hint}</p>}
      <p>
        对选中的 {many.length} 件都这样办，每件各自核对、各自留痕。
        {move.toTitle && `办后进入“${move.toTitle}”。`}
      </p>
      <FormMatter value={rows[0]?.id ?? ''}>
        <SchemaForm
          schema={move.schema}
          values={values}
          onChange={(next) => {
            setValues(next);
            // Other words are another deed.
            many.forEach((row) => (row.key = newKey()));
          }}
          onSubmit={() => start(many.filter((row) => batch.answers.get(row.id)?.state !== 'done'))}
          place={rows[0]?.area.path ?? ''}
        >
          <div className="acts">
            <button className="btn primary">
              {move.title} {many.length} 件
            </button>
            <button type="button" className="btn" onClick={onBack}>
              换一步
            </button>
          </div>
        </SchemaForm>
      </FormMatter>
    </>
  );
}

function Verbs({ first, onPick }: { first: MatterRow; onPick: (move: CanMove) => void }) {
  const moves = useMoves(first.id);
  if (moves.isPending) return <Loading what="能做的事" />;
  if (moves.isError)
    return <Failed reason={moves.error} what="能做的事没取到" onRetry={() => void moves.refetch()} />;
  const can = moves.data.can.filter(isForMany);
  if (can.length === 0) return <p>这个环节没有能一起办的步子。收不回来的，和只关一个人、一份材料的，要一件一件办。</p>;
  return (
    <div className="verbs">
      {can.map((move) => (
        <button key={move.verb} type="button" className="btn" onClick={() => onPick(move)}>
          {move.title}
          {move.toTitle && <small>办后进入“{move.toTitle}”</small>}
        </button>
      ))}
    </div>
  );
}

function BatchDrawer({ rows, onClose }: { rows: MatterRow[]; onClose: () => void }) {
  const [move, setMove] = useState<CanMove | null>(null);
  const [first] = rows;
  return (
    <Drawer
      open
      onClose={onClose}
      size={640}
      title={move ? `${move.title}，${rows.length} 件` : `一起办 ${rows.length} 件`}
      getContainer={overlays}
      aria-label="一起办"
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <p className="meta">
        {first?.sceneTitle}，{first?.stageTitle}
      </p>
      {move ? (
        <MoveMany rows={rows} move={move} onBack={() => setMove(null)} />
      ) : (
        first && <Verbs first={first} onPick={setMove} />
      )}
    </Drawer>
  );
}

/** What can be done with the ticked matters together. */
export function MatterBatch({
  ticks,
  filter,
  more,
}: {
  ticks: Ticks<MatterRow>;
  filter: MatterFilter;
  more: boolean;
}) {
  const [open, setOpen] = useState<MatterRow[] | null>(null);
  const { busy, refused, run } = useDeed();
  const { rows } = ticks;
  if (rows.length === 0 && !open) return null;
  const alike = rows.every((row) => row.scene === rows[0]?.scene && row.stage === rows[0]?.stage);
  const all = () => void run(async () => ticks.set(await allFitting(filter)));
  return (
    <>
      <section className="batchbar" aria-label="选中的事项">
        <b role="status">
          选中 {rows.length} 件{rows.length >= MOST && `，一次最多 ${MOST} 件`}
        </b>
        {more && ticks.whole && rows.length < MOST && (
          <button type="button" className="btn sm" disabled={busy} onClick={all}>
            {busy ? '正在取' : '选中全部符合的'}
          </button>
        )}
        <button type="button" className="btn sm primary" disabled={!alike} onClick={() => setOpen(rows)}>
          一起办
        </button>
        {!alike && <span className="meta">不是同一类事、同一环节，不能一起办</span>}
        <button type="button" className="btn sm quiet end" onClick={ticks.clear}>
          全不选
        </button>
        {!!refused && <Refusal reason={refused} />}
      </section>
      {open && (
        <BatchDrawer
          rows={open}
          onClose={() => {
            setOpen(null);
            ticks.clear();
          }}
        />
      )}
    </>
  );
}
