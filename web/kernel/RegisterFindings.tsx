import { useState } from 'react';
import { useFindings } from '../kit/registerQueries';
import { Failed, Loading } from '../kit/States';
import type { Register, RegisterFinding } from '../kit/wire';
import { More } from '../kit/table/More';

type FindingKind = RegisterFinding['kind'];

const KINDS: Record<FindingKind, string> = { REFUSED: '不收', LIKELY: '像是已经有了', KEPT: '没有撤回' };

/** Lines to have a look at: refused, likely there already, or not taken back. */
export function RegisterFindings({ register }: { register: Register }) {
  const [kind, setKind] = useState<FindingKind | ''>('');
  const found = useFindings(register, kind);
  if (found.isError) return <Failed reason={found.error} onRetry={() => void found.refetch()} />;
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section>
      <div className="fld">
        <label htmlFor="finding-kind">要看一看的行</label>
        <select
          id="finding-kind"
          className="in"
          value={kind}
          onChange={(event) => setKind(event.target.value as FindingKind | '')}
        >
          <option value="">全部</option>
          {Object.entries(KINDS).map(([name, title]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {!found.data ? <Loading what="检查结果" /> : null}
      {found.data && !items.length ? <p className="meta">没有要提醒的行。</p> : null}
      {items.length ? (
        <div className="sheet flow" tabIndex={0} role="region" aria-label="要看一看的行，逐行">
          <table>
            <caption className="sr">要看一看的行</caption>
            <thead>
              <tr>
                <th style={{ width: 70 }}>行</th>
                <th style={{ width: 120 }}>怎样</th>
                <th>栏目、原因</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={`${one.no}-${one.kind}`}>
                  <td>{one.no}</td>
                  <td>{KINDS[one.kind]}</td>
                  <td className="tt wide">
                    {one.reasons.map((reason) => `${reason.name}：${reason.message}`).join(' ')}
                    {one.other ? <small>{one.other}</small> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <More page={found} what="行" />
        </div>
      ) : null}
    </section>
  );
}
