-- Says of each matter whether an import brought it in while it was still open: it was not received here, whatever its
-- source column claims. The made-up disputes of a demo folder are known by a batch of their own and are no import.
create or replace view stats.ours with (security_invoker = true) as
    select m.id, m.scene, m.stage, m.open, m.area, m.level, m.agency, m.category, m.source, m.returns,
           coalesce(m.reopened, 0) as reopened, m.opened_at, m.closed_at,
           (m.opened_at at time zone 'Asia/Shanghai')::date as opened_day,
           (m.closed_at at time zone 'Asia/Shanghai')::date as closed_day,
           nullif(m.batch, '00000000-0000-4000-8000-00000000de00') as batch
      from matters.matter m
     where m.domain = 'general'
       and m.merged_into is null
       and not (m.batch is not null and not m.open
                and (m.stage_since < m.closed_at or m.closed_at <= m.opened_at));
