import { Drawer } from 'antd';
import { useState } from 'react';
import { call } from '../kit/api';
import { overlays } from '../kit/page';
import { client } from '../kit/queries';
import { BatchAnswers, useBatch, type BatchRow } from '../kit/table/BatchAnswers';
import type { Ticks } from '../kit/table/useTicks';
import type { InboxRow } from '../kit/wire';

interface Claimed extends BatchRow {
  task: string;
}

const asClaimed = ({ task, matter }: InboxRow): Claimed => ({
  id: task.id,
  task: task.id,
  code: matter.code,
  title: matter.title,
  to: `/desk/matters/${encodeURIComponent(matter.id)}`,
});

const claim = (row: Claimed) => call('post', '/api/tasks/{id}/claim', { path: { id: row.task } });

/** Takes the ticked tasks, each for itself: what somebody else took meanwhile is said, and the rest goes on. */
export function ClaimMany({ ticks }: { ticks: Ticks<InboxRow> }) {
  const [taken, setTaken] = useState<Claimed[]>([]);
  const batch = useBatch<Claimed>(() => void client.invalidateQueries({ queryKey: ['inbox'] }));
  const start = (rows: Claimed[]) => batch.start(rows, claim);
  const all = () => {
    const rows = ticks.rows.map(asClaimed);
    setTaken(rows);
    ticks.clear();
    start(rows);
  };
  return (
    <>
      {ticks.rows.length > 0 && (
        <section className="batchbar" aria-label="选中的待办">
          <b role="status">选中 {ticks.rows.length} 件</b>
          <button type="button" className="btn sm primary" disabled={batch.busy} onClick={all}>
            领取
          </button>
          <button type="button" className="btn sm quiet end" onClick={ticks.clear}>
            全不选
          </button>
        </section>
      )}
      <Drawer
        open={taken.length > 0}
        onClose={() => {
          batch.stop();
          setTaken([]);
        }}
        size={640}
        title="领取"
        destroyOnHidden
        getContainer={overlays}
        aria-label="领取的结果"
        styles={{ wrapper: { maxWidth: '100vw' } }}
      >
        <BatchAnswers rows={taken} batch={batch} what="领取" onAgain={start} />
      </Drawer>
    </>
  );
}
