import { dayLong } from '../kit/days';
import { useMatterRolls } from '../kit/rollQueries';
import { Failed } from '../kit/States';
import { Status } from '../kit/Status';

/** Which law guide answers for this place, who did before, what was guided, and where it is mediated. */
export function MatterRollsCard({ id }: { id: string }) {
  const rolls = useMatterRolls(id);
  if (rolls.isError) return <Failed reason={rolls.error} what="法治指导员没取到" onRetry={() => void rolls.refetch()} />;
  if (!rolls.data) return null;
  const { guides, guidances, stationing, frames } = rolls.data;
  const now = guides.filter((guide) => guide.counts);
  const before = guides.filter((guide) => !guide.counts);
  return (
    <section className="card" aria-labelledby="guides">
      <h2 id="guides">法治指导员</h2>
      {now.length === 0 && <p className="meta">这个地方现在没有结对的法治指导员。</p>}
      {now.map((guide) => (
        <div className="lk" key={`${guide.guide} ${guide.areaName}`}>
          <b>{guide.name}</b> <span className="meta">{guide.kindTitle}</span>
          <div className="meta">
            {[guide.office, guide.phone].filter(Boolean).join('，')}；{guide.areaName}，{dayLong(guide.firstDay)} 结对
          </div>
        </div>
      ))}
      {before.length > 0 && (
        <details>
          <summary>以前结对的 {before.length} 位</summary>
          <ul className="hands">
            {before.map((guide) => (
              <li key={`${guide.guide} ${guide.firstDay}`}>
                {guide.name}，{guide.kindTitle}，{dayLong(guide.firstDay)}
                {guide.lastDay && ` 到 ${dayLong(guide.lastDay)}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {guidances.length > 0 && (
        <>
          <p className="meta">指导过 {guidances.length} 次</p>
          <ul className="hands">
            {guidances.map((one) => (
              <li key={one.no}>
                {dayLong(one.day)}，{one.name}（{one.kindTitle}）{one.wayTitle}指导：{one.words}
              </li>
            ))}
          </ul>
        </>
      )}
      {stationing && (
        <p>
          <Status tone="blue">入驻点：{stationing}</Status>
        </p>
      )}
      {frames.length > 0 && (
        <p className="meta">
          工作框架：
          {frames.map((frame) => (
            <span className="tag" key={frame}>
              {frame}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
