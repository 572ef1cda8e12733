import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { useFilter } from '../kit/Filters';
import { useMe } from '../kit/queries';
import { Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { EvaluationFigures } from '../kit/wire';
import { CallBacks } from './CallBacks';

/** What can be told of one line, in words. */
export function figureWords(row: EvaluationFigures): string {
  if (row.hidden || !row.counts) return row.hidden ?? '不显示';
  return `满意 ${row.counts.satisfied}，基本满意 ${row.counts.fairly}，不满意 ${row.counts.dissatisfied}`;
}

/** A stretch of whole months, in words. */
export function blockWords(block: { from: string; until: string }): string {
  const month = (day: string) => `${day.slice(0, 4)} 年 ${Number(day.slice(5, 7))} 月`;
  const [first, last] = [month(block.from), month(block.until)];
  return first === last ? first : `${first}至 ${last}`;
}

/** How it is broken down and where stands in the address. */
const NAMES = ['by', 'area'];

function Summary() {
  const asked = useFilter(NAMES);
  const by = asked.filter['by'] === 'OFFICE' ? 'OFFICE' : 'AREA';
  const area = asked.filter['area'] ?? '';
  const setBy = (next: 'OFFICE' | 'AREA') => asked.set('by', next === 'AREA' ? '' : next);
  const setArea = (next: string) => asked.set('area', next);
  const summary = useQuery({
    queryKey: ['evaluations', 'summary', by, area],
    queryFn: ({ signal }) =>
      call('get', '/api/evaluations/summary', { query: { by, area: area || undefined }, signal }),
  });
  if (summary.isPending) return <Loading what="满意度" rows={3} />;
  if (summary.isError)
    return <Failed reason={summary.error} what="满意度没取到" onRetry={() => void summary.refetch()} />;
  const all = summary.data;
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">{all.areaName}的满意度</h2>
      <div className="figs">
        <div className="fig">
          <b>{all.whole.share ? `${all.whole.share}%` : '—'}</b> 满意率
          <small>{figureWords(all.whole)}</small>
          <small>
            有效评价 {all.whole.valid ?? 0} 件，免评 {all.whole.exempt} 件
          </small>
        </div>
      </div>
      <p className="meta" style={{ maxWidth: '46em' }}>
        {all.definition} 问的是 {all.from} 至 {all.until}，截至 {momentWords(all.asOf)}。少于 {all.least}{' '}
        件的不显示，也不排名；按名称排。
      </p>
      {all.blocks.length > 0 && (
        <ul className="meta" aria-label="说的是哪几段">
          {all.blocks.map((block) => (
            <li key={block.from}>{blockWords(block)}</li>
          ))}
        </ul>
      )}
      <p className="meta" style={{ maxWidth: '46em' }}>
        {all.note}
      </p>
      <div className="acts" role="group" aria-label="怎么分">
        <button type="button" className="btn sm" aria-pressed={by === 'AREA'} onClick={() => setBy('AREA')}>
          按地区
        </button>
        <button type="button" className="btn sm" aria-pressed={by === 'OFFICE'} onClick={() => setBy('OFFICE')}>
          按承办单位
        </button>
        {area && (
          <button type="button" className="btn sm" onClick={() => setArea('')}>
            回到全部
          </button>
        )}
      </div>
      <div className="sheet flow" style={{ margin: '10px 0 22px' }}>
        {all.rows.length === 0 && <p className="none">这段时间还没有人评价。</p>}
        {all.rows.length > 0 && (
          <table>
            <caption className="sr">{by === 'AREA' ? '各地区' : '各承办单位'}的满意度</caption>
            <thead>
              <tr>
                <th>{by === 'AREA' ? '地区' : '承办单位'}</th>
                <th style={{ width: 110 }}>满意率</th>
                <th style={{ width: '40%' }}>评价</th>
              </tr>
            </thead>
            <tbody>
              {all.rows.map((row) => (
                <tr key={row.key}>
                  <td className="wide">
                    {by === 'AREA' && row.key !== all.area ? (
                      <button type="button" className="btn quiet flush" onClick={() => setArea(row.key)}>
                        {row.name}
                      </button>
                    ) : (
                      row.name
                    )}
                  </td>
                  <td>{row.share ? `${row.share}%` : '—'}</td>
                  <td>
                    {figureWords(row)}（{row.valid ?? 0} 件）
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}

function Words() {
  const words = useQuery({
    queryKey: ['evaluations', 'words'],
    queryFn: ({ signal }) => call('get', '/api/evaluations/words', { signal }),
  });
  const items = words.data?.items ?? [];
  return (
    <section aria-labelledby="words" style={{ marginBottom: 22 }}>
      <h2 id="words">他们说了什么</h2>
      {words.isPending && <Loading what="当事人的话" />}
      {words.isError && <Failed reason={words.error} onRetry={() => void words.refetch()} />}
      {words.isSuccess && items.length === 0 && (
        <p className="meta">留了话的人还太少。也要按整月凑够才列出来，打乱次序，不带日子和地方。</p>
      )}
      <ul>
        {items.map((word, at) => (
          <li key={at}>
            {word.gradeTitle}：{word.words}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What people think, for those who oversee; whom to call, for those who ask. */
export function Evaluations() {
  const me = useMe().data;
  useTitle('评价与回访');
  const supervises = me?.supervisor ?? false;
  return (
    <>
      <div className="hd">
        <h1>评价与回访</h1>
        <div className="r">
          <Link className="btn" to="/desk/matters">
            全部事项
          </Link>
        </div>
      </div>
      {supervises && <Summary />}
      {supervises && <Words />}
      {me && <CallBacks />}
    </>
  );
}
