import { useState } from 'react';
import { call, ProblemError } from '../kit/api';
import { dayLong, momentWords } from '../kit/days';
import { client, useProposals } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Failed, Loading } from '../kit/States';
import type { Proposal } from '../kit/wire';
import { Entry } from './Entry';
import { numberWords } from './numberWords';
import { useDeed } from './useDeed';

function spell(one: Proposal): string {
  return one.until ? `${dayLong(one.from)}至 ${dayLong(one.until)}` : `从 ${dayLong(one.from)} 起`;
}

function Change({ one }: { one: Proposal }) {
  return (
    <p>
      {one.before != null && (
        <>
          <span className="sr">原来 </span>
          <s>{numberWords(one.before, one.unit)}</s>
          <span aria-hidden="true"> → </span>
          <span className="sr">，改成 </span>
        </>
      )}
      <b>{numberWords(one.value, one.unit)}</b>，{spell(one)}，{one.areaName}
    </p>
  );
}

function Waiting({ one, decides }: { one: Proposal; decides: boolean }) {
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const { busy, refused, run, fault } = useDeed();
  const decide = (deed: 'approve' | 'refuse' | 'withdraw') =>
    void run(async () => {
      await call('post', `/api/parameters/proposals/{id}/${deed}`, {
        path: { id: one.id },
        body: deed === 'refuse' ? { reason } : {},
      });
      await client.invalidateQueries();
    });
  return (
    <li>
      <h3>{one.title}</h3>
      <Change one={one} />
      <small>
        依据：{one.article ?? '本地规定'}（{one.verificationTitle}）。原因：{one.reason}
      </small>
      <small>
        {one.author} {momentWords(one.proposedAt)} 提出
      </small>
      {one.lawSetAside && (
        <p className="fault">
          会在本区域改掉法条写明的数：{one.lawSetAside}。请核对依据能不能这样改。
        </p>
      )}
      {!!refused && <Refusal reason={refused} />}
      {decides && one.own && (
        <div className="acts">
          <small>自己提的，由另一位法制员决定。</small>
          <button type="button" className="btn" disabled={busy} onClick={() => decide('withdraw')}>
            撤回
          </button>
        </div>
      )}
      {decides && !one.own && !refusing && (
        <div className="acts">
          <button
            type="button"
            className="btn primary"
            disabled={busy}
            {...(busy ? {} : { 'aria-label': `同意：${one.title}` })}
            onClick={() => decide('approve')}
          >
            {busy ? '正在录入' : '同意'}
          </button>
          <button
            type="button"
            className="btn"
            disabled={busy}
            aria-label={`不同意：${one.title}`}
            onClick={() => setRefusing(true)}
          >
            不同意
          </button>
        </div>
      )}
      {refusing && (
        <form
          className="form"
          aria-label="不同意"
          onSubmit={(event) => {
            event.preventDefault();
            decide('refuse');
          }}
        >
          <Entry
            id={`refuse-${one.id}`}
            title="为什么不同意"
            why="提出的人会看到"
            autoComplete="off"
            autoFocus
            value={reason}
            fault={fault('reason')}
            onChange={setReason}
          />
          <div className="acts">
            <button className="btn primary" disabled={busy}>
              不同意
            </button>
            <button type="button" className="btn" onClick={() => setRefusing(false)}>
              再想想
            </button>
          </div>
        </form>
      )}
    </li>
  );
}

function Decided({ one }: { one: Proposal }) {
  return (
    <li>
      <b>{one.title}</b>：改成 {numberWords(one.value, one.unit)}，{spell(one)}，{one.areaName}
      <small>
        {one.author} {momentWords(one.proposedAt)} 提出：{one.reason}
      </small>
      {one.decision && (
        <small>
          {one.decision.by} {momentWords(one.decision.at)}：{one.stateTitle}
          {one.decision.words && `，${one.decision.words}`}
        </small>
      )}
    </li>
  );
}

/** Changes of numbers that wait for a second person, and what became of those before. */
export function Proposals({ decides }: { decides: boolean }) {
  const list = useProposals();
  // whoever only reads the numbers has no part in changing them: nothing has failed
  if (list.error instanceof ProblemError && list.error.status === 403) return null;
  if (list.isError) return <Failed reason={list.error} what="提议没取到" onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading what="提议" rows={2} />;
  const open = list.data.items.filter((one) => one.state === 'OPEN');
  const over = list.data.items.filter((one) => one.state !== 'OPEN');
  return (
    <>
      <section aria-labelledby="waiting" style={{ marginBottom: 22 }}>
        <h2 id="waiting">等第二个人决定的{open.length > 0 && ` ${open.length} 项`}</h2>
        {open.length === 0 && <p className="meta">现在没有。</p>}
        <ul className="happened">
          {open.map((one) => (
            <Waiting key={one.id} one={one} decides={decides} />
          ))}
        </ul>
      </section>
      {over.length > 0 && (
        <details style={{ marginBottom: 22 }}>
          <summary>最近有了结果的 {over.length} 项</summary>
          <ul className="happened">
            {over.map((one) => (
              <Decided key={one.id} one={one} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
