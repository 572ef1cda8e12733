import { useState } from 'react';
import { call, newKey } from '../kit/api';
import { momentWords } from '../kit/days';
import { Refusal } from '../kit/Refusal';
import type { OwnMessagesShown } from '../kit/wire';
import type { Asked } from './ProgressPage';

/** What one was told, and whether one wants more of it. */
export function OwnMessages({ asked }: { asked: Asked }) {
  const [own, setOwn] = useState<OwnMessagesShown | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const doing = async (deed: () => Promise<OwnMessagesShown>) => {
    setBusy(true);
    setRefused(null);
    try {
      setOwn(await deed());
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  const open = () => doing(() => call('post', '/api/public/own/messages', { body: asked }));
  const mute = (muted: boolean) =>
    doing(() => call('post', '/api/public/own/mute', { body: { ...asked, muted }, key: newKey() }));
  return (
    <details className="own" onToggle={(event) => void (event.currentTarget.open && !own && open())}>
      <summary>给您发过的通知，退订短信</summary>
      {!!refused && <Refusal reason={refused} />}
      {busy && !own && <p role="status">正在取</p>}
      {own && (
        <>
          {own.items.length === 0 && <p>还没有给您发过通知。</p>}
          <ul className="happened">
            {own.items.map((item) => (
              <li key={item.at}>
                {item.text}
                <small>{momentWords(item.at)}</small>
              </li>
            ))}
          </ul>
          <p role="status">
            {own.muted ? '您退订了短信。进度仍可用查询码查。' : '有新进展会发短信给您。不方便收的，可以退订。'}
          </p>
          <button type="button" className="btn" disabled={busy} onClick={() => void mute(!own.muted)}>
            {own.muted ? '又要收短信' : '不要再发短信'}
          </button>
        </>
      )}
    </details>
  );
}
