import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { call } from '../kit/api';
import { arrive } from '../kit/arrive';
import { dayLong } from '../kit/days';
import { Shape } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { LawAnswer } from '../kit/wire';
import { Told } from './LawFrame';
import { lawPath, useLawBase } from './lawWords';

const MOST_SIGNS = 5000;
const HEADS: Record<LawAnswer['state'], string> = {
  ANSWERED: '法条是这样说的',
  THIN: '把握不大，只供参考',
  REFUSED: '答不了',
  URGENT: '先保证安全',
};

function sureWords(sure: number): string {
  if (sure >= 0.75) return '比较有把握';
  return sure >= 0.4 ? '有些把握' : '把握不大';
}

/** Whom to call stands before everything else, and can be touched. */
function Hints({ answer }: { answer: LawAnswer }) {
  if (answer.hints.length === 0) return null;
  const urgent = answer.state === 'URGENT';
  return (
    <div className={urgent ? 'refusal urgent' : 'lawnote'} role={urgent ? 'alert' : undefined}>
      {urgent && <Shape tone="red" />}
      <div>
        {answer.hints.map((hint) => (
          <p key={hint}>
            {hint.split(/(?<!\d)(110|120|119|12348|12338|12355|12345)(?!\d)/).map((part, at) =>
              at % 2 ? (
                <a key={at} href={`tel:${part}`}>
                  {part}
                </a>
              ) : (
                part
              ),
            )}
          </p>
        ))}
      </div>
    </div>
  );
}

function Answered({ answer, base, onWorded }: { answer: LawAnswer; base: string; onWorded: () => void }) {
  return (
    <section className="lawanswer" aria-labelledby="answer">
      {answer.state === 'URGENT' && <Hints answer={answer} />}
      <h2 id="answer" tabIndex={-1} ref={arrive}>
        {HEADS[answer.state]}
      </h2>
      {answer.topic && (
        <p className="meta">
          看起来是“{answer.topic.name}”方面的事
          {answer.state !== 'REFUSED' && `，${sureWords(answer.sure)}`}；按 {dayLong(answer.on)} 的法
        </p>
      )}
      {answer.state !== 'URGENT' && <Hints answer={answer} />}
      {answer.words && <p className="suggest">{answer.words}</p>}
      <ol className="hits">
        {answer.answers.map((one) => (
          <li key={one.article}>
            {one.quotes.map((quote) => (
              <blockquote key={quote.from} className="law lawhit">
                <mark>{quote.text}</mark>
              </blockquote>
            ))}
            <p>
              <Link to={lawPath(base, `articles/${one.article}`, { on: answer.on })}>
                《{one.law}》{one.label}
              </Link>{' '}
              <small>{dayLong(one.from)}起的版本，一字未改</small>
            </p>
          </li>
        ))}
      </ol>
      {answer.missing.length > 0 && (
        <>
          <h3>说清这些，才好判断</h3>
          <ul className="missing">
            {answer.missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      {answer.offered && (
        <div className="acts">
          <button type="button" className="btn" onClick={onWorded}>
            请外面的语言模型写成一段话（您的问题会发给它）
          </button>
        </div>
      )}
      <p className="meta">
        {answer.note} 这里只列法条，不判断谁对谁错、能不能赢。要人帮忙：找村里的调解员，或者拨打{' '}
        <a href="tel:12348">12348</a>。
      </p>
    </section>
  );
}

/** A question in one's own words; what comes back are sentences of the law to the letter, or a clear no. */
export function LawAsk() {
  useTitle('问一问');
  const base = useLawBase();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const [answer, setAnswer] = useState<LawAnswer | null>(null);
  const ask = async (worded: boolean) => {
    setBusy(true);
    setRefused(null);
    setAnswer(null);
    try {
      setAnswer(await call('post', '/api/laws/ask', { body: { words: words.trim(), worded } }));
    } catch (reason) {
      setRefused(reason);
    }
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void ask(false);
  };
  return (
    <>
      <h1>问一问</h1>
      <form className="lawask" onSubmit={submit}>
        <label className="label" htmlFor="ask-words">
          发生了什么，您想知道什么？
        </label>
        <p className="why meta" id="ask-why">
          像跟人说话一样写。不用写姓名、电话、身份证号；您写的不存，只数次数。
        </p>
        <textarea
          id="ask-words"
          className="in said"
          aria-describedby="ask-why"
          rows={4}
          maxLength={MOST_SIGNS}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <div className="acts">
          <button className="btn primary" disabled={busy}>
            {busy ? '正在查' : '问'}
          </button>
        </div>
      </form>
      {!!refused && <Told reason={refused} what="没有问成，您写的还在" onRetry={() => void ask(false)} />}
      {answer && <Answered answer={answer} base={base} onWorded={() => void ask(true)} />}
    </>
  );
}
