import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { Failed } from '../kit/States';
import type { Progress } from '../kit/wire';
import { Evaluate } from './Evaluate';
import type { Asked } from './ProgressPage';

/** What was recorded as theirs, by whom, and a way to say otherwise. */
export function OwnEvaluations({ asked, onNew }: { asked: Asked; onNew: (progress: Progress) => void }) {
  const [again, setAgain] = useState(false);
  const own = useQuery({
    queryKey: ['own-evaluations', asked.code],
    queryFn: () => call('post', '/api/public/own/evaluations', { body: asked }),
  });
  if (own.isError) return <Failed reason={own.error} what="您的评价没取到" onRetry={() => void own.refetch()} />;
  const all = own.data;
  if (!all?.items.length) return null;
  return (
    <section aria-labelledby="own-evaluations">
      <h2 id="own-evaluations">您的评价</h2>
      <ul className="happened">
        {all.items.map((one) => (
          <li key={one.no}>
            <b>
              {one.gradeTitle ?? `没有评价：${one.exemptNote ?? ''}`}
              {!one.counts && '（已被后来的代替）'}
            </b>
            <small>
              {momentWords(one.at)}，{one.by}
            </small>
            {one.words && <p>{one.words}</p>}
          </li>
        ))}
      </ul>
      {all.mayCorrect && !again && (
        <>
          <p className="meta">
            记得不对，或者想法变了，您可以再评一次，以最后一次为准。
            {all.until && `${momentWords(all.until)} 以前可以改。`}
          </p>
          <button type="button" className="btn" onClick={() => setAgain(true)}>
            再评一次
          </button>
        </>
      )}
      {again && (
        <Evaluate
          asked={asked}
          onDone={(progress) => {
            setAgain(false);
            void own.refetch();
            onNew(progress);
          }}
        />
      )}
    </section>
  );
}
