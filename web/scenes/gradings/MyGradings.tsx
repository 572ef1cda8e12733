import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { call, ProblemError } from '../../kit/api';
import { dayLong } from '../../kit/days';
import { client } from '../../kit/queries';
import { Refusal } from '../../kit/Refusal';
import { bodyOf, type Values } from '../../kit/schema';
import { SchemaForm } from '../../kit/SchemaForm';
import { Empty, Failed, Loading } from '../../kit/States';
import { Status } from '../../kit/Status';
import { useTitle } from '../../kit/title';
import type { OwnGrading, Schema } from '../../kit/wire';
import { useDeed } from '../../kernel/useDeed';

type Factor = OwnGrading['factors'][number];

const FORM: Schema = {
  properties: {
    words: { type: 'string', title: '哪里不对', 'x-kind': 'longText', minLength: 4, maxLength: 1000 },
    wanted: {
      type: 'string',
      title: '怎样才对',
      'x-kind': 'longText',
      minLength: 2,
      maxLength: 1000,
      'x-why': '由没有经办过的另一个人答复；有材料的写明是什么、在哪里',
    },
  },
  required: ['words', 'wanted'],
  'x-order': ['words', 'wanted'],
};

function Contest({ id, factor, onDone }: { id: string; factor: Factor; onDone: () => void }) {
  const [values, setValues] = useState<Values>({});
  const { busy, refused, run } = useDeed();
  const fields = refused instanceof ProblemError && (refused.problem.fields ?? []).some((one) => one.name !== 'factor');
  const send = async () => {
    const done = await run(async () => {
      const said = { ...bodyOf(FORM, values), factor: factor.factor } as never;
      client.setQueryData(
        ['gradings', 'mine'],
        await call('post', '/api/gradings/mine/{id}/contest', { path: { id }, body: said }),
      );
    });
    if (done) onDone();
  };
  return (
    <section aria-label={`对${factor.title}提出异议`} style={{ marginTop: 10 }}>
      {!!refused && !fields && <Refusal reason={refused} />}
      <SchemaForm schema={FORM} values={values} onChange={setValues} onSubmit={() => void send()} refused={refused}>
        <div className="acts">
          <button className="btn primary" disabled={busy}>
            {busy ? '正在提交' : '提出异议'}
          </button>
          <button type="button" className="btn" onClick={onDone}>
            先不
          </button>
        </div>
      </SchemaForm>
    </section>
  );
}

function FactorItem({ one, factor }: { one: OwnGrading; factor: Factor }) {
  const [open, setOpen] = useState(false);
  const known = factor.points !== undefined;
  return (
    <li className="lk" style={{ padding: '12px 0' }}>
      <div className="chips" style={{ marginBottom: 2 }}>
        <b>{factor.title}</b>
        {known ? (
          <span>
            {factor.points} 分，满分 {factor.worth} 分
          </span>
        ) : (
          <Status tone="grey">没有数据，满分 {factor.worth} 分</Status>
        )}
      </div>
      <p>{factor.words}</p>
      {factor.before && <p className="meta">原来算的：{factor.before}</p>}
      {one.contestable.includes(factor.factor) && !open && (
        <div style={{ marginTop: 6 }}>
          <button type="button" className="btn" onClick={() => setOpen(true)}>
            对{factor.title}有异议
          </button>
        </div>
      )}
      {open && <Contest id={one.id} factor={factor} onDone={() => setOpen(false)} />}
    </li>
  );
}

