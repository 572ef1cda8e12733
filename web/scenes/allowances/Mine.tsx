import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../kit/api';
import { dayLong } from '../../kit/days';
import { client } from '../../kit/queries';
import { Refusal } from '../../kit/Refusal';
import { Empty, Failed, Loading } from '../../kit/States';
import { Status } from '../../kit/Status';
import { useTitle } from '../../kit/title';
import type { OwnAllowanceLine, OwnAllowances } from '../../kit/wire';
import { useDeed } from '../../kernel/useDeed';
import { monthWords, yuan } from './words';

const KEY = ['allowances', 'mine'];
type OwnSheet = OwnAllowances['items'][number];

function Contest({ sheet, line, onDone }: { sheet: string; line: OwnAllowanceLine; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const { busy, refused, run, fault } = useDeed();
  const id = `why-${sheet}-${line.no}`;
  const wrong = fault('reason');
  const send = async () => {
    const done = await run(async () => {
      const after = await call('post', '/api/allowances/mine/contests', { body: { sheet, line: line.no, reason } });
      client.setQueryData(KEY, after);
    });
    if (done) onDone();
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {!!refused && !wrong && <Refusal reason={refused} />}
      <label className="label" htmlFor={id}>
        为什么不同意
      </label>
      <p className="meta" id={`${id}-hint`}>
        写这一件的情况，不写当事人的姓名。由没有定过这一行的人决定，决定在这里看得到。
      </p>
      <textarea
        id={id}
        className="in"
        value={reason}
        maxLength={1000}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong ? true : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {wrong && (
        <p className="fault" role="alert">
          {wrong}
        </p>
      )}
      <div className="acts">
        <button className="btn primary" disabled={busy}>
          {busy ? '正在提交' : '提交异议'}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          先不
        </button>
      </div>
    </form>
  );
}

function Line({ sheet, line }: { sheet: string; line: OwnAllowanceLine }) {
  const [open, setOpen] = useState(false);
  return (
    <li className="file">
      <div className="what">
        <b>{line.code}</b>
        <Status tone={line.state === '计发' ? 'green' : 'grey'}>{line.state}</Status>
        <b>{yuan(line.sum)}</b>
      </div>
      <p className="meta">
        {dayLong(line.closed)} 办结，{line.category}，{line.form}，{line.weight}
      </p>
      {line.said.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {line.next && (
        <p role="note">
          <b>怎么办：</b>
          {line.next}
        </p>
      )}
      {line.objections.map((one) => (
        <p key={one.day + one.reason}>
          {dayLong(one.day)} 提的异议：{one.reason.replace(/。$/, '')}。<b>{one.answer}</b>
        </p>
      ))}
      {line.mayContest && !open && (
        <button
          type="button"
          className="btn sm"
          aria-label={`对 ${line.code} 提异议`}
          onClick={() => setOpen(true)}
        >
          提异议
        </button>
      )}
      {open && <Contest sheet={sheet} line={line} onDone={() => setOpen(false)} />}
    </li>
  );
}

function One({ sheet }: { sheet: OwnSheet }) {
  const until = sheet.lines.some((line) => line.mayContest) && sheet.until;
  return (
    <section className="card" aria-labelledby={`m-${sheet.id}`} style={{ marginBottom: 14, padding: '12px 14px' }}>
      <h2 id={`m-${sheet.id}`}>
        {monthWords(sheet.month)}
        <span className="end">{yuan(sheet.sum)}</span>
      </h2>
      <p className="meta">
        {sheet.office}，{sheet.code}，{sheet.stageTitle}
        {sheet.paidOn && `，${dayLong(sheet.paidOn)} 发放`}
        {until && `，${dayLong(until)} 以前可以提异议`}
      </p>
      <ul className="files">
        {sheet.lines.map((line) => (
          <Line key={line.no} sheet={sheet.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

/** What a mediator gets for which file, what is held back and why; nobody else's. */
export function Mine() {
  const mine = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('get', '/api/allowances/mine', { signal }) });
  useTitle('我的补贴');
  if (mine.isError) return <Failed page reason={mine.error} what="补贴没取到" onRetry={() => void mine.refetch()} />;
  if (!mine.data) return <Loading page what="我的补贴" rows={4} />;
  return (
    <>
      <div className="hd">
        <h1>我的补贴</h1>
      </div>
      <p className="meta" style={{ maxWidth: '46em', marginBottom: 14 }}>
        您调解、达成协议并办结的件，公示以后在这里。只有您自己的；没有发的写明为什么。（人民调解法第十六条）
      </p>
      {mine.data.items.length === 0 && (
        <Empty title="还没有您的补贴">公示过的补贴单上有您调解的件，就在这里</Empty>
      )}
      {mine.data.items.map((sheet) => (
        <One key={sheet.id} sheet={sheet} />
      ))}
    </>
  );
}
