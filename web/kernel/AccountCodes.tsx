import { QRCode } from 'antd';
import { useState, type FormEvent } from 'react';
import { call } from '../kit/api';
import { dayLong, dayOf } from '../kit/days';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import type { OwnAccount } from '../kit/wire';
import { Entry } from './Entry';
import { ProvenForm, type Proven } from './ProvenForm';
import { useDeed } from './useDeed';

type Doing = 'begin' | 'recovery' | 'off';

const WORDS: Record<Doing, { title: string; button: string }> = {
  begin: { title: '开通动态口令', button: '下一步' },
  recovery: { title: '换一组恢复码', button: '换一组' },
  off: { title: '关闭动态口令', button: '关闭' },
};

function Scan({ begun, onDone }: { begun: { secret: string; uri: string }; onDone: (codes: string[]) => void }) {
  const [otp, setOtp] = useState('');
  const { busy, refused, run, fault } = useDeed();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const { codes } = await call('post', '/api/account/otp/confirm', { body: { otp } });
      onDone(codes);
      await client.invalidateQueries();
    });
  };
  return (
    <form onSubmit={submit} className="form" aria-label="扫码并确认">
      <p>用手机上的验证器 App 扫这个码，再把 App 显示的 6 位数字填进来。填对了才算开通。</p>
      <div className="qr">
        <QRCode
          type="svg"
          bordered={false}
          value={begun.uri}
          size={208}
          color="#000000"
          bgColor="#ffffff"
          aria-label="动态口令二维码"
        />
      </div>
      <p className="meta">
        扫不了就手工输入密钥：<code data-secret>{begun.secret}</code>
      </p>
      {!!refused && <Refusal reason={refused} />}
      <Entry
        id="first-otp"
        title="App 显示的 6 位数字"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={otp}
        fault={fault('otp')}
        onChange={setOtp}
      />
      <div className="acts">
        <button className="btn primary" disabled={busy}>
          确认开通
        </button>
      </div>
    </form>
  );
}

function Codes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  return (
    <section aria-labelledby="recovery">
      <h3 id="recovery">十个恢复码，只显示这一次</h3>
      <p>抄下来或打印，放在手机以外的地方。手机丢了，用其中一个代替动态口令登录；每个只能用一次。</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="acts">
        <button type="button" className="btn" onClick={() => print()}>
          打印
        </button>
        <button type="button" className="btn primary" onClick={onKept}>
          已经保存好
        </button>
      </div>
    </section>
  );
}

/** One-time codes: turned on with a picture, off with a code; recovery codes shown once. */
export function AccountCodes({ account }: { account: OwnAccount }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const [begun, setBegun] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const coded = !!account.codesSince;
  const proven = async (proof: Proven) => {
    if (doing === 'begin') setBegun(await call('post', '/api/account/otp', { body: proof }));
    if (doing === 'recovery') setCodes((await call('post', '/api/account/otp/recovery', { body: proof })).codes);
    if (doing === 'off') await call('post', '/api/account/otp/off', { body: proof });
    setDoing(null);
    await client.invalidateQueries();
  };
  if (codes) return <Codes codes={codes} onKept={() => setCodes(null)} />;
  if (begun && !coded) {
    return (
      <Scan
        begun={begun}
        onDone={(fresh) => {
          setBegun(null);
          setCodes(fresh);
        }}
      />
    );
  }
  if (doing) {
    return (
      <ProvenForm
        id="codes"
        {...WORDS[doing]}
        primary
        coded={coded}
        onProven={proven}
        onCancel={() => setDoing(null)}
      />
    );
  }
  if (!coded) {
    return (
      <>
        <p>还没有开通。开通后，登录除了密码还要手机上的 6 位数字，别人知道密码也进不来。</p>
        {account.codesBy && <p>按本地要求，最迟 {dayLong(account.codesBy)} 要开通。</p>}
        <div className="acts">
          <button type="button" className="btn primary" onClick={() => setDoing('begin')}>
            开通
          </button>
        </div>
      </>
    );
  }
  return (
    <>
      <p>
        {dayLong(dayOf(account.codesSince ?? ''))} 开通，恢复码还剩 {account.recoveryLeft} 个。
      </p>
      <div className="acts">
        <button type="button" className="btn" onClick={() => setDoing('recovery')}>
          换一组恢复码
        </button>
        <button type="button" className="btn" onClick={() => setDoing('off')}>
          关闭
        </button>
      </div>
    </>
  );
}
