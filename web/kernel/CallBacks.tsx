import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { call, newKey } from '../kit/api';
import { momentWords } from '../kit/days';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Empty, Failed, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import type { ToCall } from '../kit/wire';

const QUESTIONS = [
  '您好，我是回访员。您反映的事，我没有参与办理，想听听您怎么说，现在方便吗？',
  '事情办完了吗？说好的都做到了吗？',
  '您觉得办得怎么样：满意、基本满意，还是不满意？',
];

const GRADES: ['SATISFIED' | 'FAIRLY' | 'DISSATISFIED', string][] = [
  ['SATISFIED', '满意'],
  ['FAIRLY', '基本满意'],
  ['DISSATISFIED', '不满意'],
];
const MISSED: ['REFUSED' | 'NO_ANSWER' | 'WRONG_NUMBER' | 'UNSAFE', string][] = [
  ['NO_ANSWER', '没有接'],
  ['WRONG_NUMBER', '号码不对'],
  ['REFUSED', '不愿评价'],
  ['UNSAFE', '联系会有危险'],
];

type Said = { outcome: string; heard?: string };

/** One call: what is read out, and big buttons for what was heard. Nothing is chosen beforehand. */
function One({ row, onDone }: { row: ToCall; onDone: () => void }) {
  const [party, setParty] = useState(row.who[0]?.no ?? 1);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const say = async (said: Said) => {
    setBusy(true);
    setRefused(null);
    const move = async (verb: string, body: object) => {
      const matter = await call('get', '/api/matters/{id}', { path: { id: row.matter } });
      await call('post', '/api/matters/{id}/moves/{verb}', {
        path: { id: row.matter, verb },
        body: body as never,
        key: newKey(),
        version: matter.version,
      });
    };
    try {
      await move('call-back', { party, channel: 'PHONE', ...said });
      if (said.heard && !row.sampled) await move('evaluate', { grade: said.heard, channel: 'PHONE' });
      await client.invalidateQueries({ queryKey: ['evaluations'] });
      onDone();
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="callback">
      {!!refused && <Refusal reason={refused} />}
      <ol>
        {QUESTIONS.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
      {row.who.length > 1 && (
        <div className="acts" role="group" aria-label="联系的是谁">
          {row.who.map((one) => (
            <button
              key={one.no}
              type="button"
              className="btn"
              aria-pressed={party === one.no}
              onClick={() => setParty(one.no)}
            >
              {one.no}. {one.name}
            </button>
          ))}
        </div>
      )}
      <p className="label">照当事人的话选，不要替他选</p>
      <div className="acts" role="group" aria-label="当事人怎么说" style={{ gap: 12 }}>
        {GRADES.map(([value, word]) => (
          <button
            key={value}
            type="button"
            className="btn"
            style={{ minHeight: 56, flex: '1 0 28%', fontSize: 18 }}
            disabled={busy}
            onClick={() => void say({ outcome: 'REACHED', heard: value })}
          >
            {word}
          </button>
        ))}
      </div>
      <p className="label">没有听到评价</p>
      <div className="acts" role="group" aria-label="没有听到评价" style={{ gap: 12 }}>
        {MISSED.map(([value, word]) => (
          <button
            key={value}
            type="button"
            className="btn"
            style={{ minHeight: 48, flex: '1 0 44%' }}
            disabled={busy}
            onClick={() => void say({ outcome: value })}
          >
            {word}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Whom to call, the most urgent first. */
export function CallBacks() {
  const [open, setOpen] = useState('');
  const [told, setTold] = useState('');
  const list = useQuery({
    queryKey: ['evaluations', 'call-backs'],
    queryFn: ({ signal }) => call('get', '/api/evaluations/call-backs', { signal }),
  });
  const rows = list.data?.items ?? [];
  return (
    <section aria-labelledby="callbacks">
      <h2 id="callbacks">要回访的{rows.length > 0 && `，${rows.length} 件`}</h2>
      <p role="status" className="meta">
        {told}
      </p>
      {list.isPending && <Loading what="回访名单" rows={2} />}
      {list.isError && <Failed reason={list.error} what="回访名单没取到" onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Empty title="没有要回访的">本单位的当事人都问过了，也没有抽中要再问的。</Empty>}
      <ul className="files">
        {rows.map((row) => (
          <li className="file" key={row.matter}>
            <div className="what">
              <b>
                <Link to={`/desk/matters/${encodeURIComponent(row.matter)}`}>{row.title}</Link>
              </b>
              {row.sampled && <Status tone="blue">抽中再问</Status>}
              {row.tries > 0 && <Status tone="grey">联系过 {row.tries} 次</Status>}
            </div>
            <p className="meta">
              {row.code}，{row.who.map((one) => one.name).join('、') || '没有留姓名'}
              {row.due && `，${momentWords(row.due)} 以前`}
            </p>
            <button
              type="button"
              className="btn primary"
              aria-expanded={open === row.matter}
              aria-label={`${open === row.matter ? '收起' : '回访'} ${row.title}`}
              onClick={() => setOpen(open === row.matter ? '' : row.matter)}
            >
              {open === row.matter ? '收起' : '回访'}
            </button>
            {open === row.matter && (
              <One
                row={row}
                onDone={() => {
                  setOpen('');
                  setTold(`“${row.title}”的回访记下了。`);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
