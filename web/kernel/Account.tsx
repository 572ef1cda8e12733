import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { client, useAbout, useAccount, useMe, useOpenOnes } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { Noted, OwnAccount } from '../kit/wire';
import { AccountCodes } from './AccountCodes';
import { AccountDigest } from './AccountDigest';
import { OpenList } from './AccountOpen';
import { Entry } from './Entry';
import { Interests } from './Interests';
import { ProvenForm, type Proven } from './ProvenForm';
import { useDeed } from './useDeed';

function Open() {
  const open = useOpenOnes();
  const { busy, refused, run } = useDeed();
  if (!open.data) return <Loading what="登录情况" />;
  const end = (id: string) =>
    run(async () => {
      await call('delete', '/api/account/tickets/{id}', { path: { id } });
      await client.invalidateQueries({ queryKey: ['open'] });
    });
  const endOthers = () =>
    run(async () => {
      await call('delete', '/api/account/tickets', {});
      await client.invalidateQueries({ queryKey: ['open'] });
    });
  return (
    <>
      {!!refused && <Refusal reason={refused} />}
      <OpenList items={open.data.items} onEnd={(one) => void end(one.id)} />
      {open.data.items.length > 1 && (
        <div className="acts">
          <button type="button" className="btn" disabled={busy} onClick={() => void endOthers()}>
            除了这里，全部结束
          </button>
        </div>
      )}
    </>
  );
}

/** @param told whether the password is one that somebody told me: then nothing else is open before I choose my own */
function Password({ account, told }: { account: OwnAccount; told: boolean }) {
  const [fresh, setFresh] = useState('');
  const [done, setDone] = useState(false);
  const change = async (proof: Proven) => {
    setDone(false);
    await call('post', '/api/account/password', { body: { ...proof, fresh } });
    setFresh('');
    setDone(true);
    await client.invalidateQueries();
  };
  const changed = '密码改好了，别处的登录和令牌都已结束。';
  if (told && done) {
    return (
      <p role="status">
        {changed}
        <Link to="/desk">去办事</Link>
      </p>
    );
  }
  return (
    <>
      {told && (
        <p className="refusal" role="status">
          这个密码是别人告诉您的，请先换成自己的；换好就能办事。
        </p>
      )}
      {done && <p role="status">{changed}</p>}
      <ProvenForm
        id="old"
        title="改密码"
        button="改密码"
        asks={told ? '别人告诉您的密码' : '现在的密码'}
        primary={told}
        coded={!!account.codesSince}
        onProven={change}
      >
        {(fault) => (
          <Entry
            id="new-password"
            title="新密码"
            why="10 到 128 个字符；一句自己记得住的话就很好"
            type="password"
            autoComplete="new-password"
            value={fresh}
            fault={fault('fresh')}
            onChange={setFresh}
          />
        )}
      </ProvenForm>
    </>
  );
}

const BINDING: Record<string, string> = {
  bound: '统一身份绑定好了，以后可以用它登录。',
  taken: '这个统一身份已经绑定在另一个账号上，没有绑定到这里。',
};

/** What else vouches for me, and a way to have the identity provider do so. */
function Vouchers({ account, provider }: { account: OwnAccount; provider?: string | undefined }) {
  const [search] = useSearchParams();
  const came = BINDING[search.get('oidc') ?? ''];
  return (
    <>
      {came && <p role="status">{came}</p>}
      {account.bindings.length > 0 && (
        <ul className="happened">
          {account.bindings.map((one) => (
            <li key={one.subject}>
              {one.title}
              <small>
                {one.subject}，{momentWords(one.at)} 绑定；要解除请找本单位管理员
              </small>
            </li>
          ))}
        </ul>
      )}
      {provider && (
        <ProvenForm
          id="bind"
          title={`绑定${provider}`}
          button={`绑定${provider}`}
          coded={!!account.codesSince}
          onProven={async (body) => location.assign((await call('post', '/api/account/oidc', { body })).url)}
        />
      )}
    </>
  );
}

export function Journal({ items }: { items: Noted[] }) {
  if (items.length === 0) return <p className="meta">还没有记录。</p>;
  return (
    <ul className="happened">
      {items.map((one) => (
        <li key={one.id}>
          {one.by}
          {one.what}
          {one.reason && `：${one.reason}`}
          <small>{momentWords(one.at)}</small>
        </li>
      ))}
    </ul>
  );
}

/** How I sign in, and where I am signed in. */
export function Account() {
  useTitle('账号与安全');
  const me = useMe();
  const account = useAccount();
  const provider = useAbout().data?.provider;
  // as it was when I came: what I have done stays where I did it
  const [told] = useState(me.data?.mustChangePassword ?? false);
  if (!account.data) {
    return account.error ? (
      <Failed page reason={account.error} onRetry={() => void account.refetch()} />
    ) : (
      <Loading page what="账号" />
    );
  }
  return (
    <div className="account">
      <div className="hd">
        <h1>账号与安全</h1>
        <p className="meta">
          {account.data.name}，用户名 {account.data.login}
        </p>
      </div>
      {told && (
        <section aria-labelledby="password">
          <h2 id="password">先换密码</h2>
          <Password account={account.data} told />
        </section>
      )}
      {me.data?.roles.includes('kernel.registrar') && (
        <p>
          <Link to="/desk/accounts">看本单位人员的账号</Link>
        </p>
      )}
      <section aria-labelledby="codes">
        <h2 id="codes">动态口令</h2>
        <AccountCodes account={account.data} />
      </section>
      <section aria-labelledby="open">
        <h2 id="open">在哪里登录着</h2>
        <Open />
      </section>
      <section aria-labelledby="interests">
        <h2 id="interests">我的利害关系</h2>
        <Interests />
      </section>
      <section aria-labelledby="takings">
        <h2 id="takings">我导出、查找过什么</h2>
        <p>
          存成表格的清单、按人的查找都有记录，监督岗也看得到。<Link to="/desk/takings?own=true">看记录</Link>
        </p>
      </section>
      {!told && (
        <section aria-labelledby="digest">
          <h2 id="digest">每天的清单发到邮箱</h2>
          <AccountDigest />
        </section>
      )}
      <section aria-labelledby="programs">
        <h2 id="programs">给程序用的令牌</h2>
        <p>
          程序不用密码，用令牌；每个令牌写明能做什么、用到哪天。<Link to="/desk/account/tokens">建立或停用令牌</Link>
        </p>
      </section>
      {!told && (
        <section aria-labelledby="password">
          <h2 id="password">密码</h2>
          <Password account={account.data} told={false} />
        </section>
      )}
      {(provider || account.data.bindings.length > 0) && (
        <section aria-labelledby="vouchers">
          <h2 id="vouchers">其他登录方式</h2>
          <Vouchers account={account.data} provider={provider} />
        </section>
      )}
      <section aria-labelledby="journal">
        <h2 id="journal">账号的变动</h2>
        <Journal items={account.data.journal} />
      </section>
    </div>
  );
}
