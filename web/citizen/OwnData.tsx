import { useState } from 'react';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { Refusal } from '../kit/Refusal';
import { Loading } from '../kit/States';
import type { OwnData as Own } from '../kit/wire';
import type { Asked } from './ProgressPage';

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
          <ul>
            {own.held.map((one) => (
              <li key={one.title}>
                <b>
                  {one.title}：{one.shown}
                </b>
                <small>{one.ground}</small>
              </li>
            ))}
          </ul>
          <h3>谁看过全名和电话</h3>
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
          <p>{own.correct}</p>
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