function Contests({ one }: { one: OwnGrading }) {
  if (one.contests.length === 0) return null;
  return (
    <section aria-label="我的异议">
      <h3 style={{ margin: '18px 0 6px' }}>我的异议</h3>
      <ol className="hands">
        {one.contests.map((contest) => (
          <li className="lk" style={{ padding: '12px 0' }} key={contest.no}>
            <div className="chips" style={{ marginBottom: 2 }}>
              <b>
                第 {contest.no} 条，{contest.factor}
              </b>
              <Status tone={contest.answer ? 'green' : 'grey'}>{contest.answer?.ruling ?? '还没有答复'}</Status>
            </div>
            <p className="meta">{dayLong(contest.day)}提出</p>
            <p>哪里不对：{contest.words}</p>
            <p>怎样才对：{contest.wanted}</p>
            {contest.answer && (
              <p>
                答复（{dayLong(contest.answer.day)}）：{contest.answer.words}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Findings({ one }: { one: OwnGrading }) {
  if (one.breaches.length === 0) return null;
  return (
    <section aria-label="违法认定">
      <h3 style={{ margin: '18px 0 6px' }}>违法认定</h3>
      <p className="meta">
        有认定的本年度不评等级（<span className="law">人民调解法第十五条</span>）。对认定本身不服的，向作出决定的单位提出；被撤销的，这里也撤销。
      </p>
      <ol className="hands">
        {one.breaches.map((breach) => (
          <li className="lk" style={{ padding: '12px 0' }} key={breach.no}>
            <div className="chips" style={{ marginBottom: 2 }}>
              <b>{breach.item}</b>
              {breach.struck && <Status tone="green">已撤销</Status>}
            </div>
            <p className="meta">
              {breach.office} {dayLong(breach.day)} {breach.paper}：{breach.reason}
            </p>
            {breach.struck && <p>{breach.struck}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Decision({ one }: { one: OwnGrading }) {
  const decided = one.decisions[one.decisions.length - 1];
  if (!decided) return null;
  return (
    <section aria-label="审定">
      <h3 style={{ margin: '18px 0 6px' }}>{one.stage === 'SHOWN' ? '原来的审定（正在更正重评）' : '审定'}</h3>
      <p>
        <b>{decided.grade}</b>，{decided.paper}，{dayLong(decided.day)}
      </p>
      {decided.reason && <p className="meta">理由：{decided.reason}</p>}
      <p className="meta">{decided.outcome ?? '系统正在记入名册。'}</p>
    </section>
  );
}

function Files({ one }: { one: OwnGrading }) {
  if (one.files === 0) return (
      <p className="meta" style={{ marginTop: 18 }}>
        没有计入的件。
      </p>
    );
  const rest = one.files - one.seen.length;
  return (
    <details style={{ marginTop: 18 }}>
      <summary>计入的 {one.files} 件</summary>
      <ul className="hands">
        {one.seen.map((file) => (
          <li key={file.id}>
            <Link to={`/desk/matters/${file.id}`}>{file.code}</Link>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="meta">另外 {rest} 件不列：您看不到，或者超出所列的 50 件。</p>}
    </details>
  );
}

function One({ one }: { one: OwnGrading }) {
  return (
    <section
      className="card"
      aria-labelledby={`y${one.year}`}
      style={{ marginBottom: 16, padding: '14px 18px', maxWidth: '62em' }}
    >
      <h2 id={`y${one.year}`}>
        {one.year} 年<span className="end">{one.stageTitle}</span>
      </h2>
      <Decision one={one} />
      <p style={{ marginTop: 8 }}>
        <b>{one.total}。</b>
      </p>
      <p className="meta">
        系统的建议：{one.suggested}。等级由人审定，建议只供参考。
        {one.stage === 'SHOWN' &&
          (one.contestable.length > 0 || one.contests.some((contest) => !contest.answer)
            ? `可以提出异议到 ${dayLong(one.contestTo)}。`
            : `提出异议的期限到 ${dayLong(one.contestTo)} 已满。`)}
      </p>
      <ol className="hands">
        {one.factors.map((factor) => (
          <FactorItem key={factor.factor} one={one} factor={factor} />
        ))}
      </ol>
      <Findings one={one} />
      <Contests one={one} />
      <Files one={one} />
    </section>
  );
}

/** What a mediator's own year came to, each point with its reason, and a way to contest it. Nobody else's. */
export function MyGradings() {
  useTitle('我的等级评定');
  const mine = useQuery({
    queryKey: ['gradings', 'mine'],
    queryFn: ({ signal }) => call('get', '/api/gradings/mine', { signal }),
  });
  return (
    <>
      <div className="hd">
        <h1>我的等级评定</h1>
      </div>
      <p className="meta" style={{ maxWidth: '46em', marginBottom: 14 }}>
        只有您自己的。每一项怎么算的都写着；没有数据的写明没有，不算作零分。哪一项不对，可以在期限内提出，由没有经办过的另一个人答复。
      </p>
      {mine.isPending && <Loading what="等级评定" />}
      {mine.isError && <Failed reason={mine.error} what="等级评定没取到" onRetry={() => void mine.refetch()} />}
      {mine.isSuccess && mine.data.items.length === 0 && (
        <Empty title={mine.data.registered ? '还没有给您看的评定' : '调解员名册上没有对应您账号的人'}>
          {mine.data.registered ? '经办人核对以后给您看' : '您是调解员的，请名册管理员在名册上写明对应的工作人员'}
        </Empty>
      )}
      {mine.data?.items.map((one) => (
        <One key={one.id} one={one} />
      ))}
    </>
  );
}
