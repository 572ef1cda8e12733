import { useEffect, useRef, useState } from 'react';
import { dayWords } from '../days';
import { useLook } from '../look';
import { Failed } from '../States';
import { chosen, summary, type Span } from './weeks';
import { trendOption } from './option';
import '../css/charts.css';

interface Asked {
  title: string;
  unit: string;
  /** Sums stand as bars from nought, shares and means as a line. */
  bars: boolean;
  spans: Span[];
  /** What is looked at, as days; null for all. */
  from: string | null;
  to: string | null;
  onPick: (from: string | null, to: string | null) => void;
}

/** How a figure went, by weeks or months. Drawing over it chooses the days; its table says the same in words. */
export function Trend({ title, unit, bars, spans, from, to, onPick }: Asked) {
  const { dark, look } = useLook();
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const [broken, setBroken] = useState<unknown>(null);
  const known = spans.some((span) => span.value !== null);
  const said = summary(title, unit, spans);
  useEffect(() => {
    const on = box.current;
    if (!on) return;
    let gone = false;
    let clear = () => {};
    import('./engine').then(
      ({ draw }) => {
        if (gone) return;
        const chart = draw(on, dark);
        const style = getComputedStyle(document.documentElement);
        chart.setOption(
          trendOption({ unit, bars, spans, size: parseFloat(style.getPropertyValue('--fs-meta')) || 13, dark }),
        );
        const range = chosen(spans, from, to);
        chart.dispatchAction({
          type: 'takeGlobalCursor',
          key: 'brush',
          brushOption: { brushType: matchMedia('(pointer: fine)').matches ? 'lineX' : false, brushMode: 'single' },
        });
        if (range)
          chart.dispatchAction({ type: 'brush', areas: [{ brushType: 'lineX', coordRange: range, xAxisIndex: 0 }] });
        chart.on('brushEnd', (event) => {
          const area = (event as { areas: { coordRange: [number, number] }[] }).areas[0];
          const first = area && spans[Math.max(0, area.coordRange[0])];
          const last = area && spans[Math.min(spans.length - 1, area.coordRange[1])];
          pick.current(first?.from ?? null, last?.to ?? null);
        });
        const resized = new ResizeObserver(() => chart.resize());
        resized.observe(on);
        clear = () => {
          resized.disconnect();
          chart.dispose();
        };
      },
      (reason: unknown) => setBroken(reason),
    );
    return () => {
      gone = true;
      clear();
    };
  }, [spans, bars, unit, dark, look, from, to]);
  return (
    <figure className="trend">
      <figcaption>
        <b>{title}</b>
        <small>
          {from || to ? (
            <button type="button" className="btn quiet sm" onClick={() => onPick(null, null)}>
              看全部时间
            </button>
          ) : (
            known && <span className="hint">在图上横着拖，选一段时间</span>
          )}
        </small>
      </figcaption>
      {!known ? (
        <p className="meta">这段时间没有能画的数：没有可算的事项，或者样本太少不显示。</p>
      ) : broken ? (
        <Failed reason={broken} what="图没画出来，表里的数一样" />
      ) : (
        <div className="canvas" ref={box} role="img" aria-label={said} />
      )}
      <details>
        <summary>用表格看</summary>
        <div className="flow">
          <table>
            <caption className="sr">{title}</caption>
            <thead>
              <tr>
                <th>时间</th>
                <th className="num">{unit}</th>
                <th>由什么算出</th>
                <th>
                  <span className="sr">选</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {[...spans].reverse().map((span) => (
                <tr key={span.from}>
                  <td>
                    {dayWords(span.from)} 至 {dayWords(span.to)}
                    {span.open && <small className="meta">（没过完）</small>}
                  </td>
                  <td className="num">{span.value ?? '—'}</td>
                  <td>{span.base}</td>
                  <td>
                    <button
                      type="button"
                      className="btn quiet sm"
                      aria-label={`只看这段 ${dayWords(span.from)} 至 ${dayWords(span.to)}`}
                      onClick={() => onPick(span.from, span.to)}
                    >
                      只看这段
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
