import { useId, useState } from 'react';
import { newKey } from '../kit/api';
import { addOwnFile, sizeWords } from '../kit/parcels';
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

const MOST = 9 * 1024 * 1024;

/** Adds a photo, a recording or a paper to one's own matter. */
export function OwnFiles({ asked }: { asked: Asked }) {
  const id = useId();
  const words = useId();
  const [file, setFile] = useState<File | null>(null);
  const [proves, setProves] = useState('');
  const [added, setAdded] = useState<string[]>([]);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  const [round, setRound] = useState(0);
  const large = !!file && file.size > MOST;
  const send = async () => {
    if (!file) return;
    setBusy(true);
    setRefused(null);
    try {
      const kind = kindOf(file);
      const said = {
        kind,
        ...WANTED[kind],
        ...(proves.trim() ? { proves: proves.trim() } : {}),
      };
      await addOwnFile({ ...asked }, said, file, key);
      setAdded([...added, file.name]);
      setFile(null);
      setProves('');
      setKey(newKey());
      setRound(round + 1);
    } catch (reason) {
      setRefused(reason);
      setKey(newKey());
    } finally {
      setBusy(false);
    }
  };
  return (
    <details className="own">
      <summary>补充照片、录音或书面材料</summary>
      {!!refused && <Refusal reason={refused} />}
      <div role="status">
        {added.map((name) => (
          <p key={name} className="intact">
            “{name}”已经交给承办单位，封存保管。
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
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      {file && (
        <p>
          {file.name}，{sizeWords(file.size)}
        </p>
      )}
      {large && <p role="alert">超过 9 MB，网上交不了。请剪短一些，或者带到承办单位。</p>}
      <label className="label" htmlFor={words}>
        能说明什么（可以不填）
      </label>
      <input
        id={words}
        className="in"
        maxLength={500}
        value={proves}
        onChange={(event) => setProves(event.target.value)}
      />
      <p>
        <small>交上去以后不能自己删。照片里有别人的脸、证件号码的，请先遮住。</small>
      </p>
      <button className="btn primary" disabled={!file || busy || large} onClick={() => void send()}>
        {busy ? '正在交' : '交材料'}
      </button>
    </details>
  );
}
