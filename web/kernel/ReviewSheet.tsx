import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../kit/api';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Failed, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import type { Sheet, SheetMark } from '../kit/wire';

const RESULTS: [SheetMark['result'], string][] = [
  ['OK', '合格'],
  ['DEFECT', '有问题'],
  ['NONE', '不适用'],
];
const WHO = ['', '第一人', '第二人', '裁定'];

const wordOf = (result: SheetMark['result']) => RESULTS.find(([value]) => value === result)?.[1] ?? '';

/** What each has marked, once both are in. */
function Opened({ sheet, code }: { sheet: Sheet; code: string }) {
  const said = sheet.opened.flatMap((one) =>
    one.marks.filter((mark) => mark.question === code).map((mark) => ({ who: one.who, mark })),
  );
  if (!said.length) return null;
  return (
    <ul>
      {said.map(({ who, mark }) => (
        <li key={who} className="meta">
          {WHO[who]}：{wordOf(mark.result)}
          {mark.words && `，${mark.words}`}
        </li>
      ))}
    </ul>
  );
}

/** The check-list of a review. What is marked is kept at once, and seen by nobody else until both have given theirs. */
export function ReviewSheet({ id }: { id: string }) {
  const sheet = useQuery({
    queryKey: ['matter', id, 'sheet'],
    queryFn: ({ signal }) => call('get', '/api/reviews/{id}/sheet', { path: { id }, signal }),
  });
  const [marks, setMarks] = useState<Record<string, SheetMark>>({});
  const [state, setState] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const data = sheet.data;
  useEffect(() => {
    if (data) setMarks(Object.fromEntries(data.mine.map((mark) => [mark.question, mark])));
  }, [data]);
  if (sheet.isPending) return <Loading what="检查单" />;
  if (sheet.isError) return <Failed reason={sheet.error} what="检查单没取到" onRetry={() => void sheet.refetch()} />;
  const all = sheet.data;
  const keep = async (now: Record<string, SheetMark>) => {
    setState('正在保存…');
    setRefused(null);
    try {
      const asked = Object.values(now).filter((mark) => all.asked.includes(mark.question));
      await call('post', '/api/reviews/{id}/marks', { path: { id }, body: { marks: asked } });
      setState('已保存，别人看不到');
      void client.invalidateQueries({ queryKey: ['matter', id, 'moves'] });
    } catch (reason) {
      setState('');
      setRefused(reason);
    }
  };
  const mark = (code: string, change: Partial<SheetMark>, save: boolean) => {
    const before = marks[code] ?? { question: code, result: 'OK' as const };
    const now = { ...marks, [code]: { ...before, ...change } };
    setMarks(now);
    if (save) void keep(now);
  };
  const left = all.asked.filter((code) => !marks[code]).length;
  return (
    <section className="card" aria-labelledby="sheet">
      <h2 id="sheet">
        检查单<span className="end">{all.asked.length > 0 && (left ? `还有 ${left} 项` : '都查了')}</span>
      </h2>
      {all.why && <p className="meta">{all.why}</p>}
      {!!refused && <Refusal reason={refused} />}
      <ol className="files">
        {all.questions.map((question) => {
          const mine = marks[question.code];
          const open = all.asked.includes(question.code);
          return (
            <li className="file" key={question.code}>
              <div className="what">
                <b>
                  {question.code} {question.question}
                </b>
                <Status tone="grey">{question.severityTitle}</Status>
                {all.differing.includes(question.code) && <Status tone="yellow">两人不一致</Status>}
              </div>
              <p className="meta">
                <span className="law">{question.article}</span>，看：{question.evidence.join('、')}
              </p>
              <Opened sheet={all} code={question.code} />
              {open && (
                <div className="acts" role="group" aria-label={`${question.code} 的结论`}>
                  {RESULTS.map(([value, word]) => (
                    <button
                      key={value}
                      type="button"
                      className="btn"
                      aria-pressed={mine?.result === value}
                      onClick={() => mark(question.code, { result: value }, true)}
                    >
                      {word}
                    </button>
                  ))}
                </div>
              )}
              {open && mine?.result === 'DEFECT' && (
                <>
                  <label className="label" htmlFor={`why-${question.code}`}>
                    {question.code} 问题在哪里
                  </label>
                  <textarea
                    id={`why-${question.code}`}
                    className="in"
                    maxLength={1000}
                    value={mine.words ?? ''}
                    onChange={(event) => mark(question.code, { words: event.target.value }, false)}
                    onBlur={() => void keep(marks)}
                  />
                </>
              )}
            </li>
          );
        })}
      </ol>
      <p className="meta" role="status">
        {state}
      </p>
    </section>
  );
}
