import { useEffect, useRef, type PointerEvent } from 'react';
import { ink, type Stroke } from './paper';

const WIDTH = 800;
const HEIGHT = 300;

/** Where one signs with a finger, a pen or a mouse. Whoever can't, signs on paper. */
export function Pad({ strokes, onChange }: { strokes: Stroke[]; onChange: (strokes: Stroke[]) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Stroke[]>(strokes);
  drawn.current = strokes;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, WIDTH, HEIGHT);
    // ink is black on white paper in every look
    context.strokeStyle = 'black';
    ink(context, strokes, 0, 0, WIDTH, HEIGHT);
  }, [strokes]);
  const point = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const put = (next: Stroke[]) => {
    drawn.current = next;
    onChange(next);
  };
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    put([...drawn.current, [point(event)]]);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const last = drawn.current.at(-1) ?? [];
    put([...drawn.current.slice(0, -1), [...last, point(event)]]);
  };
  return (
    <canvas
      ref={canvas}
      className="pad"
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={strokes.length ? '签名处，已经写了' : '签名处，用手指写；不方便的，用下面的“在纸上签了，拍下来”'}
      onPointerDown={down}
      onPointerMove={move}
    />
  );
}
