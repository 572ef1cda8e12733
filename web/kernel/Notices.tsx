import { useState } from 'react';
import { Link } from 'react-router';
import { call, newKey } from '../kit/api';
import { dayLong, momentWords } from '../kit/days';
import { client, useMe, useNotices } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import type { Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { NoticePreview, NoticeSaid, Notices as Known, Schema } from '../kit/wire';
import { daysOf } from './noticeDays';

const ORDER = ['year', 'title', 'number', 'issued', 'url', 'off', 'work'];
const FORM: Schema = {
  properties: {
    year: { type: 'integer', title: '安排的是哪一年', 'x-kind': 'integer', minimum: 2008, maximum: 2200 },
    title: { type: 'string', title: '通知标题', 'x-kind': 'text', maxLength: 200 },
    number: { type: 'string', title: '发文字号', 'x-kind': 'text', maxLength: 60, 'x-example': '国办发明电〔2025〕7号' },
    issued: { type: 'string', title: '成文日期', 'x-kind': 'date', 'x-why': '没核实就不填' },
    url: { type: 'string', title: '原文网址', 'x-kind': 'text', maxLength: 300 },
    off: {
      type: 'string',
      title: '放假的日子',
      'x-kind': 'longText',
      maxLength: 5000,
      'x-why': '照原文抄，一行一天或一段，写上节日',
      'x-example': '2027-10-01 至 2027-10-07 国庆节',
    },
    work: {
      type: 'string',
      title: '调休上班的日子',
      'x-kind': 'longText',
      maxLength: 2000,
      'x-why': '没有就不填',
      'x-example': '2027-09-26 国庆节调休',
    },
  },
  required: ['year', 'title', 'number', 'off'],
  'x-order': ORDER,
};
const REASON: Schema = {
  properties: {
    reason: { type: 'string', title: '为什么录入', 'x-kind': 'text', maxLength: 200, 'x-example': '国务院已公布' },
  },
  required: ['reason'],
  'x-order': ['reason'],
};

const EFFECTS = { SETTLED: '定稿', LATER: '顺延', SOONER: '提前，等承办人确认' } as const;

function Before({ known }: { known: Known }) {
  return (
    <div className="sheet flow" style={{ marginBottom: 18 }}>
      <table>
        <caption className="sr">各年的放假通知</caption>
        <thead>
          <tr>
            <th style={{ width: 90 }}>年份</th>
            <th>依据</th>
          </tr>
        </thead>
        <tbody>
          {known.years.map((one) => (
            <tr key={one.year}>
              <td>{one.year}</td>
              <td className="wide">
                {one.paper ? `${one.paper.title}（${one.paper.number}）` : '还没有录入，落在这一年的期限只有下限'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Runs({ known }: { known: Known }) {
  if (known.recounts.length === 0) return null;
  return (
    <>
      <h2 style={{ marginBottom: 8 }}>重算的经过</h2>
      <ul className="happened">
        {known.recounts.map((one) => (
          <li key={one.id}>
            <b>{one.cause}</b>
            <small>
              {momentWords(one.startedAt)} 开始，看了 {one.looked} 件，改了 {one.moved} 件，{one.waiting}{' '}
              件要提前、等承办人确认；
              {one.doneAt ? `${momentWords(one.doneAt)} 做完` : '还在做，可以离开这一页'}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

function Changes({ shown }: { shown: NoticePreview }) {
  const all = shown.settled + shown.later + shown.sooner;
  return (
    <section aria-labelledby="changes" style={{ margin: '18px 0' }}>
      <h2 id="changes" style={{ marginBottom: 8 }}>
        看了 {shown.looked} 件{shown.more && '（还有更多）'}，{all} 个期限会变：{shown.settled} 个定稿，{shown.later}{' '}
        个顺延，{shown.sooner} 个提前
      </h2>
      {all === 0 && <Empty title="没有期限会变">录入后，以后的期限照这份通知算</Empty>}
      {all > 0 && (
        <div className="sheet flow">
          <table>
            <thead>
              <tr>
                <th>事项</th>
                <th style={{ width: 140 }}>期限</th>
                <th style={{ width: 150 }}>原到</th>
                <th style={{ width: 150 }}>改到</th>
                <th style={{ width: 150 }}>怎样变</th>
              </tr>
            </thead>
            <tbody>
              {shown.shifts.map((one, at) => (
                <tr key={at}>
                  <td className="tt wide">
                    {one.matter ? (
                      <Link to={`/desk/matters/${encodeURIComponent(one.matter)}`}>{one.title}</Link>
                    ) : (
                      '不在您能看的范围里的事项'
                    )}
                    <small>{one.code}</small>
                  </td>
                  <td>{one.limit}</td>
                  <td>{dayLong(one.before)}</td>
                  <td>{dayLong(one.after)}</td>
                  <td>{EFFECTS[one.effect]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function saidOf(values: Values): { said: NoticeSaid; faults: string[] } {
  const text = (name: string) => String(values[name] ?? '').trim();
  const off = daysOf(text('off'), true);
  const work = daysOf(text('work'), false);
  return {
    said: {
      year: Number(text('year')),
      title: text('title'),
      number: text('number'),
      issued: text('issued') || null,
      url: text('url'),
      days: [...off.days, ...work.days],
    },
    faults: [...off.faults, ...work.faults],
  };
}

function Enter() {
  const [values, setValues] = useState<Values>({});
  const [reason, setReason] = useState<Values>({});
  const [shown, setShown] = useState<NoticePreview | null>(null);
  const [unread, setUnread] = useState<string[]>([]);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  const change = (next: Values) => {
    setValues(next);
    setShown(null);
  };
  const run = async (deed: (said: NoticeSaid) => Promise<void>) => {
    const { said, faults } = saidOf(values);
    setUnread(faults);
    if (faults.length) return;
    setBusy(true);
    setRefused(null);
    try {
      await deed(said);
    } catch (failure) {
      setRefused(failure);
    } finally {
      setBusy(false);
    }
  };
  const preview = () =>
    run(async (said) => setShown(await call('post', '/api/calendar/notices/preview', { body: said })));
  const enter = () =>
    run(async (said) => {
      await call('post', '/api/calendar/notices', { body: { ...said, reason: String(reason['reason']) }, key });
      setKey(newKey());
      setValues({});
      setShown(null);
      await client.invalidateQueries();
    });
  return (
    <>
      <h2 style={{ marginBottom: 8 }}>录入一份新通知</h2>
      {!!refused && <Refusal reason={refused} />}
      {unread.length > 0 && (
        <ul className="summary" role="alert">
          {unread.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <SchemaForm schema={FORM} values={values} onChange={change} onSubmit={() => void preview()} refused={refused}>
        <div className="acts">
          <button className={shown ? 'btn' : 'btn primary'} disabled={busy}>
            {busy ? '正在算' : '先看会变什么'}
          </button>
        </div>
      </SchemaForm>
      {shown && (
        <>
          <Changes shown={shown} />
          <SchemaForm schema={REASON} values={reason} onChange={setReason} onSubmit={() => void enter()}>
            <div className="acts">
              <button className="btn primary" disabled={busy}>
                {busy ? '正在录入' : '录入，照此重算'}
              </button>
            </div>
          </SchemaForm>
        </>
      )}
    </>
  );
}

/** The State Council's notices: what is known, what a new one would change, and entering it. */
export function Notices() {
  useTitle('放假安排');
  const me = useMe();
  const known = useNotices();
  if (known.isError) return <Failed page reason={known.error} what="放假安排没取到" onRetry={() => void known.refetch()} />;
  if (!known.data) return <Loading page what="放假安排" rows={3} />;
  return (
    <div style={{ maxWidth: 860 }}>
      <div className="hd">
        <h1>放假安排</h1>
      </div>
      <p className="meta" style={{ marginBottom: 14 }}>
        期限照国务院办公厅的通知算。新通知录入后，定稿和顺延的自动改，轨迹里逐件记下；要提前的，等承办人确认。
      </p>
      <Before known={known.data} />
      {me.data?.roles.includes('kernel.legal-officer') && <Enter />}
      <Runs known={known.data} />
    </div>
  );
}
