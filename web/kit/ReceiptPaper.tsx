import { clockOf, dayLong, dayOf } from './days';
import { Icon } from './Icon';
import { usePublicScreen } from './look';
import type { Receipt } from './wire';

export function saveReceipt(receipt: Receipt): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = `枫桥回执-${receipt.receiptCode}.json`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function shareReceipt(receipt: Receipt, code: string): Promise<void> {
  const text = `枫桥查询码 ${code}，回执号 ${receipt.receiptCode}`;
  // Whoever closes the sharing sheet has decided so; that is no fault.
  await navigator.share({ title: '枫桥回执', text }).catch(() => undefined);
}

interface Kept {
  receipt?: Receipt | undefined;
  code: string;
  digits?: string | null | undefined;
}

/** What the person keeps: the code to ask with, and the receipt that proves it was said. */
export function ReceiptPaper({ receipt, code, digits }: Kept) {
  return (
    <section className="paper" aria-label="查询码和回执">
      <p className="meta">查询码，查进度时用</p>
      <strong className="bigcode">{code}</strong>
      <p>
        {digits
          ? `查进度时的四位数：${digits}（留了手机的，就是手机号后四位）`
          : '查进度时的四位数，是留的手机号后四位'}
      </p>
      {receipt && <Receipted receipt={receipt} code={code} />}
    </section>
  );
}

function Receipted({ receipt, code }: { receipt: Receipt; code: string }) {
  const shared = usePublicScreen();
  const mayShare = !shared && typeof navigator !== 'undefined' && typeof navigator.share === 'function';
  return (
    <>
      <dl className="kv">
        <div>
          <dt>回执号</dt>
          <dd className="mono">{receipt.receiptCode}</dd>
        </div>
        <div>
          <dt>收到</dt>
          <dd>
            {dayLong(dayOf(receipt.issuedAt))} {clockOf(receipt.issuedAt)}
          </dd>
        </div>
      </dl>
      <div className="acts noprint">
        {!shared && (
          <button type="button" className="btn" onClick={() => saveReceipt(receipt)}>
            <Icon name="down" />
            存下回执
          </button>
        )}
        <button type="button" className="btn" onClick={() => window.print()}>
          <Icon name="print" />
          打印
        </button>
        {mayShare && (
          <button type="button" className="btn" onClick={() => void shareReceipt(receipt, code)}>
            <Icon name="share" />
            分享
          </button>
        )}
      </div>
      <p className="meta" style={{ marginTop: 10 }}>
        回执能让任何人核对：这些话是什么时候收到的，后来有没有被改过。
      </p>
    </>
  );
}
