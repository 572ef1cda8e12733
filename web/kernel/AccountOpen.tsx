import { momentWords } from '../kit/days';
import type { OpenOne } from '../kit/wire';
import { useLimitWords } from './tokenWords';

/** Sessions and tokens that are open, each with a way to end it. */
export function OpenList({ items, onEnd }: { items: OpenOne[]; onEnd: (one: OpenOne) => void }) {
  const limits = useLimitWords();
  return (
    <div className="sheet flow">
      <table>
        <caption className="sr">正在使用的登录和令牌</caption>
        <thead>
          <tr>
            <th>哪里</th>
            <th style={{ width: '11.6em' }}>最近使用</th>
            <th style={{ width: '11.6em' }}>到期</th>
            <th style={{ width: '8em' }}>
              <span className="sr">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <td className="tt wide">
                {one.session ? one.device : `令牌：${one.name}`}
                {one.own && <b>（就是这里）</b>}
                <small>
                  {one.session ? `${one.means}登录，${one.address}` : limits(one.limits)}，{momentWords(one.openedAt)} 开始
                </small>
              </td>
              <td>
                <i className="col">最近使用</i>
                {momentWords(one.seenAt)}
              </td>
              <td>
                <i className="col">到期</i>
                {momentWords(one.endsAt)}
              </td>
              <td>
                {!one.own && (
                  <button
                    type="button"
                    className="btn sm"
                    aria-label={`结束 ${one.session ? one.device : one.name}`}
                    onClick={() => onEnd(one)}
                  >
                    结束
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
