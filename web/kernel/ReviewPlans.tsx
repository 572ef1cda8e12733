import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { Empty, Failed, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import type { PlanRow } from '../kit/wire';
import { More } from '../kit/table/More';

function howMany(plan: PlanRow): string {
  const wanted = plan.percent ? `百分之 ${plan.percent}` : `${plan.number ?? 0} 件`;
  if (!plan.drawnAt) return `要抽${wanted}，等 ${plan.until} 过完、总账出新的根`;
  const dropped = plan.dropped ? `，换过 ${plan.dropped} 件` : '';
  return `${plan.population} 件里抽了 ${plan.drawn} 件（${wanted}）${dropped}`;
}

function Proof({ plan }: { plan: PlanRow }) {
  const proof = useQuery({
    queryKey: ['reviews', 'proof', plan.id],
    queryFn: ({ signal }) => call('get', '/api/reviews/plans/{id}/proof', { path: { id: plan.id }, signal }),
  });
  if (proof.isPending) return <Loading what="抽查的依据" />;
  if (proof.isError) return <Failed reason={proof.error} onRetry={() => void proof.refetch()} />;
  const all = proof.data;
  return (
    <div className="proof">
      <p className="meta">{all.how}</p>
      <p className="meta">计划原文：</p>
      <code className="hash">{all.text}</code>
      {all.seed ? (
        <>
          <p className="meta">总账第 {all.size} 号时的根：</p>
          <code className="hash">{all.root}</code>
          <p className="meta">种子：</p>
          <code className="hash">{all.seed}</code>
          <p className="meta">
            抽样总体 {all.files.length} 件，抽中的 {all.files.filter((file) => file.drawn).length} 件。
          </p>
        </>
      ) : (
        <p className="meta">还没有抽，种子还不存在。</p>
      )}
    </div>
  );
}

/** What was ordered, what was drawn, and how anybody computes it again. */
export function ReviewPlans() {
  const [open, setOpen] = useState('');
  const plans = useInfiniteQuery({
    queryKey: ['reviews', 'plans'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/reviews/plans', { query: { after: pageParam || undefined }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
  const rows = (plans.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <section aria-labelledby="plans" style={{ marginTop: 22 }}>
      <h2 id="plans">抽查计划</h2>
      {plans.isPending && <Loading what="抽查计划" rows={2} />}
      {plans.isError && <Failed reason={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.isSuccess && rows.length === 0 && <Empty title="还没有抽查计划">下达一次，或者等系统每月自动抽。</Empty>}
      <ul className="files">
        {rows.map((plan) => (
          <li className="file" key={plan.id}>
            <div className="what">
              <b>{plan.title}</b>
              <Status tone={plan.drawnAt ? 'green' : 'grey'}>{plan.drawnAt ? '已抽' : '等着抽'}</Status>
              <Status tone="blue">{plan.kindTitle}</Status>
            </div>
            <p>{howMany(plan)}</p>
            <p className="meta">
              {plan.areaName}，{plan.from} 至 {plan.until} 办结的；{plan.orderer} {momentWords(plan.orderedAt)} 下达：
              {plan.purpose}
            </p>
            <button
              type="button"
              className="btn sm"
              aria-expanded={open === plan.id}
              onClick={() => setOpen(open === plan.id ? '' : plan.id)}
            >
              怎么抽的
            </button>
            {open === plan.id && <Proof plan={plan} />}
          </li>
        ))}
      </ul>
      <More page={plans} what="抽查计划" />
    </section>
  );
}
