-- What was received here and merged into something that an import had brought in would be counted nowhere: the one is
-- merged, the other imported. What remains of both counts as received here, since the first of those that were, and
-- through the channel that one came by. The area, the office and the end are those of the one that goes on.
create index if not exists matter_merged on matters.matter (merged_into) where merged_into is not null;

create view stats.received_before with (security_invoker = true) as
    with recursive up as (
        select o.id, o.opened_at, o.source, o.merged_into as top
          from matters.matter o
         where o.merged_into is not null
           and coalesce(o.batch, '00000000-0000-4000-8000-00000000de00') = '00000000-0000-4000-8000-00000000de00'
        union
        select u.id, u.opened_at, u.source, o.merged_into
          from up u
          join matters.matter o on o.id = u.top and o.merged_into is not null)
    select distinct on (t.id) t.id, u.opened_at, u.source
      from up u
      join matters.matter t on t.id = u.top and t.merged_into is null
       and t.batch <> '00000000-0000-4000-8000-00000000de00'
     order by t.id, u.opened_at, u.id;
grant select on stats.received_before to maple_app, maple_job, maple_verifier;

create or replace view stats.ours with (security_invoker = true) as
    select m.id, m.scene, m.stage, m.open, m.area, m.level, m.agency, m.category,
           case when b.id is null then m.source else b.source end as source, m.returns,
           coalesce(m.reopened, 0) as reopened, coalesce(b.opened_at, m.opened_at) as opened_at, m.closed_at,
           (coalesce(b.opened_at, m.opened_at) at time zone 'Asia/Shanghai')::date as opened_day,
           (m.closed_at at time zone 'Asia/Shanghai')::date as closed_day,
           case when b.id is null then nullif(m.batch, '00000000-0000-4000-8000-00000000de00') end as batch
      from matters.matter m
      left join stats.received_before b on b.id = m.id
     where m.domain = 'general'
       and m.merged_into is null
       and not (m.batch is not null and not m.open
                and (m.stage_since < m.closed_at or m.closed_at <= m.opened_at));
