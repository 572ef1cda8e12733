import { useState } from 'react';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { Refusal } from '../kit/Refusal';
import { Loading } from '../kit/States';
import type { OwnData as Own } from '../kit/wire';
import { OwnRequests } from './OwnRequests';
import type { Asked } from './ProgressPage';

/** What is held, by the ground it is held on: each ground is said once. */
function groundsOf(own: Own): [string, Own['held']][] {
  const grounds = new Map<string, Own['held']>();
  for (const one of own.held) grounds.set(one.ground, [...(grounds.get(one.ground) ?? []), one]);
  return [...grounds];
}

/** What is held about whoever asks, on which ground, and which office looked at it what for. */
export function OwnData({ asked }: { asked: Asked }) {
  const [busy, setBusy] = useState(false);
  const [own, setOwn] = useState<Own | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const open = async () => {
    setRefused(null);
    setBusy(true);
    try {
      setOwn(await call('post', '/api/public/own', { body: asked }));
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <details
      className="own"
      onToggle={(event) => {
        if (event.currentTarget.open && !own && !busy) void open();
      }}
    >
      <summary>存了我的什么，谁看过</summary>
      {!!refused && <Refusal reason={refused} />}
      {busy && <Loading what="您的信息" />}
      {own && (
        <>
          <h3>存了什么</h3>
          {groundsOf(own).map(([ground, items]) => (
            <div key={ground}>
              <ul>
                {items.map((one, at) => (
                  <li key={at}>
                    {one.title}：<b>{one.shown}</b>
                  </li>
                ))}
              </ul>
              <small className="ground">凭什么存：{ground}</small>
            </div>
          ))}
          <h3>谁看过没遮住的</h3>
          {own.looked.length === 0 && <p>还没有人看过。平时只显示带星号的。</p>}
          <ul>
            {own.looked.map((one, at) => (
              <li key={at}>
                <b>
                  {one.who}看了{one.fields}
                </b>
                <small>
                  {momentWords(one.at)}，{one.purpose}（{one.article}）
                </small>
              </li>
            ))}
          </ul>
          <h3>写错了，或者不该看的</h3>
          <p>{own.correct}</p>
          <OwnRequests own={own} asked={asked} onDone={setOwn} />
          {own.phone && (
            <a className="btn" href={`tel:${own.phone}`}>
              打电话要求更正
            </a>
          )}
        </>
      )}
    </details>
  );
}
