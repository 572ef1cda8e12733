import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { addressOf, call, fetchFile } from '../../kit/api';
import { useMe } from '../../kit/queries';
import { Refusal } from '../../kit/Refusal';
import { Empty, Failed, Loading } from '../../kit/States';
import { useTitle } from '../../kit/title';
import type { AllowanceSheet } from '../../kit/wire';
import { Columns, type Column } from '../../kernel/ListSheet';
import { useDeed } from '../../kernel/useDeed';
import { monthWords, yuan } from './words';

const COLUMNS: Column[] = [['补贴单'], ['环节', 90], ['计发的行', 90], ['暂不计发', 90], ['合计', 140], ['表格', 110]];

function Save({ sheet }: { sheet: AllowanceSheet }) {
  const { busy, refused, run } = useDeed();
  const save = () =>
    run(async () => {
      const link = document.createElement('a');
      const book = addressOf('/api/allowances/{id}/book', { path: { id: sheet.id } });
      link.href = URL.createObjectURL(await fetchFile(book));
      link.download = `以案定补 ${sheet.office} ${sheet.month.slice(0, 7)}.xlsx`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    });
  return (
    <>
      <button
        type="button"
        className="btn sm"
        disabled={busy}
        aria-label={`${sheet.office}${monthWords(sheet.month)}存成表格`}
        onClick={() => void save()}
      >
        {busy ? '正在存' : '存成表格'}
      </button>
      {!!refused && <Refusal reason={refused} />}
    </>
  );
}

/** The sheets of allowances one may see, the newest month first. */
export function Sheets() {
  const roles = useMe().data?.roles ?? [];
  const keeps = roles.includes('allowances.keeper');
  const sheets = useQuery({
    queryKey: ['allowances'],
    queryFn: ({ signal }) => call('get', '/api/allowances', { signal }),
  });
  useTitle('以案定补');
  if (sheets.isError)
    return <Failed page reason={sheets.error} what="补贴单没取到" onRetry={() => void sheets.refetch()} />;
  if (!sheets.data) return <Loading page what="补贴单" rows={4} />;
  const rows = sheets.data.items;
  return (
    <>
      <div className="hd">
        <h1>以案定补</h1>
        <span className="meta" role="status">
          共 {rows.length} 张
        </span>
        {keeps && (
          <div className="r">
            <Link className="btn primary" to="/desk/new/allowances">
              开立补贴单
            </Link>
          </div>
        )}
      </div>
      <p className="meta" style={{ maxWidth: '46em', marginBottom: 14 }}>
        每月第一个工作日，系统列出各乡镇（街道）上个月达成协议并办结的件。定难易、抽查、审批由三个人做；每件多少钱是参数，本地定。
      </p>
      <div className="sheet flow">
        {rows.length === 0 && <Empty title="还没有补贴单">有核算员的单位，每月第一个工作日由系统开立</Empty>}
        {rows.length > 0 && (
          <table>
            <caption className="sr">补贴单</caption>
            <Columns of={COLUMNS} />
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="tt wide">
                    <Link to={`/desk/matters/${row.id}`}>{monthWords(row.month)}</Link>
                    <small>
                      {row.office}，{row.code}
                    </small>
                  </td>
                  <td>{row.stageTitle}</td>
                  <td>
                    <i className="col">计发的行</i>
                    {row.lines}
                  </td>
                  <td>
                    <i className="col">暂不计发</i>
                    {row.held}
                  </td>
                  <td>
                    <i className="col">合计</i>
                    {yuan(row.sum)}
                  </td>
                  <td>
                    <Save sheet={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}
