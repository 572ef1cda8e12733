import { useState } from 'react';
import { Link } from 'react-router';
import { call, type Answer } from '../kit/api';
import { momentWords } from '../kit/days';
import { client, useMe, useTokens } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { Token } from '../kit/wire';
import { TokenForm } from './TokenForm';
import { useLimitWords } from './tokenWords';
import { useDeed } from './useDeed';

type Issued = Answer<'post', '/api/tokens'>;

function List({ items, busy, onEnd }: { items: Token[]; busy: boolean; onEnd: (token: Token) => void }) {
  const limits = useLimitWords();
  return (
    <div className="sheet flow">
      <table>
        <caption className="sr">我的令牌</caption>
        <thead>
          <tr>
            <th>给哪个程序</th>
            <th style={{ width: 150 }}>最近使用</th>
            <th style={{ width: 150 }}>到期</th>
            <th style={{ width: 100 }}>
              <span className="sr">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((token) => (
            <tr key={token.id}>
              <td className="tt wide">
                {token.name}
                <small>
                  {limits(token.limits)}，{momentWords(token.openedAt)} 建立
                </small>
              </td>
              <td>{momentWords(token.seenAt)}</td>
              <td>{momentWords(token.endsAt)}</td>
              <td>
                <button
                  type="button"
                  className="btn sm"
                  disabled={busy}
                  aria-label={`停用 ${token.name}`}
                  onClick={() => onEnd(token)}
                >
                  停用
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** My tokens: each acts as me, as far as it may; its letters are shown once. */
export function Tokens() {
  useTitle('程序令牌');
  const tokens = useTokens();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const [issued, setIssued] = useState<Issued | null>(null);
  const [done, setDone] = useState('');
  const { busy, refused, run } = useDeed();
  if (!tokens.data || !me.data) {
    return tokens.error ? (
      <Failed page reason={tokens.error} onRetry={() => void tokens.refetch()} />
    ) : (
      <Loading page what="令牌" />
    );
  }
  const again = () => client.invalidateQueries();
  const end = (token: Token) =>
    run(async () => {
      await call('delete', '/api/tokens/{id}', { path: { id: token.id } });
      setIssued(null);
      setDone(`“${token.name}”的令牌停用了，用它的程序马上进不来。`);
      await again();
    });
  return (
    <div className="account">
      <div className="hd">
        <h1>程序令牌</h1>
        <p className="meta">
          令牌替主人办事，能做的不会比主人多。<Link to="/desk/account">回账号与安全</Link>
        </p>
        {!asking && (
          <div className="r">
            <button
              type="button"
              className="btn primary"
              onClick={() => {
                setAsking(true);
                setIssued(null);
                setDone('');
              }}
            >
              建一个令牌
            </button>
          </div>
        )}
      </div>
      {!!refused && <Refusal reason={refused} />}
      <div role="status">
        {done && <p className="intact">{done}</p>}
        {issued && (
          <div className="once">
            “{issued.name}”的令牌，只显示这一次，请现在就交给那个程序：
            <code data-token>{issued.token}</code>
            <small>用到 {momentWords(issued.endsAt)}。丢了就停用，另建一个。</small>
          </div>
        )}
      </div>
      {asking && (
        <TokenForm
          registrar={me.data.roles.includes('kernel.registrar')}
          onCancel={() => setAsking(false)}
          onIssued={(fresh) => {
            setAsking(false);
            setIssued(fresh);
            setDone('');
            void again();
          }}
        />
      )}
      <section aria-labelledby="tokens">
        <h2 id="tokens">正在用的令牌</h2>
        {tokens.data.items.length === 0 && <Empty title="还没有令牌">要让别的程序替您取数、办事，才需要建</Empty>}
        {tokens.data.items.length > 0 && (
          <List items={tokens.data.items} busy={busy} onEnd={(token) => void end(token)} />
        )}
      </section>
    </div>
  );
}
