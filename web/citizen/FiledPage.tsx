import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { usePublicScreen } from '../kit/look';
import { OfficePhone } from '../kit/OfficePhone';
import { PhoneFrame } from '../kit/PhoneFrame';
import { ReceiptPaper } from '../kit/ReceiptPaper';
import { useTitle } from '../kit/title';
import type { Filed } from '../kit/wire';

/** It was heard: the code, the receipt, and what happens next in plain words. */
export function FiledPage({ filed }: { filed: Filed }) {
  useTitle('收到了');
  const shared = usePublicScreen();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { matter, receipt } = filed;
  return (
    <PhoneFrame name="收到了" back="/">
      <h1 tabIndex={-1} ref={heading}>
        收到了，已经记下
      </h1>
      <p>
        {shared
          ? '请抄下查询码，或者打印出来带走。走之前按“办完清屏”，别人就看不到了。'
          : '请记住查询码，或者存下回执。这台机器上写的草稿已经清掉了。'}
      </p>
      <ReceiptPaper receipt={receipt} code={matter.code} digits={filed.digits} />
      <h2>接下来</h2>
      <ul className="happened">
        <li>
          <b>{matter.office ? `${matter.office.name}先看` : '先派给离您最近的单位'}</b>
          <small>
            现在是“{matter.stageTitle}”，编号 {matter.code}
          </small>
        </li>
        <li>
          <b>有人接手后会联系您</b>
          <small>您不用催，查进度就能看到是谁在办、到哪天</small>
        </li>
        <li>
          <b>一分钟内排进公开总账</b>
          <small>之后用回执可以核对，有没有被改过</small>
        </li>
      </ul>
      {matter.office && (
        <div style={{ marginTop: 12 }}>
          <OfficePhone office={matter.office} />
        </div>
      )}
      <div className="acts noprint">
        <Link className="btn primary" to="/progress" state={{ code: matter.code }}>
          查进度
        </Link>
        <Link className="btn" to="/receipt" state={{ receipt }}>
          核验回执
        </Link>
      </div>
    </PhoneFrame>
  );
}
