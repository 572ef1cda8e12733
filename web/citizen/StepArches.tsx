/** The steps as small arches: gone solid, now in 枫, to come dashed. */
export function StepArches({ at, count }: { at: number; count: number }) {
  const gap = 350 / count;
  const radius = Math.min(25, gap / 2 - 4);
  return (
    <div className="steps" role="img" aria-label={`第 ${at + 1} 问，共 ${count} 问`}>
      <svg viewBox="0 0 350 34" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
        {Array.from({ length: count }, (_, step) => {
          const x = gap * step + gap / 2;
          const state = step < at ? 'done' : step === at ? 'now' : 'ahead';
          return (
            <path
              key={step}
              className={state}
              d={`M${x - radius} 28a${radius} ${Math.min(20, radius)} 0 0 1 ${2 * radius} 0`}
            />
          );
        })}
        <text x={gap * at + gap / 2} y="32">
          {at + 1}/{count}
        </text>
      </svg>
    </div>
  );
}
