import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf, call, newKey } from '../kit/api';
import { dayOf, momentWords, now } from '../kit/days';
import { ClearFilter, DayFilter, useFilter } from '../kit/Filters';
import { client, useMe } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { bodyOf, type Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { Schema } from '../kit/wire';
import { ReviewPlans } from './ReviewPlans';
import { SaveSheet } from './SaveSheet';

const ORGANISER = 'sampling.organiser';

function formOf(area: string): Schema {
  return {
    properties: {
      title: { type: 'string', title: '抽查名称', 'x-kind': 'text', minLength: 2, maxLength: 60 },
      purpose: {
        type: 'string',
        title: '为什么抽查',
        'x-kind': 'longText',
        minLength: 4,
        maxLength: 300,
        'x-why': '与计划一起进种子，下达后不能改',
      },
      scene: {
        type: 'string',
        title: '哪类业务',
        'x-kind': 'choice',
        enum: ['disputes'],
        'x-titles': { disputes: '矛盾纠纷' },
      },
      area: { type: 'string', title: '哪个地区', 'x-kind': 'area', 'x-why': `本单位辖区（${area}）以内` },
      from: { type: 'string', title: '哪天起办结的', 'x-kind': 'date' },
      until: {
        type: 'string',
        title: '到哪天为止',
        'x-kind': 'date',
        'x-why': '这一天过完、总账再出一个新的根，才开始抽：谁也不能事先知道抽到哪几件',
      },
      percent: {
        type: 'integer',
        title: '抽百分之几',
        'x-kind': 'integer',
        'x-why': '与件数填一个；每个承办单位至少一件',
      },
      number: { type: 'integer', title: '抽几件', 'x-kind': 'integer' },
    },
    required: ['title', 'purpose', 'scene', 'area', 'from', 'until'],
    'x-order': ['title', 'purpose', 'scene', 'area', 'from', 'until', 'percent', 'number'],
  };
}

function Order({ onDone }: { onDone: () => void }) {
  const me = useMe().data;
  const [values, setValues] = useState<Values>({ scene: 'disputes', from: dayOf(now()), until: dayOf(now()) });
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  const schema = formOf(me?.posts[0]?.agency.name ?? '');
  const send = async () => {
    setBusy(true);
    setRefused(null);
    try {
      const said = bodyOf(schema, values) as never;
      await call('post', '/api/reviews/plans', { body: said, key });
      await client.invalidateQueries({ queryKey: ['reviews'] });
      onDone();
    } catch (reason) {
      setRefused(reason);
      setKey(newKey());
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card" aria-label="下达一次抽查">
      <h2>下达一次抽查</h2>
      {!!refused && <Refusal reason={refused} />}
      <SchemaForm schema={schema} values={values} onChange={setValues} onSubmit={() => void send()} refused={refused}>
        <button className="btn primary" disabled={busy}>
          {busy ? '正在下达' : '下达'}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          不下达了
        </button>
      </SchemaForm>
    </section>
  );
}

const FIELDS = ['from', 'until'] as const;

function Found() {
  const by = useFilter(FIELDS);
  const found = useQuery({
    queryKey: ['reviews', 'findings', by.filter],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call('get', '/api/reviews/findings', { query: by.filter, signal }),
  });
  const days = (
    <div className="filters">
      <DayFilter id="rv-from" name="from" label="哪天起告知结果的" by={by} />
      <DayFilter id="rv-until" name="until" label="到哪天" by={by} />
    </div>
  );
  if (found.isPending) return <Loading what="评查结果" rows={2} />;
  if (found.isError)
    return (
      <>
        {days}
        <Failed reason={found.error} what="评查结果没取到" onRetry={() => void found.refetch()} />
      </>
    );
  const all = found.data;
  const steps: [string, number][] = [
    ['待第一人查', all.progress.waiting],
    ['待第二人查', all.progress.half],
    ['待认定', all.progress.deciding],
    ['已查完', all.progress.concluded],
  ];
  return (
    <section aria-labelledby="found">
      <h2 id="found">查出了什么</h2>
      {days}
      <div className="figs">
        {steps.map(([word, many]) => (
          <div className="fig" key={word}>
            <b>{many < all.progress.most ? many : `${all.progress.most} 以上`}</b> {word}
          </div>
        ))}
      </div>
      <p className="meta" style={{ maxWidth: '46em' }}>
        {all.definition} {all.from} 至 {all.until}，评查完毕 {all.files} 件，其中有问题 {all.faulty} 件，已销号{' '}
        {all.confirmed} 件，截至 {momentWords(all.asOf)}。
      </p>
      <div className="sheet flow" style={{ margin: '10px 0 14px' }}>
        {all.byDefect.length === 0 && (
          <p className="none">这段时间没有认定过问题。 {by.filtered && <ClearFilter by={by} />}</p>
        )}
        {all.byDefect.length > 0 && (
          <table>
            <caption className="sr">按检查项</caption>
            <thead>
              <tr>
                <th>检查项</th>
                <th style={{ width: 90 }}>轻重</th>
                <th style={{ width: 170 }}>查出</th>
              </tr>
            </thead>
            <tbody>
              {all.byDefect.map((row) => (
                <tr key={`${row.scene} ${row.code}`}>
                  <td className="tt wide">
                    {row.question}
                    <small>{row.code}</small>
                  </td>
                  <td>{row.severityTitle}</td>
                  <td>
                    {row.found - row.struck} 处 ÷ {row.files} 件{row.struck > 0 && `，另撤销 ${row.struck} 处`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {all.byOffice.length > 0 && (
        <div className="sheet flow" style={{ marginBottom: 14 }}>
          <table>
            <caption className="sr">按承办单位</caption>
            <thead>
              <tr>
                <th>承办单位</th>
                <th style={{ width: 150 }}>有问题的</th>
                <th style={{ width: 110 }}>已销号</th>
              </tr>
            </thead>
            <tbody>
              {all.byOffice.map((row) => (
                <tr key={row.office}>
                  <td className="wide">{row.office}</td>
                  <td>
                    {row.faulty} ÷ {row.files} 件
                  </td>
                  <td>{row.confirmed} 件</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <SaveSheet
        route="/api/reviews/findings/book"
        query={by.filter}
        name={`评查结果 ${all.from} 至 ${all.until}.xlsx`}
      />
    </section>
  );
}

/** What is drawn, how far it has come, and what was found. Reviewers find their files among the matters. */
export function Reviews() {
  const me = useMe().data;
  const [ordering, setOrdering] = useState(false);
  const organises = me?.roles.includes(ORGANISER) ?? false;
  useTitle('案件评查');
  return (
    <>
      <div className="hd">
        <h1>案件评查</h1>
        <div className="r">
          <Link className="btn" to={addressOf('/desk/matters', { query: { scene: 'reviews', open: 'true' } })}>
            在查的件
          </Link>
          {organises && !ordering && (
            <button type="button" className="btn primary" onClick={() => setOrdering(true)}>
              下达一次抽查
            </button>
          )}
        </div>
      </div>
      {organises && ordering && <Order onDone={() => setOrdering(false)} />}
      {organises && <Found />}
      {organises && <ReviewPlans />}
      {me && !organises && <Empty title="抽查由评查组织人下达">您要查的、要整改的，在“在查的件”和待办里。</Empty>}
    </>
  );
}
