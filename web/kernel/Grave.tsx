import { useEffect, useRef } from 'react';
import type { CanMove } from '../kit/wire';

/** A step without a way back: what follows, what stays, and the name of it to be typed; focus stands on 先不. */
export function Grave({
  move,
  onHold,
  onWord,
  word,
}: {
  move: CanMove;
  onHold: () => void;
  onWord: (word: string) => void;
  word: string;
}) {
  const hold = useRef<HTMLButtonElement>(null);
  useEffect(() => hold.current?.focus(), []);
  return (
    <div className="grave">
      <dl className="kv">
        <div>
          <dt>之后</dt>
          <dd>{move.toTitle ? `进入“${move.toTitle}”，收不回来` : '收不回来'}</dd>
        </div>
        {move.hint && (
          <div>
            <dt>说明</dt>
            <dd>{move.hint}</dd>
          </div>
        )}
        <div>
          <dt>会留下</dt>
          <dd>您的名字、岗位和时间，记进轨迹</dd>
        </div>
      </dl>
      <div className="field" style={{ marginTop: 12 }}>
        <label className="label" htmlFor="grave">
          打出“{move.title}”
        </label>
        <input
          id="grave"
          className="in"
          value={word}
          autoComplete="off"
          onChange={(event) => onWord(event.target.value)}
        />
      </div>
      <button type="button" className="btn" ref={hold} onClick={onHold}>
        先不
      </button>
    </div>
  );
}
