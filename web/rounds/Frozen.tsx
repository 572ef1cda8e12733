import type { Draft } from './draft';
import type { Change } from './DraftPage';
import { FileLine } from './Enclosures';
import { takeAway } from './enclosing';
import type { Outbox } from './useRounds';

/** What can't be changed any more, since the server has it or may have it. */
export function Frozen({ draft, change, outbox }: { draft: Draft; change: Change; outbox: Outbox }) {
  const { said } = draft;
  const left = draft.files.filter((file) => !file.sent);
  return (
    <>
      {draft.matter ? (
        <p>
          {said.kind === 'seen' ? `已经登记，编号 ${draft.matter.code}。` : '会面已经记好。'}
          {left.length > 0 && `还有 ${left.length} 份附件没有送到。`}
        </p>
      ) : (
        <p>已经送出过，还没有收到答复。有网络就接着送，不会登记两次；有了答复才能再改。</p>
      )}
      <div className="signed">{said.kind === 'seen' ? said.words : said.minutes || '没有人到场'}</div>
      <ul>
        {draft.files.map((file) => (
          <FileLine
            key={file.no}
            draft={draft.id}
            file={file}
            outbox={outbox}
            {...(file.problem ? { onTake: () => void without(draft, file.no, change, outbox) } : {})}
          />
        ))}
      </ul>
    </>
  );
}

/** Without the file that isn't taken, the rest may be all there is to send. */
async function without(draft: Draft, no: number, change: Change, outbox: Outbox): Promise<void> {
  await takeAway(outbox.drafts, draft.id, no, change);
  await change((old) => ({ ...old, state: 'ready', readyAt: old.readyAt ?? new Date().toISOString() }));
  await outbox.flush();
}
