import { useEffect, useId, useRef, useState } from 'react';
import { newKey } from '../kit/api';
import { addOwnFile, sizeWords, type Going } from '../kit/parcels';
import { Refusal } from '../kit/Refusal';
import type { Asked } from './ProgressPage';

/** What a party adds is a photo, a recording or a paper: which one, the file itself mostly tells. */
function kindOf(file: File): 'PHOTO' | 'AUDIOVISUAL' | 'DOCUMENT' {
  if (file.type.startsWith('image/')) return 'PHOTO';
  return file.type.startsWith('audio/') || file.type.startsWith('video/') ? 'AUDIOVISUAL' : 'DOCUMENT';
}

/** What each kind wants to be said of it. */
const WANTED = {
  PHOTO: { author: '当事人本人' },
  AUDIOVISUAL: { author: '当事人本人', carrier: '当事人提供' },
  DOCUMENT: { origin: '当事人提供，原件在本人处' },
} as const;

/** How far it has got, in words. */
function goingWords(going: Going, file: File): string {
  const part = `${sizeWords(going.done)}，共 ${sizeWords(file.size)}`;
  switch (going.step) {
    case 'checking':
      return `正在核对 ${part}`;
    case 'sending':
      return `已传 ${part}`;
    case 'waiting':
      return `网断了或者对方忙，已传 ${part}。通了自动接着传，不用重选`;
    case 'finishing':
      return '传完了，正在核对和检查';
  }
}

/** How far it has got, and a way to go on by hand. */
function Way({ going, file, onGo }: { going: Going; file: File; onGo: () => void }) {
  return (
    <div className="way">
      <progress max={file.size} value={going.done} aria-label="传了多少" />
      <p role={going.step === 'sending' ? undefined : 'status'}>{goingWords(going, file)}</p>
      {going.step === 'waiting' && (
        <button type="button" className="btn" onClick={onGo}>
          接着传
        </button>
      )}
    </div>
  );
}

/** Sends one file after the other; what was chosen is sent under one key until it has arrived. */
function useSending(asked: Asked) {
  const [going, setGoing] = useState<Going | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const go = useRef<() => void>(() => undefined);
  const left = useRef<AbortController | null>(null);
  useEffect(() => () => left.current?.abort(), []);
  const send = async (file: File, proves: string, key: string): Promise<string> => {
    setRefused(null);
    const kind = kindOf(file);
    const said = { kind, ...WANTED[kind], ...(proves.trim() ? { proves: proves.trim() } : {}) };
    left.current = new AbortController();
    const waiting = {
      told: setGoing,
      onPress: (next: () => void) => {
        go.current = next;
      },
      signal: left.current.signal,
    };
    try {
      const before = await addOwnFile({ ...asked }, said, file, key, waiting);
      return before ? `“${file.name}”以前已经交过，不用再交。` : `“${file.name}”已经交给承办单位，封存保管。`;
    } catch (reason) {
      setRefused(reason);
      return '';
    } finally {
      setGoing(null);
    }
  };
  return { going, refused, send, goOn: () => go.current() };
}

/** Adds a photo, a recording or a paper to one's own matter. */
export function OwnFiles({ asked }: { asked: Asked }) {
  const id = useId();
  const words = useId();
  const [file, setFile] = useState<File | null>(null);
  const [proves, setProves] = useState('');
  const [added, setAdded] = useState<string[]>([]);
  const [key, setKey] = useState(newKey);
  const [round, setRound] = useState(0);
  const sending = useSending(asked);
  const send = async () => {
    if (!file || sending.going) return;
    const told = await sending.send(file, proves, key);
    setKey(newKey());
    if (!told) return;
    setAdded([...added, told]);
    setFile(null);
    setProves('');
    setRound(round + 1);
  };
  return (
    <details className="own">
      <summary>补充照片、录音或书面材料</summary>
      {!!sending.refused && <Refusal reason={sending.refused} />}
      <div role="status">
        {added.map((told, at) => (
          <p key={at} className="intact">
            {told}
          </p>
        ))}
      </div>
      <label className="label" htmlFor={id}>
        选一份
      </label>
      <input
        key={round}
        id={id}
        className="in"
        type="file"
        disabled={!!sending.going}
        onChange={(event) => {
          setFile(event.target.files?.[0] ?? null);
          setKey(newKey());
        }}
      />
      {file && (
        <p>
          {file.name}，{sizeWords(file.size)}
        </p>
      )}
      <label className="label" htmlFor={words}>
        能说明什么（可以不填）
      </label>
      <input
        id={words}
        className="in"
        maxLength={500}
        value={proves}
        disabled={!!sending.going}
        onChange={(event) => setProves(event.target.value)}
      />
      <p>
        <small>
          交上去以后不能自己删。照片里有别人的脸、证件号码的，请先遮住。大的录像也能传：网断了会接着传；关了页面的，再选同一份，从断的地方接着。
        </small>
      </p>
      {sending.going && file && <Way going={sending.going} file={file} onGo={sending.goOn} />}
      <button className="btn primary" disabled={!file || !!sending.going} onClick={() => void send()}>
        {sending.going ? '正在交' : '交材料'}
      </button>
    </details>
  );
}
