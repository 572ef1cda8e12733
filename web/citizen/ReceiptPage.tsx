import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState, type FormEvent } from 'react';
import { useLocation } from 'react-router';
import { Icon } from '../kit/Icon';
import { usePublicScreen } from '../kit/look';
import { PhoneFrame } from '../kit/PhoneFrame';
import { fetchLogKeys, fetchReceipt } from '../kit/receiptQueries';
import { Refusal } from '../kit/Refusal';
import { checkReceipt, type Verdict } from '../kit/proof/check';
import { z } from '../kit/proof/shape';
import { Loading } from '../kit/States';
import { Shape } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { Receipt } from '../kit/wire';
import { VerdictView } from './VerdictView';

const MOST_BYTES = 2_000_000;

/** The published part, asked again every few seconds while the entry waits for its place in the log. */
function useVerdict(code: string, kept: Receipt | null) {
  const published = useQuery({
    queryKey: ['receipt', code],
    enabled: code !== '',
    queryFn: () => fetchReceipt(code),
    refetchInterval: (query) => (query.state.data && !query.state.data.leaf ? 5000 : false),
  });
  const keys = useQuery({ queryKey: ['log-keys'], enabled: code !== '', queryFn: fetchLogKeys });
  const result = useMemo((): { verdict: Verdict; seconds: number } | null => {
    if (!published.data || !keys.data) return null;
    const start = performance.now();
    const verdict = checkReceipt({ ...(kept ? { kept } : {}), published: published.data, keys: keys.data.items });
    return { verdict, seconds: (performance.now() - start) / 1000 };
  }, [published.data, keys.data, kept]);
  return { result, error: published.error ?? keys.error };
}

function Ask({
  onCode,
  onFile,
  fault,
  refused,
}: {
  onCode: (code: string) => void;
  onFile: (file: File) => void;
  fault: string;
  refused: unknown;
}) {
  const shared = usePublicScreen();
  const [code, setCode] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCode(code.trim());
  };
  return (
    <>
      <h1>核一核，有没有被改过</h1>
      <p className="ask">
        <Icon name="info" />
        <span>在您这台机器里算，不用信我们说的。回执文件不会传出去。</span>
      </p>
      {!!refused && <Refusal reason={refused} />}
      {fault && (
        <div className="fault" role="alert" id="receipt-fault" style={{ marginBottom: 14 }}>
          <Shape tone="red" />
          <span>{fault}</span>
        </div>
      )}
      {!shared && (
        <>
          <button type="button" className="btn primary" style={{ width: '100%' }} onClick={() => file.current?.click()}>
            打开存下的回执文件
          </button>
          <input
            ref={file}
            id="receipt-file"
            type="file"
            accept="application/json,.json"
            hidden
            aria-label="回执文件"
            onChange={(event) => {
              const one = event.target.files?.[0];
              if (one) onFile(one);
              event.target.value = '';
            }}
          />
        </>
      )}
      <form onSubmit={submit} style={{ marginTop: 28 }}>
        <div className="field">
          <label className="label" htmlFor="receipt-code">
            {shared ? '回执号' : '或者只写回执号'}
          </label>
          <small className="why">
            {shared
              ? '能核记录在不在总账里；核原话要用回执文件，请在自己的手机上核。'
              : '只用号，能核记录在不在总账里；核原话要用文件。'}
          </small>
          <input
            id="receipt-code"
            className="in mono"
            value={code}
            autoComplete="off"
            aria-describedby={fault ? 'receipt-fault' : undefined}
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
        <button className="btn" style={{ width: '100%' }}>
          核验
        </button>
      </form>
    </>
  );
}

function Raw({ kept }: { kept: Receipt }) {
  const rows: [string, string][] = [
    ['您的原话（规范文本）', kept.body],
    ['记录信封', kept.envelope],
    ['承诺', kept.promise],
    ['签名', kept.signature],
  ];
  return (
    <details style={{ marginTop: 18 }}>
      <summary>看回执原文</summary>
      {rows.map(([word, text]) => (
        <div key={word}>
          <h3 style={{ margin: '10px 0 4px' }}>{word}</h3>
          <pre className="raw" tabIndex={0}>
            {text}
          </pre>
        </div>
      ))}
    </details>
  );
}

/** Anybody may check; nothing of the file leaves the device. */
export function ReceiptPage() {
  useTitle('核验回执');
  const given = useLocation().state as { code?: string; receipt?: Receipt } | null;
  const [kept, setKept] = useState<Receipt | null>(given?.receipt ?? null);
  const [code, setCode] = useState(given?.receipt?.receiptCode ?? given?.code ?? '');
  const [fault, setFault] = useState('');
  const { result, error } = useVerdict(code, kept);
  const start = (next: string, receipt: Receipt | null) => {
    setFault(next ? '' : '还没写回执号');
    setKept(receipt);
    setCode(next);
  };
  const open = async (file: File) => {
    const receipt = file.size > MOST_BYTES ? null : z.receipt(await file.text());
    if (receipt) start(receipt.receiptCode, receipt);
    else setFault(`“${file.name}”不是枫桥的回执文件。请选提交后存下的那个，名字像“枫桥回执-….json”。`);
  };
  const reset = () => {
    setCode('');
    setKept(null);
    setFault('');
  };
  const asking = code === '' || !!error;
  return (
    <PhoneFrame
      name="核验回执"
      {...(asking ? { back: '/' } : { onBack: reset })}
      footer={
        asking ? undefined : (
          <>
            <button type="button" className="btn" onClick={() => window.print()}>
              <Icon name="print" />
              打印
            </button>
            <button type="button" className="btn primary grow" onClick={reset}>
              核验另一张
            </button>
          </>
        )
      }
    >
      {asking && (
        <Ask
          onCode={(next) => start(next, null)}
          onFile={(file) => void open(file)}
          fault={fault}
          refused={code ? error : null}
        />
      )}
      {!asking && !result && (
        <>
          <h1>正在核验</h1>
          <Loading what="公开的记录" />
        </>
      )}
      {!asking && result && <VerdictView verdict={result.verdict} seconds={result.seconds} whole={!!kept} />}
      {!asking && kept && <Raw kept={kept} />}
    </PhoneFrame>
  );
}
