import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { ProblemError, UnreachableError } from '../api';
import { Status } from '../Status';
import { runBatch, type RowAnswer } from './batch';

/** One row of a batch, as people know it. */
export interface BatchRow {
  id: string;
  code: string;
  title: string;
  to: string;
}

type Answers<R> = ReadonlyMap<string, RowAnswer<R>>;

export interface Batching<R> {
  answers: Answers<R>;
  busy: boolean;
  /** Seconds the server asked to wait; 0 if it did not. */
  wait: number;
  start: (rows: R[], act: (row: R) => Promise<unknown>) => void;
  stop: () => void;
}

/** A batch under way. It stops when the page is left. */
export function useBatch<R extends BatchRow>(onEnd: () => void): Batching<R> {
  const [answers, setAnswers] = useState<Answers<R>>(new Map());
  const [busy, setBusy] = useState(false);
  const [wait, setWait] = useState(0);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  const start = (rows: R[], act: (row: R) => Promise<unknown>) => {
    const own = new AbortController();
    stopper.current = own;
    setBusy(true);
    setWait(0);
    setAnswers((old) => new Map([...old].filter(([id]) => !rows.some((row) => row.id === id))));
    const onAnswer = (answer: RowAnswer<R>) => {
      setWait(0);
      setAnswers((old) => new Map([...old, [answer.row.id, answer]]));
    };
    void runBatch(rows, act, { parallel: 3, onAnswer, onWait: setWait, signal: own.signal }).then(() => {
      setBusy(false);
      setWait(0);
      onEnd();
    });
  };
  return { answers, busy, wait, start, stop: () => stopper.current?.abort() };
}

function why(reason: unknown): string {
  if (reason instanceof UnreachableError) return '没连上，不能断定收到没有。再试一次不会重复办理。';
  if (!(reason instanceof ProblemError)) return '';
  const { problem } = reason;
  return [problem.detail ?? problem.title, problem.rule && `规则 ${problem.rule}`, problem.article, problem.next]
    .filter(Boolean)
    .join(' ');
}

function Result<R>({ answer }: { answer: RowAnswer<R> | undefined }) {
  if (!answer) return <span className="meta">等着</span>;
  if (answer.state === 'done')
    return (
      <Status plain tone="green">
        办成了
      </Status>
    );
  return (
    <Status plain tone={answer.state === 'stopped' ? 'grey' : 'yellow'}>
      {answer.state === 'stopped' ? '没有送' : '没办成'}
    </Status>
  );
}

const count = <R,>(answers: Answers<R>, state: RowAnswer<R>['state']) =>
  [...answers.values()].filter((one) => one.state === state).length;

/** What became of each row, why not, and the way to it. */
export function BatchAnswers<R extends BatchRow>({
  rows,
  batch,
  what,
  onAgain,
}: {
  rows: R[];
  batch: Batching<R>;
  what: string;
  onAgain: (left: R[]) => void;
}) {
  const { answers, busy, wait } = batch;
  const left = rows.filter((row) => answers.get(row.id)?.state !== 'done');
  const done = rows.length - left.length;
  const refused = count(answers, 'refused');
  return (
    <section className="answers" aria-label={`${what}的结果`}>
      <p role="status">
        {busy ? `正在办，${answers.size} / ${rows.length}` : `办成 ${done} 件`}
        {!busy && left.length > 0 && `，没办成 ${left.length} 件`}
        {busy && refused > 0 && `，没办成 ${refused} 件`}
        {wait > 0 && `，服务器请等 ${wait} 秒，到时接着办`}
      </p>
      <div className="acts">
        {busy && (
          <button type="button" className="btn" onClick={batch.stop}>
            停下，余下的不办了
          </button>
        )}
        {!busy && left.length > 0 && (
          <button type="button" className="btn primary" onClick={() => onAgain(left)}>
            再试没办成的 {left.length} 件
          </button>
        )}
      </div>
      <div className="sheet">
        <table>
          <caption className="sr">{what}，每件的结果</caption>
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">结果</th>
              <th scope="col">原因</th>
              <th scope="col">打开</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {row.code}
                  <small style={{ display: 'block' }}>{row.title}</small>
                </td>
                <td>
                  <Result answer={answers.get(row.id)} />
                </td>
                <td>{why(answers.get(row.id)?.reason)}</td>
                <td>
                  <Link to={row.to} aria-label={`打开 ${row.code}`}>
                    打开
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
