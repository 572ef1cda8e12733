import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call } from '../kit/api';
import { dayLong, momentWords, weekday } from '../kit/days';
import { Icon } from '../kit/Icon';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';

/** The list of the day, on the screen and on paper. */
export function Today() {
  useTitle('今天');
  const today = useQuery({ queryKey: ['today'], queryFn: ({ signal }) => call('get', '/api/today', { signal }) });
  const list = today.data;
  const sections = (list?.sections ?? []).filter((section) => section.count > 0);
  return (
    <>
      <div className="hd">
        <h1>{list ? `今天，${dayLong(list.day)} ${weekday(list.day)}` : '今天'}</h1>
        {list && (
          <span className="meta">
            {list.who}，{momentWords(list.asOf)}时的样子
          </span>
        )}
        {sections.length > 0 && (
          <button type="button" className="btn sm noprint" onClick={() => window.print()}>
            <Icon name="print" />
            打印
          </button>
        )}
      </div>
      {today.isPending && <Loading what="今天的清单" rows={3} />}
      {today.isError && <Failed reason={today.error} onRetry={() => void today.refetch()} />}
      {today.isSuccess && sections.length === 0 && (
        <div className="sheet flow">
          <Empty title="今天没有要紧的事">没有逾期的、今天到期的、新到的，也没有今天的会面。</Empty>
        </div>
      )}
      {sections.map((section) => (
        <section key={section.name} className="sheet flow" aria-label={section.title} style={{ marginBottom: 18 }}>
          <table>
            <caption style={{ textAlign: 'left', padding: '10px 14px' }}>
              <b>{section.title}</b> {section.count} 件
              {section.count > section.lines.length && `，列出 ${section.lines.length} 件`}
            </caption>
            <thead>
              <tr>
                <th>事项</th>
                <th style={{ width: '9em' }}>环节</th>
                <th style={{ width: '12em' }}>时间</th>
              </tr>
            </thead>
            <tbody>
              {section.lines.map((line) => (
                <tr key={`${section.name}-${line.matter}-${line.at}`}>
                  <td className="tt wide">
                    <Link to={`/desk/matters/${encodeURIComponent(line.matter)}`}>{line.title}</Link>
                    <small>{line.code}</small>
                  </td>
                  <td>{line.stageTitle}</td>
                  <td>
                    {line.words}
                    <small style={{ display: 'block' }}>{momentWords(line.at)}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}
