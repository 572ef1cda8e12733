import { useState } from 'react';
import { Link } from 'react-router';
import { call, newKey } from '../kit/api';
import { client, useMe, useTakers } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import type { Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { HandedOver, Schema } from '../kit/wire';

function schemaOf(
  mine: { id: string; title: string }[],
  others: { id: string; title: string }[],
  unable: string,
): Schema {
  const titles = (rows: { id: string; title: string }[]) => Object.fromEntries(rows.map((row) => [row.id, row.title]));
  return {
    properties: {
      from: {
        type: 'string',
        title: '把哪个岗位的事交出去',
        'x-kind': 'choice',
        enum: mine.map((row) => row.id),
        'x-titles': titles(mine),
      },
      to: {
        type: 'string',
        title: '交给谁',
        'x-kind': 'choice',
        enum: others.map((row) => row.id),
        'x-titles': titles(others),
        ...(unable && { 'x-why': unable }),
      },
      reason: {
        type: 'string',
        title: '为什么',
        'x-kind': 'longText',
        maxLength: 300,
        'x-why': '接手的人和上级会看到',
      },
    },
    required: ['from', 'to', 'reason'],
    'x-order': ['from', 'to', 'reason'],
  };
}

/** Everything on one desk goes to another at once, with a reason; deadlines run on. */
export function Handover() {
  useTitle('交给别人');
  const me = useMe();
  const [values, setValues] = useState<Values>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [done, setDone] = useState<HandedOver | null>(null);
  const [busy, setBusy] = useState(false);
  const [key] = useState(newKey);
  const mine = (me.data?.posts ?? []).map((post) => ({ id: post.id, title: `${post.agency.name}，${post.title}` }));
  const given: Values = { ...(mine[0] ? { from: mine[0].id } : {}), ...values };
  const takers = useTakers({ desk: String(given['from'] ?? '') });
  if (!me.data || (takers.isPending && mine.length > 0)) return <Loading page what="岗位" />;
  if (takers.isError) return <Failed page reason={takers.error} onRetry={() => void takers.refetch()} />;
  const worded = (takers.data?.items ?? []).map(({ id, title, holder, cannot }) => ({
    id,
    title: [title, holder].filter(Boolean).join('，'),
    cannot,
  }));
  const others = worded.filter(({ cannot }) => !cannot);
  const unable = worded.flatMap(({ title, cannot }) => (cannot ? `${title}（${cannot}）` : []));
  const send = async () => {
    setBusy(true);
    setRefused(null);
    try {
      const path = { post: String(given['from']) };
      const body = { to: String(given['to']), reason: String(given['reason']) };
      const answer = await call('post', '/api/desks/{post}/handover', { path, body, key });
      await client.invalidateQueries();
      setDone(answer);
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div style={{ maxWidth: 640 }}>
      <div className="hd">
        <h1>{done ? (done.left.length > 0 ? '交出去了一部分' : '交出去了') : '把手上的事交给别人'}</h1>
      </div>
      {done && (
        <>
          <p>
            交出 {done.moved} 件，接手的人现在就能看到。期限照常走，没有重新算。<Link to="/desk">回待办</Link>
          </p>
          {done.left.length > 0 && (
            <section className="card" aria-labelledby="left">
              <h2 id="left">还有 {done.left.length} 件没有交出去</h2>
              <ul>
                {done.left.map((each) => (
                  <li key={each.matter}>
                    <Link to={`/desk/matters/${each.matter}`}>{each.code ?? '这一件'}</Link>：{each.why}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      {!done && others.length === 0 && (
        <Empty title="没有可以接手的岗位">
          {unable.length > 0 ? `接不了的：${unable.join('、')}` : '本单位没有别的岗位'}
        </Empty>
      )}
      {!done && others.length > 0 && (
        <>
          <p className="meta" style={{ marginBottom: 14 }}>
            现在有 {me.data.counts.inbox} 件。交出后期限不会重新算，每一件的轨迹都会记下这次交接。
          </p>
          {!!refused && <Refusal reason={refused} />}
          <SchemaForm
            schema={schemaOf(mine, others, unable.length > 0 ? `接不了的没有列出：${unable.join('、')}` : '')}
            values={given}
            onChange={setValues}
            onSubmit={() => void send()}
            refused={refused}
          >
            <div className="acts">
              <button className="btn primary" disabled={busy}>
                {busy ? '正在交接' : '交出去'}
              </button>
              <Link className="btn" to="/desk">
                先不
              </Link>
            </div>
          </SchemaForm>
        </>
      )}
    </div>
  );
}
