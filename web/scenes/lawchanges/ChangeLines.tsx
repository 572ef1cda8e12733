import { Link, useParams } from 'react-router';
import { dayLong, dayOf, now } from '../../kit/days';
import { PickFilter, useFilter } from '../../kit/Filters';
import { Icon } from '../../kit/Icon';
import { Refusal } from '../../kit/Refusal';
import { Empty, Failed, Loading } from '../../kit/States';
import { More } from '../../kit/table/More';
import { useTitle } from '../../kit/title';
import type { LawChangeLine, LawChangeLines } from '../../kit/wire';
import { SaveSheet } from '../../kernel/SaveSheet';
import '../../laws/laws.css';
import { useLines } from './changeQueries';
import './lawchanges.css';
import { LineEdit, LineMark, LineMatters } from './LineMark';
import { LineTexts } from './LineTexts';
import { numbers } from './marking';
import { useMarking, type Marking } from './useMarking';

const FIELDS = ['standing', 'kind'] as const;
const STANDINGS: [string, string][] = [
  ['OPEN', '还没有标'],
  ['TO_CHANGE', '待改'],
  ['SETTLED', '不受影响、已改'],
];
const KINDS: [string, string][] = [
  ['PARAMETER', '参数'],
  ['GUIDE', '指引'],
  ['TEMPLATE', '文书模板'],
  ['PROGRAM', '程序'],
  ['LIMIT', '在办期限'],
];

function Head({ change }: { change: LawChangeLines }) {
  const ahead = change.from > dayOf(now());
  return (
    <>
      <nav className="meta noprint" aria-label="所在位置">
        <Link to="/desk/lawchanges">法规修订核对</Link> /{' '}
        <Link to={`/desk/matters/${encodeURIComponent(change.id)}`}>{change.code}</Link>
      </nav>
      <div className="hd">
        <h1>
          <small>{change.stageTitle}</small>
          {change.law}
        </h1>
        <div className="r noprint">
          <SaveSheet
            route={`/api/lawchanges/${encodeURIComponent(change.id)}/book`}
            query={{}}
            name={`法规修订核对-${change.code}.xlsx`}
          />
          <button type="button" className="btn" onClick={() => window.print()}>
            <Icon name="print" />
            打印
          </button>
        </div>
      </div>
      <p className="meta changemeta">
        {dayLong(change.from)}起施行{ahead ? `，最迟在施行以前核完` : '，已经施行'}。
        <Link to={`/desk/laws/compare?from=${change.before}&to=${change.edition}`}>这一版改了什么</Link>
      </p>
      <p role="status" className="changemeta">
        一共 {change.lines} 处：{change.open} 处还没有标，{change.toChange} 处待改，{change.settled} 处核完
      </p>
    </>
  );
}

function Line({ id, line, marking }: { id: string; line: LawChangeLine; marking: Marking | undefined }) {
  return (
    <li aria-labelledby={`line-${line.no}`}>
      <h2 id={`line-${line.no}`}>
        第 {line.no} 行，{line.kindTitle}
        {line.title && `：${line.title}`}
      </h2>
      <p className="meta">
        {line.place}，引用<span className="law">{line.cited}</span>；{line.label}
        {line.changeTitle}
      </p>
      <LineTexts line={line} />
      {line.kind === 'LIMIT' && <LineMatters id={id} line={line} />}
      <LineMark id={id} line={line} />
      {marking && (
        <LineEdit
          line={line}
          draft={marking.drafts[line.no]}
          faults={marking.faults[line.no] ?? []}
          onChange={(draft) => marking.write(line.no, draft)}
          onSpread={() => marking.spread(line.no)}
        />
      )}
    </li>
  );
}

/** What isn't said beside a line is said once; the bar stays in sight and covers no more than it must. */
function SaveBar({ marking }: { marking: Marking }) {
  const count = numbers(marking.drafts).length;
  const wrong = Object.keys(marking.faults).length;
  return (
    <>
      {!!marking.refused && wrong === 0 && <Refusal reason={marking.refused} />}
      <div className="savebar noprint">
        <p role="status">{wrong > 0 ? `没有保存：有 ${wrong} 行要改，说明写在行的下面。` : marking.saved}</p>
        {count > 0 && (
          <div className="acts">
            <button type="button" className="btn primary" disabled={marking.busy} onClick={marking.save}>
              {marking.busy ? '正在保存' : `保存 ${count} 行`}
            </button>
            <button type="button" className="btn" disabled={marking.busy} onClick={marking.drop}>
              不要了
            </button>
          </div>
        )}
      </div>
    </>
  );
}

/** The lines of a revision, each with both texts and what was said of it; marked many at a time. */
export function ChangeLines() {
  const { id = '' } = useParams();
  const by = useFilter(FIELDS);
  const list = useLines(id, by.filter['standing'] ?? '', by.filter['kind'] ?? '');
  const first = list.data?.pages[0];
  const lines = list.data?.pages.flatMap((page) => page.items) ?? [];
  const marking = useMarking(id, first?.version ?? 0, lines);
  useTitle(first ? `逐处核对，${first.law}` : '逐处核对');
  if (list.isError) {
    return <Failed page reason={list.error} what="逐处核对没取到" onRetry={() => void list.refetch()} />;
  }
  if (!first) return <Loading page what="逐处核对" rows={5} />;
  const done = first.open === 0 && first.toChange === 0;
  return (
    <>
      <Head change={first} />
      <div className="filters noprint">
        <PickFilter id="standing" name="standing" label="标了没有" any="全部" by={by} options={STANDINGS} />
        <PickFilter id="kind" name="kind" label="哪一类" any="全部" by={by} options={KINDS} />
      </div>
      {!first.canMark && first.stage === 'RAISED' && (
        <p className="meta noprint">
          先在<Link to={`/desk/matters/${encodeURIComponent(id)}?move=take`}>事项页面</Link>“开始核对”，再逐行标。
        </p>
      )}
      {first.canMark && done && (
        <p className="noprint">
          每一处都核了，
          <Link to={`/desk/matters/${encodeURIComponent(id)}`}>去事项页面“核完”或者“报复核”</Link>
        </p>
      )}
      {lines.length === 0 && <Empty title="这样筛没有">换一类看</Empty>}
      <ol className="compared changes">
        {lines.map((line) => (
          <Line key={line.no} id={id} line={line} marking={first.canMark ? marking : undefined} />
        ))}
      </ol>
      <More page={list} what="行" />
      {first.canMark && <SaveBar marking={marking} />}
    </>
  );
}
