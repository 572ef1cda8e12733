import { Link, useParams } from 'react-router';
import { momentWords } from '../kit/days';
import { Empty, Failed, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import { More } from '../kit/table/More';
import { useTitle } from '../kit/title';
import type { LawImport } from '../kit/wire';
import { NoLaws } from './LawFrame';
import { useLawImports, useLawReport } from './lawQueries';

const STATES: Record<string, ['blue' | 'green' | 'red', string]> = {
  RUNNING: ['blue', '正在导入'],
  DONE: ['green', '导完了'],
  FAILED: ['red', '没有导完'],
};

function Far({ label, done, of }: { label: string; done: number; of: number }) {
  return (
    <p className="far">
      <progress max={Math.max(1, of)} value={done} aria-label={label} />
      <span className="meta">
        {label} {done} / {of}
      </span>
    </p>
  );
}

/** One import in words: what came in, what did not, how far the search is. */
function Told({ one }: { one: LawImport }) {
  const [tone, word] = STATES[one.state] ?? ['blue', one.state];
  const meaning = one.embedTotal ?? 0;
  return (
    <>
      <p>
        <Status tone={tone}>{word}</Status>{' '}
        <span className="meta">
          {momentWords(one.startedAt)} 开始{one.endedAt && `，${momentWords(one.endedAt)} 结束`}，文件夹“{one.folder}”
        </span>
      </p>
      {one.state === 'RUNNING' && <Far label="文件" done={one.done} of={one.files} />}
      <dl className="lawfigs">
        {(
          [
            ['新收的法律', one.laws],
            ['新收的版本', one.editions],
            ['新收的条文', one.articles],
            ['没有变化的文件', one.unchanged],
            ['不收的文件', one.refused],
          ] as const
        ).map(([title, count]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {one.wordsReadyMs !== undefined && (
        <p className="meta">开始后 {Math.max(1, Math.round(one.wordsReadyMs / 1000))} 秒起可按字词查。</p>
      )}
      {meaning > 0 && (one.embedded ?? 0) < meaning && (
        <Far label="按意思查的索引" done={one.embedded ?? 0} of={meaning} />
      )}
    </>
  );
}

/** How the texts came in; the pages work meanwhile. */
export function LawImports() {
  useTitle('法规导入情况');
  const list = useLawImports();
  if (list.isError) return <Failed page reason={list.error} what="导入情况没取到" onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading page what="导入情况" rows={3} />;
  return (
    <>
      <h1>法规导入情况</h1>
      <p className="meta">导入在后台进行，页面照常能用；中断了，下次启动会接着办。同一份再导入一次什么也不变。</p>
      {list.data.items.length === 0 && <NoLaws />}
      <ol className="lawimports">
        {list.data.items.map((one) => (
          <li key={one.id} className="card">
            <Told one={one} />
            <p>
              <Link to={`/desk/laws/imports/${one.id}`}>
                {one.refused > 0 ? `看没有收的 ${one.refused} 个文件和要核对的` : '看要核对的'}
              </Link>
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Each file and line that was not read, and what to do about it. */
export function LawReport() {
  useTitle('没有收的和要核对的');
  const { id = '' } = useParams();
  const list = useLawReport(id);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isError) return <Failed page reason={list.error} what="报告没取到" onRetry={() => void list.refetch()} />;
  return (
    <>
      <h1>没有收的和要核对的</h1>
      <p className="meta">
        <Link to="/desk/laws/imports">回导入情况</Link>
      </p>
      {list.isPending && <Loading what="报告" rows={4} />}
      {list.isSuccess && items.length === 0 && <Empty title="全部收下了，没有要核对的" />}
      <ul className="lawreport">
        {items.map((one, at) => (
          <li key={at}>
            <Status plain tone={one.kind === 'REFUSED' ? 'red' : 'yellow'}>
              {one.kind === 'REFUSED' ? '没有收' : '收了，请核对'}
            </Status>
            <p>
              <b>{one.file}</b>
              {one.line > 0 && `，第 ${one.line} 行`}
            </p>
            <p>{one.what}</p>
            <p className="meta">{one.next}</p>
          </li>
        ))}
      </ul>
      <More page={list} what="要核对的" />
    </>
  );
}
