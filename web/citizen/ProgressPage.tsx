import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Arch } from '../kit/Arch';
import { call } from '../kit/api';
import { TallBridge } from '../kit/Bridge';
import { roadWithNow } from '../kit/bridgeLayout';
import { dayOf, dueWords, momentWords } from '../kit/days';
import { Icon } from '../kit/Icon';
import { usePublicScreen } from '../kit/look';
import { OfficePhone } from '../kit/OfficePhone';
import { PhoneFrame } from '../kit/PhoneFrame';
import { useAbout } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import type { Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import { Shape } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { Progress, Schema } from '../kit/wire';
import { Evaluate } from './Evaluate';
import { OwnData } from './OwnData';
import { OwnEvaluations } from './OwnEvaluations';
import { OwnFiles } from './OwnFiles';
import { OwnMoves } from './OwnMoves';
import { OwnQuestions } from './OwnQuestions';
import { OwnSessions } from './OwnSessions';
import { OwnMessages } from './OwnMessages';

export interface Asked {
  code: string;
  phoneLast4: string;
}

const ASK: Schema = {
  properties: {
    code: { type: 'string', title: '查询码', 'x-kind': 'text', maxLength: 40, 'x-why': '提交时给您的，回执上也有' },
    phoneLast4: {
      type: 'string',
      title: '手机号后四位',
      'x-kind': 'text',
      maxLength: 4,
      'x-why': '当时留的那个手机号',
    },
  },
  required: ['code', 'phoneLast4'],
  'x-order': ['code', 'phoneLast4'],
};

/** The first sentence is the news, the rest explains it. */
export function newsOf(words: string): [string, string] {
  const cut = words.indexOf('。');
  return cut < 0 ? [words, ''] : [words.slice(0, cut), words.slice(cut + 1)];
}

/** The same done several times in a row by the same office on one day is told once. */
export function timesOf(entries: Progress['entries']): { entry: Progress['entries'][number]; times: number }[] {
  const told: { entry: Progress['entries'][number]; times: number }[] = [];
  for (const entry of entries) {
    const last = told.at(-1);
    const before = last?.entry;
    const same = before?.what === entry.what && before.who === entry.who && dayOf(before.at) === dayOf(entry.at);
    if (last && same) last.times += 1;
    else told.push({ entry, times: 1 });
  }
  return told;
}

function Now({ progress }: { progress: Progress }) {
  const [news, more] = newsOf(progress.whatNow);
  return (
    <>
      <section className="nowbox" aria-label={progress.closedAt ? '结果' : '现在'}>
        <h2>
          <Shape tone={progress.closedAt ? 'grey' : 'now'} />
          <span>
            {progress.closedAt ? '' : '现在：'}
            {news}
          </span>
        </h2>
        {more && <p>{more}</p>}
        {!progress.closedAt && (
          <p>{progress.needYou ? `要您做的：${progress.needYouWhat ?? '请看下面'}` : '您现在不用做什么，也不用催。'}</p>
        )}
      </section>
      {progress.due && (
        <div className="do">
          <Arch due={progress.due} calm />
          <span>
            <b>{progress.due.title}</b>
            <small>{dueWords(progress.due)}</small>
          </span>
        </div>
      )}
    </>
  );
}

function Shown({
  progress,
  asked,
  onNew,
  onAgain,
}: {
  progress: Progress;
  asked: Asked;
  onNew: (progress: Progress) => void;
  onAgain: () => void;
}) {
  const shared = usePublicScreen();
  return (
    <>
      <h1>{progress.title}</h1>
      <p className="meta">
        查询码 {progress.code}，{progress.sceneTitle}
      </p>
      <Now progress={progress} />
      {!progress.closedAt && <OwnSessions asked={asked} />}
      <h2>走到哪一步</h2>
      <TallBridge steps={roadWithNow(progress.road, progress)} />
      {progress.mayEvaluate && (
        <>
          <h2>请您评价</h2>
          <Evaluate asked={asked} onDone={onNew} />
        </>
      )}
      {!progress.mayEvaluate && <OwnEvaluations asked={asked} onNew={onNew} />}
      {progress.entries.length > 0 && <h2>办过什么</h2>}
      <ul className="happened">
        {timesOf(progress.entries).map(({ entry, times }, at) => (
          <li key={at}>
            <b>
              {entry.what}
              {times > 1 && `，${times} 次`}
            </b>
            <small>{[momentWords(entry.at), entry.who].filter(Boolean).join('，')}</small>
          </li>
        ))}
      </ul>
      {!progress.closedAt && !shared && <OwnFiles asked={asked} />}
      <OwnQuestions asked={asked} />
      <OwnMoves moves={progress.moves} asked={asked} onDone={onNew} />
      <OwnMessages asked={asked} />
      <OwnData asked={asked} />
      <div className="acts noprint">
        {progress.office && <OfficePhone office={progress.office} />}
        {progress.receiptCode && (
          <Link className="btn" to="/receipt" state={{ code: progress.receiptCode }}>
            <Icon name="shield" />
            核验没被改过
          </Link>
        )}
        <button type="button" className="btn" onClick={onAgain}>
          查另一件
        </button>
      </div>
    </>
  );
}

/** Code and four digits go in the body of a request, never into an address that a proxy or a history keeps. */
export function ProgressPage() {
  useTitle('查进度');
  useAbout();
  const given = useLocation().state as { code?: string } | null;
  const [values, setValues] = useState<Values>({ code: given?.code ?? '' });
  const [progress, setProgress] = useState<Progress | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const asked: Asked = {
    code: String(values['code'] ?? '')
      .trim()
      .toUpperCase(),
    phoneLast4: String(values['phoneLast4'] ?? '').trim(),
  };
  const ask = async () => {
    setBusy(true);
    setRefused(null);
    try {
      setProgress(await call('post', '/api/public/progress', { body: asked }));
      window.scrollTo(0, 0);
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  if (progress) {
    return (
      <PhoneFrame name="我的事" onBack={() => setProgress(null)}>
        <Shown
          progress={progress}
          asked={asked}
          onNew={setProgress}
          onAgain={() => {
            setProgress(null);
            setValues({});
          }}
        />
      </PhoneFrame>
    );
  }
  return (
    <PhoneFrame name="查进度" back="/">
      <h1>查办到哪一步了</h1>
      {!!refused && <Refusal reason={refused} />}
      <SchemaForm schema={ASK} values={values} onChange={setValues} onSubmit={() => void ask()} refused={refused}>
        <button className="btn primary" style={{ width: '100%' }} disabled={busy}>
          {busy ? '正在查' : '查进度'}
        </button>
        <p className="meta" style={{ marginTop: 14 }}>
          查询码丢了？带身份证到窗口，或打当时给您的电话。
        </p>
      </SchemaForm>
    </PhoneFrame>
  );
}
