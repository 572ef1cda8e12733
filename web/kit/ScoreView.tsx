import './css/score.css';
import { Shape, type Tone } from './Status';
import type { Points } from './wire';

const number = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

/** What is not known is said, never counted as nought. */
export function coverageWords({ known, of }: Pick<Points, 'known' | 'of'>): string {
  return known === of ? `${of} 项都有数据` : `${of} 项里 ${known} 项有数据，没有数据的不计分，也不算零分`;
}

/** A count as the sum of its factors, each with its ground; what lifts the band whatever the points are is apart. */
export function ScoreView({ score }: { score: Points }) {
  const added = score.factors.filter((one) => one.bearing === 'ADDS');
  const others = score.factors.filter((one) => one.bearing !== 'ADDS');
  const most = Math.max(1, ...added.map((one) => one.most ?? score.most));
  return (
    <div className="score">
      <p className="sum">
        <b>{number.format(score.points)}</b>
        <span>
          {score.title}，满 {number.format(score.most)} 分<small>{coverageWords(score)}</small>
        </span>
      </p>
      {added.length > 0 && (
        <table>
          <caption className="sr">{score.title}由哪些项加起来</caption>
          <thead>
            <tr>
              <th>依据</th>
              <th className="num">得分</th>
            </tr>
          </thead>
          <tbody>
            {added.map((one) => (
              <tr key={one.words}>
                <td>
                  {one.words}
                  <i className="run" aria-hidden="true">
                    <i style={{ width: `${(100 * (one.points ?? 0)) / most}%` }} />
                  </i>
                </td>
                <td className="num">
                  {number.format(one.points ?? 0)}
                  {one.most != null && <small> / {number.format(one.most)}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {others.length > 0 && (
        <ul>
          {others.map((one) => (
            <li key={one.words}>
              <Shape
                tone={one.bearing === 'UNKNOWN' ? 'grey' : one.bearing === 'JUMPS' ? (score.colour as Tone) : 'blue'}
              />{' '}
              {one.words}
              {one.bearing === 'UNKNOWN' && <small className="meta">（没有数据，不计分）</small>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
