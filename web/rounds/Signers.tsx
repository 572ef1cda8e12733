import { useRef, useState } from 'react';
import { dayLong, dayOf, clockOf, now } from '../kit/days';
import { Icon } from '../kit/Icon';
import { digestOf, signatureWords, signedText } from '../kit/signing';
import { Shape } from '../kit/Status';
import type { Draft, Held } from './draft';
import type { Change } from './DraftPage';
import { enclose, REFUSED_WORDS, takeAway, type Refused } from './enclosing';
import { outdated, type SaidFault } from './faults';
import type { Officer } from './officer';
import { sheetOf, type Stroke } from './paper';
import { FaultOf } from './SeenForm';
import { Pad } from './Pad';
import type { Outbox } from './useRounds';

/** Who has signed the minutes, on the screen or on paper, and under which words. */
export function Signers({
  draft,
  said,
  officer,
  faults,
  change,
  outbox,
}: {
  draft: Draft;
  said: Held;
  officer: Officer;
  faults: SaidFault[];
  change: Change;
  outbox: Outbox;
}) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [strokes, setStrokes] = useState<Stroke[]>([]);
  const [fault, setFault] = useState('');
  const [refused, setRefused] = useState<Refused>('');
  const photo = useRef<HTMLInputElement>(null);
  const text = signedText(said.code, said.session, said.minutes);
  const digest = digestOf(text);
  const there = said.guests.filter((guest) => guest.came).map((guest) => guest.name);
  const close = () => {
    setOpen(false);
    setStrokes([]);
    setName('');
    setFault('');
  };
  const ready = (inked: boolean): boolean => {
    const missing = !said.minutes.trim() ? '笔录还没有写，没有可签的' : !name.trim() ? '还没写谁签的' : inked ? '还没有签' : '';
    setFault(missing);
    return !missing;
  };
  const keep = async (blob: Blob, file: string, paper: boolean) => {
    const about = {
      kind: 'RECORD',
      proves: signatureWords(said.session, name.trim(), digest, paper),
      takenAt: new Date().toISOString(),
      author: officer.name,
    };
    const why = await enclose(outbox.drafts, draft.id, blob, file, about, change, { name: name.trim(), digest, paper });
    setRefused(why);
    if (!why) close();
  };
  const sign = async () => {
    if (!ready(strokes.length === 0)) return;
    const moment = now();
    const when = `${dayLong(dayOf(moment))} ${clockOf(moment)}`;
    await keep(await sheetOf(text, name.trim(), when, digest, strokes), `签名 ${draft.nextFile}.png`, false);
  };
  return (
    <div className="field" role="group" aria-label="签名">
      <div className="label" aria-hidden="true">
        签名<small className="opt-note">（可以不签）</small>
      </div>
      <FaultOf name="signers" faults={faults} />
      <ul id="signers" tabIndex={-1}>
        {said.signers.map((one) => (
          <li key={one.file} className="enclosed">
            <span>
              {one.name}
              <small>{one.paper ? '纸上签的，附了照片' : '在屏幕上签的'}</small>
              {outdated(said, one.digest) && (
                <small className="over">
                  <Shape tone="red" /> 签了以后笔录改过，要重新签
                </small>
              )}
            </span>
            <button
              type="button"
              className="btn quiet"
              aria-label={`去掉${one.name}的签名`}
              onClick={() => void takeAway(outbox.drafts, draft.id, one.file, change)}
            >
              去掉
            </button>
          </li>
        ))}
      </ul>
      {!open && (
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          <Icon name="pen" />
          请人签名
        </button>
      )}
      {open && (
        <section className="signing" aria-label="请人签名">
          <h2>先看，再签</h2>
          <div className="signed" tabIndex={0} role="region" aria-label="要签的文字">
            {text}
          </div>
          <label className="label" htmlFor="signer">
            谁来签
          </label>
          <input
            id="signer"
            className="in"
            list="there"
            maxLength={60}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          {there.length > 0 && (
            <div className="names">
              {there.map((one) => (
                <button
                  key={one}
                  type="button"
                  className="btn"
                  aria-pressed={name === one}
                  onClick={() => setName(one)}
                >
                  {one}
                </button>
              ))}
            </div>
          )}
          <Pad strokes={strokes} onChange={setStrokes} />
          {fault && (
            <p className="fault" role="alert">
              <Shape tone="red" />
              <span>{fault}</span>
            </p>
          )}
          {refused && (
            <p className="fault" role="alert">
              {REFUSED_WORDS[refused]}
            </p>
          )}
          <div className="acts">
            <button type="button" className="btn primary" onClick={() => void sign()}>
              签好了
            </button>
            <button type="button" className="btn" onClick={() => setStrokes([])}>
              重写
            </button>
            <button type="button" className="btn" onClick={() => ready(false) && photo.current?.click()}>
              <Icon name="camera" />
              在纸上签了，拍下来
            </button>
            <button type="button" className="btn quiet" onClick={close}>
              先不签
            </button>
          </div>
          <input
            ref={photo}
            type="file"
            accept="image/*"
            capture="environment"
            hidden
            aria-label="纸上签名的照片"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void keep(file, `纸上签名 ${draft.nextFile}.jpg`, true);
              event.target.value = '';
            }}
          />
          <p className="meta">签名和上面的文字存成一张图，并记下文字的摘要；文字以后改一个字都看得出来。</p>
        </section>
      )}
    </div>
  );
}
