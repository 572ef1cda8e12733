import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../kit/api';
import { dayLong, momentWords } from '../kit/days';
import { useRollLine, useRolls } from '../kit/rollQueries';
import { Failed, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { Roll, RollLine, RollWhole } from '../kit/wire';
import { RollDrawer, type RollDeed } from './RollDrawer';
import { beginning, NoteTags } from './Rolls';
import { endForm, lineForm, saidOf, valuesOf, withdrawForm } from './rollForms';

function changing(roll: Roll, line: RollLine): RollDeed {
  return {
    title: `更改${line.name}`,
    button: '更改',
    roll,
    form: (choices) => lineForm(roll, choices, true),
    values: valuesOf(line, roll),
    send: (values) =>
      call('post', '/api/rolls/{roll}/lines/{id}/change', {
        path: { roll: roll.name, id: line.id },
        body: saidOf(values),
      }),
  };
}

function ending(roll: Roll, line: RollLine): RollDeed {
  return {
    title: `结束${line.name}`,
    button: '结束',
    roll: { ...roll, fields: [] },
    form: () => endForm(roll),
    values: {},
    send: ({ lastDay, reason }) =>
      call('post', '/api/rolls/{roll}/lines/{id}/end', {
        path: { roll: roll.name, id: line.id },
        body: { ...(lastDay ? { lastDay: String(lastDay) } : {}), reason: String(reason ?? '') },
      }),
  };
}

function withdrawing(roll: Roll, line: RollLine): RollDeed {
  return {
    title: `撤回登错的${line.name}`,
    button: '撤回',
    roll: { ...roll, fields: [] },
    form: withdrawForm,
    values: {},
    send: ({ reason }) =>
      call('post', '/api/rolls/{roll}/lines/{id}/withdraw', {
        path: { roll: roll.name, id: line.id },
        body: { reason: String(reason ?? '') },
      }),
  };
}

function spanWords(line: RollLine): string {
  if (line.lastDay === line.firstDay) return dayLong(line.firstDay);
  return `${dayLong(line.firstDay)} 起${line.lastDay ? `，到 ${dayLong(line.lastDay)}` : ''}`;
}

const factWords = (line: RollLine) =>
  line.facts
    .filter((fact) => fact.words !== line.name)
    .map((fact) => `${fact.title}：${fact.words}`)
    .join('，');

function Part({
  roll,
  lines,
  whole,
  onDeed,
}: {
  roll: Roll;
  lines: RollLine[];
  whole: RollWhole;
  onDeed: (deed: RollDeed) => void;
}) {
  return (
    <section className="card" aria-labelledby={`part-${roll.name}`}>
      <h2 id={`part-${roll.name}`}>
        {roll.title}
        <span className="end">{lines.length > 0 && `${lines.length} 条`}</span>
      </h2>
      {roll.about && <p className="meta">{roll.about}</p>}
      {lines.length === 0 && <p className="meta">还没有登记{roll.one}。</p>}
      <ul className="files">
        {lines.map((line) => (
          <li className="file" key={line.id}>
            <div className="what">
              <b>{line.name}</b>
              {!line.counts && roll.ends && <Status tone="grey">不在期内</Status>}
            </div>
            <p>{factWords(line)}</p>
            <p className="meta">
              {spanWords(line)}；{line.enteredBy} {momentWords(line.enteredAt)} 登记
            </p>
            {whole.keeps && (
              <div className="acts noprint">
                {roll.ends && !roll.single && !line.lastDay && (
                  <button
                    type="button"
                    className="btn sm"
                    aria-label={`结束：${line.name}`}
                    onClick={() => onDeed(ending(roll, line))}
                  >
                    结束
                  </button>
                )}
                <button
                  type="button"
                  className="btn quiet sm"
                  aria-label={`撤回：${line.name}`}
                  onClick={() => onDeed(withdrawing(roll, line))}
                >
                  撤回
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {whole.keeps && (
        <button type="button" className="btn noprint" onClick={() => onDeed(beginning(roll, whole.line.id))}>
          登记{roll.one}
        </button>
      )}
    </section>
  );
}

function Now({ whole }: { whole: RollWhole }) {
  const { line } = whole;
  const older = whole.versions.filter((version) => version.firstDay !== line.firstDay || version.withdrawn);
  return (
    <section className="card facts" aria-labelledby="now">
      <h2 id="now">登记的内容</h2>
      <dl>
        {line.facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.title}</dt>
            <dd>{fact.words}</dd>
          </div>
        ))}
        <div>
          <dt>地方</dt>
          <dd>{line.areaName}</dd>
        </div>
        <div>
          <dt>起止</dt>
          <dd>{spanWords(line)}</dd>
        </div>
      </dl>
      {older.length > 0 && (
        <details>
          <summary>以前是怎么登记的，{older.length} 次</summary>
          <ul className="files">
            {older.map((version) => (
              <li className="file" key={`${version.firstDay} ${version.enteredAt}`}>
                <p>
                  {version.name}，{factWords(version)}
                </p>
                <p className="meta">
                  {spanWords(version)}
                  {version.withdrawn && '，已撤回'}；{version.enteredBy} {momentWords(version.enteredAt)} 登记
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Changes({ whole }: { whole: RollWhole }) {
  return (
    <section className="card" aria-labelledby="changes">
      <h2 id="changes">谁改过什么</h2>
      <ul className="hands">
        {whole.changes.map((change) => (
          <li key={`${change.at} ${change.words}`}>
            {momentWords(change.at)}，{change.by}{change.words}
            {change.reason && `；${change.reason}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One line of a register: what it says, its parts, what it said before, who wrote it. */
export function RollPage() {
  const { roll = '', id = '' } = useParams();
  const all = useRolls();
  const whole = useRollLine(roll, id);
  const [deed, setDeed] = useState<RollDeed | null>(null);
  const [done, setDone] = useState('');
  useTitle(whole.data?.line.name ?? '名册');
  const failed = all.error ?? whole.error;
  if (failed)
    return <Failed page reason={failed} what="名册里的这一条没取到" onRetry={() => void whole.refetch()} />;
  const found = all.data?.items.find((one) => one.roll.name === roll);
  if (!whole.data || !found) return <Loading page what="名册里的这一条" rows={4} />;
  const { line } = whole.data;
  const parts = whole.data.parts.filter((part) => !part.withdrawn);
  return (
    <>
      <nav className="meta noprint" aria-label="所在位置">
        <Link to={`/desk/rolls/${roll}`}>{found.roll.title}</Link> / {line.name}
      </nav>
      <div className="hd">
        <h1>{line.name}</h1>
        {whole.data.keeps && (
          <div className="r">
            <button type="button" className="btn" onClick={() => setDeed(changing(found.roll, line))}>
              更改
            </button>
            <button type="button" className="btn" onClick={() => setDeed(ending(found.roll, line))}>
              结束
            </button>
            <button type="button" className="btn quiet" onClick={() => setDeed(withdrawing(found.roll, line))}>
              登错了，撤回
            </button>
          </div>
        )}
      </div>
      {line.withdrawn ? <Status tone="grey">登错了，已撤回</Status> : <NoteTags notes={line.notes} />}
      {whole.data.counted > 0 && <p className="meta">与 {whole.data.counted} 件您看得到的事项有关。</p>}
      <div role="status">{done && <p className="intact">{done}</p>}</div>
      <div className="cols nobody">
        <div className="first">
          <Now whole={whole.data} />
        </div>
        <div className="mid">
          {found.parts.map((part) => (
            <Part
              key={part.name}
              roll={part}
              lines={parts.filter((one) => one.roll === part.name)}
              whole={whole.data}
              onDeed={setDeed}
            />
          ))}
        </div>
        <div>
          <Changes whole={whole.data} />
        </div>
      </div>
      <RollDrawer
        deed={deed}
        onClose={() => setDeed(null)}
        onDone={() => {
          setDone(`${deed?.title ?? '登记'}：办好了。`);
          setDeed(null);
        }}
      />
    </>
  );
}
