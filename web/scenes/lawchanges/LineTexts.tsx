import type { LawChangeLine } from '../../kit/wire';

/** One side: what was taken out is struck through, what came in is underlined and bold; colour is added only. */
function Side({ line, old }: { line: LawChangeLine; old: boolean }) {
  const side = old ? line.before : line.after;
  if (!side) return <p className="meta none">{old ? '原来没有这一条' : '新版本删去了这一条'}</p>;
  const parts = line.parts.filter(({ kind }) => kind === 'SAME' || (kind === 'OUT') === old);
  return (
    <>
      <p className="no">
        <span className="which">{old ? '旧' : '新'}</span>
        {side.label}
      </p>
      <p className="law lawtext">
        {parts.length === 0
          ? side.text
          : parts.map((part, at) =>
              part.kind === 'SAME' ? (
                <span key={at}>{part.text}</span>
              ) : part.kind === 'OUT' ? (
                <del key={at}>{part.text}</del>
              ) : (
                <ins key={at}>{part.text}</ins>
              ),
            )}
      </p>
    </>
  );
}

/** Both texts beside each other; on a phone the old stands above the new. */
export function LineTexts({ line }: { line: LawChangeLine }) {
  return (
    <div className="two">
      <div>
        <Side line={line} old />
      </div>
      <div>
        <Side line={line} old={false} />
      </div>
    </div>
  );
}
