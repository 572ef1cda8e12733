import { useState, type FormEvent } from 'react';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { Radios } from '../kit/fields/choices';
import { client, useAbout } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import type { Bound } from '../kit/wire';
import { Entry } from './Entry';
import { useDeed } from './useDeed';

const KINDS = [
  { value: 'OIDC', title: '统一身份认证' },
  { value: 'CERTIFICATE', title: '证书或 UKey' },
];

function Bind({ account, onDone }: { account: string; onDone: (words: string) => void }) {
  const provider = useAbout().data?.provider;
  const [kind, setKind] = useState('OIDC');
  const [issuer, setIssuer] = useState('');
  const [subject, setSubject] = useState('');
  const [reason, setReason] = useState('');
  const { busy, refused, run, fault } = useDeed();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const body = { kind, subject, reason, ...(kind === 'OIDC' ? { issuer } : {}) };
      await call('post', '/api/accounts/{id}/bindings', { path: { id: account }, body });
      setIssuer('');
      setSubject('');
      setReason('');
      onDone('绑定好了，本人下次登录会看到。');
      await client.invalidateQueries();
    });
  };
  return (
    <form onSubmit={submit} className="form" aria-label="绑定一种登录方式">
      {!!refused && <Refusal reason={refused} />}
      <div className="field">
        <p className="label" id="bind-kind-label">
          绑定哪一种
        </p>
        <Radios id="bind-kind" labelledBy="bind-kind-label" options={KINDS} value={kind} onChange={setKind} />
      </div>
      {kind === 'OIDC' && (
        <Entry
          id="bind-issuer"
          title="认证服务的地址"
          why={`${provider ? `${provider}的` : ''}签发方地址，如 https://id.example.cn/realms/county`}
          autoComplete="off"
          value={issuer}
          fault={fault('issuer')}
          onChange={setIssuer}
        />
      )}
      <Entry
        id="bind-subject"
        title={kind === 'OIDC' ? '这个人在那里的编号' : '证书的指纹'}
        why={kind === 'OIDC' ? '认证服务给这个人的 sub，不是姓名也不是邮箱' : 'SHA-256，64 位十六进制，有没有冒号都行'}
        autoComplete="off"
        value={subject}
        fault={fault('subject')}
        onChange={setSubject}
      />
      <Entry
        id="bind-reason"
        title="为什么绑定"
        why="先确认是本人，例如：本人凭新领的 UKey 到场登记"
        autoComplete="off"
        value={reason}
        fault={fault('reason')}
        onChange={setReason}
      />
      <div className="acts">
        <button className="btn" disabled={busy}>
          绑定
        </button>
      </div>
    </form>
  );
}

function Unbind({ account, bound, onClose }: { account: string; bound: Bound; onClose: (words: string) => void }) {
  const [reason, setReason] = useState('');
  const { busy, refused, run, fault } = useDeed();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const { kind, issuer, subject } = bound;
      const body = { kind, subject, reason, ...(issuer ? { issuer } : {}) };
      await call('post', '/api/accounts/{id}/bindings/end', { path: { id: account }, body });
      onClose('解除了，再用它登不进来。');
      await client.invalidateQueries();
    });
  };
  return (
    <form onSubmit={submit} className="form" aria-label={`解除${bound.title}`}>
      {!!refused && <Refusal reason={refused} />}
      <Entry
        id="unbind-reason"
        title="为什么解除"
        why={`${bound.title}：${bound.subject}`}
        autoComplete="off"
        autoFocus
        value={reason}
        fault={fault('reason')}
        onChange={setReason}
      />
      <div className="acts">
        <button className="btn danger" disabled={busy}>
          解除绑定
        </button>
        <button type="button" className="btn" onClick={() => onClose('')}>
          先不
        </button>
      </div>
    </form>
  );
}

/** What else vouches for somebody's account, and how it comes and goes. */
export function StaffBindings({ account, bindings, own }: { account: string; bindings: Bound[]; own: boolean }) {
  const [ending, setEnding] = useState<Bound | null>(null);
  const [done, setDone] = useState('');
  return (
    <>
      <div role="status">{done && <p className="intact">{done}</p>}</div>
      {bindings.length === 0 && <p className="meta">没有绑定别的登录方式。</p>}
      {bindings.length > 0 && (
        <ul className="happened">
          {bindings.map((one) => (
            <li key={one.kind + one.issuer + one.subject}>
              {one.title}{' '}
              {!own && (
                <button
                  type="button"
                  className="btn quiet sm"
                  aria-label={`解除 ${one.title} ${one.subject}`}
                  onClick={() => {
                    setEnding(one);
                    setDone('');
                  }}
                >
                  解除
                </button>
              )}
              <small style={{ overflowWrap: 'anywhere' }}>
                {one.issuer && `${one.issuer}，`}
                {one.subject}，{momentWords(one.at)} 绑定
              </small>
            </li>
          ))}
        </ul>
      )}
      {ending && (
        <Unbind
          account={account}
          bound={ending}
          onClose={(words) => {
            setEnding(null);
            setDone(words);
          }}
        />
      )}
      {!own && !ending && <Bind account={account} onDone={setDone} />}
    </>
  );
}
