import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { call, newKey } from '../kit/api';
import { momentWords } from '../kit/days';
import { ClearFilter, DayFilter, PickFilter, SwitchFilters, useFilter, type Filtering } from '../kit/Filters';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { CallRow } from '../kit/wire';
import { More } from '../kit/table/More';
import { SaveSheet } from './SaveSheet';

type Result = 'TOLD' | 'NO_ANSWER' | 'WRONG_NUMBER';

const RESULTS: [Result, string][] = [
  ['TOLD', '已经告诉本人'],
  ['NO_ANSWER', '没有接'],
  ['WRONG_NUMBER', '号码不是本人的'],
];

/** Shows the number for a purpose, and keeps what came of the call. */
function One({ row, onDone }: { row: CallRow; onDone: () => Promise<void> }) {
  const id = useId();
  const [phone, setPhone] = useState('');
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  const doing = async (deed: () => Promise<void>) => {
    setBusy(true);
    setRefused(null);
    try {
      await deed();
    } catch (reason) {
      setRefused(reason);
      setKey(newKey());
    } finally {
      setBusy(false);
    }
  };
  const look = () =>
    doing(async () => {
      const seen = await call('post', '/api/matters/{id}/looks', {
        path: { id: row.matter.id },
        body: { party: row.party, fields: ['NAME', 'PHONE'], purpose: 'contact' },
      });
      setPhone([seen.name, seen.phone].filter(Boolean).join('，'));
    });
  const keep = (result: Result) =>
    doing(async () => {
      const matter = await call('get', '/api/matters/{id}', { path: { id: row.matter.id } });
      await call('post', '/api/matters/{id}/moves/{verb}', {
        path: { id: row.matter.id, verb: 'called' },
        body: { party: row.party, result, ...(note.trim() ? { note: note.trim() } : {}) },
        key,
        version: matter.version,
      });
      setKey(newKey());
      setNote('');
      await onDone();
    });
  return (
    <li className="card" aria-label={`打给${row.name}`}>
      <h2 style={{ fontSize: 'inherit', margin: 0 }}>
        {row.name} <small>第 {row.party} 位当事人</small>
      </h2>
      <p>
        <Link to={`/desk/matters/${encodeURIComponent(row.matter.id)}`}>{row.matter.title}</Link>
        <small>
          {' '}
          {row.matter.code}，{momentWords(row.since)}
        </small>
      </p>
      <p className="meta">
        为什么打电话：{row.why}
        {row.unanswered > 0 && `；打过 ${row.unanswered} 次没有接`}
      </p>
      {row.caution && (
        <p role="note">
          <b>{row.caution}</b>
        </p>
      )}
      <p>
        要说的：<q>{row.say}</q>
      </p>
      {!!refused && <Refusal reason={refused} />}
      {row.wrong ? (
        <p>
          号码不是本人的。请到<Link to={`/desk/matters/${encodeURIComponent(row.matter.id)}`}>事项页</Link>
          更正电话，改好后会再发。
        </p>
      ) : (
        <>
          <div className="acts">
            {phone ? (
              <b role="status">{phone}</b>
            ) : (
              <button type="button" className="btn" disabled={busy} onClick={() => void look()}>
                看电话，用于联系当事人
              </button>
            )}
          </div>
          {phone && (
            <>
              <label className="label" htmlFor={id}>
                情况（可以不填）
              </label>
              <input
                id={id}
                className="in"
                maxLength={200}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
              <div className="acts">
                {RESULTS.map(([result, word]) => (
                  <button
                    key={result}
                    type="button"
                    className={result === 'TOLD' ? 'btn primary' : 'btn'}
                    disabled={busy}
                    onClick={() => void keep(result)}
                  >
                    {word}
                  </button>
                ))}
              </div>
            </>
          )}
        </>
      )}
    </li>
  );
}

const FIELDS = ['why', 'from', 'until', 'wrong'] as const;

function Filters({ by }: { by: Filtering }) {
  const reasons = useQuery({
    queryKey: ['calls', 'reasons'],
    staleTime: 600_000,
    queryFn: ({ signal }) => call('get', '/api/calls/reasons', { signal }),
  });
  return (
    <>
      <div className="filters">
        <PickFilter
          id="c-why"
          name="why"
          label="为什么打电话"
          by={by}
          options={(reasons.data?.items ?? []).map((one) => [one.name, one.title] as const)}
        />
        <DayFilter id="c-from" name="from" label="哪天起" by={by} />
        <DayFilter id="c-until" name="until" label="到哪天" by={by} />
      </div>
      <SwitchFilters by={by} names={[['wrong', '号码要更正的']]} />
    </>
  );
}

/** Whom the office has to call because nothing written has reached them. */
export function Calls() {
  useTitle('电话通知');
  const by = useFilter(FIELDS);
  const calls = useInfiniteQuery({
    queryKey: ['calls', by.filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/calls', {
        query: { ...by.filter, wrong: by.filter['wrong'] === 'true', after: pageParam || undefined },
        signal,
      }),
    getNextPageParam: (last) => last.next || undefined,
  });
  const rows = (calls.data?.pages ?? []).flatMap((page) => page.items);
  const done = async () => {
    await client.invalidateQueries({ queryKey: ['calls'] });
  };
  return (
    <>
      <div className="hd">
        <h1>电话通知</h1>
        <span className="meta">短信到不了的当事人，由本单位打电话；看电话会记下您的名字和用途</span>
        <div className="r">
          <SaveSheet route="/api/calls/book" query={by.filter} name="电话通知.xlsx" />
        </div>
      </div>
      <Filters by={by} />
      {calls.isPending && <Loading what="电话通知" rows={3} />}
      {calls.isError && <Failed reason={calls.error} onRetry={() => void calls.refetch()} />}
      {calls.isSuccess && rows.length === 0 && (
        <div className="sheet flow">
          <Empty
            title={by.filtered ? '这样筛没有要打的电话' : '没有要打的电话'}
            action={by.filtered ? <ClearFilter by={by} /> : undefined}
          >
            {by.filtered ? '换个条件试试' : '短信都发到了，或者电话都打过了。'}
          </Empty>
        </div>
      )}
      <ul className="calls" style={{ listStyle: 'none', padding: 0, display: 'grid', gap: 14, maxWidth: '46em' }}>
        {rows.map((row) => (
          <One key={row.id} row={row} onDone={done} />
        ))}
      </ul>
      <More page={calls} what="电话通知" />
    </>
  );
}
