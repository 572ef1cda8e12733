import type { Verdict } from '../kit/proof/check';

/** From one's own entry up to the published log, one arch for each step of the proof. */
export function ReceiptPicture({ verdict }: { verdict: Verdict }) {
  const steps = Math.max(1, verdict.steps);
  const width = 180 / steps;
  const height = 90 / steps;
  const at = (step: number) => ({ x: 52 + width * step, y: 104 - height * step });
  const points = Array.from({ length: steps }, (_, step) => at(step));
  const top = at(steps);
  const solid = verdict.state === 'ok';
  return (
    <svg className="tree" viewBox="0 0 350 122" role="img" aria-label={`从您的记录到公开总账，共 ${verdict.steps} 步`}>
      {points.map(({ x, y }, step) => (
        <g key={step}>
          <path
            className="aside"
            d={`M${x + width} ${y - height}c${width * 0.6} 0 ${width} ${height / 2} ${width} ${height}`}
          />
          <path
            className={solid ? 'way' : 'aside'}
            d={`M${x} ${y}c0 ${-height / 2} ${width * 0.4} ${-height} ${width} ${-height}`}
          />
          <circle className="dot" cx={x + 2 * width} cy={y} r="4" />
        </g>
      ))}
      <circle className="you" cx="52" cy="104" r="7" />
      <circle className="log" cx={top.x} cy={top.y} r="7" />
      <text className="mine" x="10" y="92">
        您的
      </text>
      <text x={top.x + 14} y={top.y + 6}>
        公开总账
      </text>
    </svg>
  );
}
