-- Alerts: what was said about a limit, to whom, when, and who has taken note.
create schema if not exists alerts;
grant usage on schema alerts to maple_app, maple_job, maple_verifier;

create table alerts.alert (
    id              uuid primary key,
    matter          uuid not null,
    deadline_no     int not null,
    kind            text not null check (kind in ('DUE_SOON', 'OVERDUE', 'ESCALATED', 'UNUSUAL_LOOKS')),
    -- 0 for the office itself, then one more for each step up the area tree
    level           int not null,
    -- whom it addresses, as a unit of reach; `desk` in addition, where the matter lies on the desk of a post
    unit            text not null,
    desk            text,
    domain          text not null,
    limit_title     text not null,
    due_at          timestamptz not null,
    -- false while the calendar of a year is missing and the end is only a lower bound
    settled         boolean not null,
    raised_at       timestamptz not null,
    -- since when another office has the matter, which was told itself
    moved_at        timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    acknowledger    text,
    -- whose doing it is, where it is about somebody's
    about           text,
    check ((acknowledged_at is null) = (acknowledged_by is null))
);
-- none twice; a limit put off has another end and begins anew, and so does an office that gets the matter back
create unique index alert_once on alerts.alert (matter, deadline_no, due_at, kind, level, unit)
    where moved_at is null;
create index alert_unit on alerts.alert (unit, domain, id);
create index alert_desk on alerts.alert (desk, domain, id) where desk is not null;
create index alert_unit_open on alerts.alert (unit, domain, id)
    where acknowledged_at is null and moved_at is null;
create index alert_desk_open on alerts.alert (desk, domain, id)
    where desk is not null and acknowledged_at is null and moved_at is null;

create index alert_about on alerts.alert (about, raised_at) where about is not null;

alter table alerts.alert enable row level security;
alter table alerts.alert force row level security;
-- for those it addresses, as long as they may see the matter
create policy addressed on alerts.alert to maple_app
    using (((unit || '|' || domain) = any ((select ground.scope())::text[])
            or (desk || '|' || domain) = any ((select ground.scope())::text[]))
           and exists (select from ground.reach r where r.matter = alert.matter))
    with check (ground.scope() is not null);
create policy jobs on alerts.alert to maple_job using (true) with check (true);
create policy verifier on alerts.alert for select to maple_verifier using (true);
grant select on alerts.alert to maple_app, maple_verifier;
grant update (acknowledged_at, acknowledged_by, acknowledger) on alerts.alert to maple_app;
grant select, insert, update on alerts.alert to maple_job;

-- What the checker could not do with a limit, and when it tries again: raise its alarm, or make the clock's own move.
create table alerts.retry (
    matter      uuid not null,
    deadline_no int not null,
    -- whether it was the clock's own move; else raising its alarm
    clock       boolean not null,
    -- false where the lifecycle refused, true where something is broken
    broken      boolean not null,
    -- what kind of failure it was; its words are in the program's log only
    failure     text not null,
    tries       int not null default 1,
    again_at    timestamptz not null,
    primary key (matter, deadline_no, clock)
);
create index retry_again on alerts.retry (again_at) where clock;
alter table alerts.retry enable row level security;
alter table alerts.retry force row level security;
create policy jobs on alerts.retry to maple_job using (true) with check (true);
create policy verifier on alerts.retry for select to maple_verifier using (true);
grant select, insert, update, delete on alerts.retry to maple_job;
grant select on alerts.retry to maple_verifier;

-- Tells the supervisors of an area that somebody looks at people's data unusually often: once an hour at most. The
-- program itself may not write alerts outside of its jobs.
create function alerts.unusual_looks(asked uuid, in_matter uuid, in_domain text, area text, who text, words text)
    returns void language sql security definer set search_path = '' as $$
    insert into alerts.alert (id, matter, deadline_no, kind, level, unit, domain, limit_title, due_at, settled,
                              raised_at, about)
    select asked, in_matter, 0, 'UNUSUAL_LOOKS', 0, 's:' || area, in_domain, words, m.at, true, m.at, who
      from (select ground.moment() as at) m
     where not exists (select from alerts.alert a
                        where a.about = who and a.raised_at > m.at - interval '1 hour')
$$;
revoke execute on function alerts.unusual_looks(uuid, uuid, text, text, text, text) from public;
grant execute on function alerts.unusual_looks(uuid, uuid, text, text, text, text) to maple_app;
do $$ begin
    execute format('create policy definer on alerts.alert to %I using (true) with check (true)', current_user);
end $$;

-- The sign of life of the checker, whichever process it runs in.
create table alerts.heartbeat (
    one        boolean primary key default true check (one),
    swept_at   timestamptz,
    -- the earliest alarm that was still to be raised when the sweep had ended
    next_alarm timestamptz,
    raised     bigint not null default 0
);
insert into alerts.heartbeat default values;
alter table alerts.heartbeat enable row level security;
alter table alerts.heartbeat force row level security;
create policy jobs on alerts.heartbeat to maple_job using (true) with check (true);
create policy verifier on alerts.heartbeat for select to maple_verifier using (true);
grant select, update on alerts.heartbeat to maple_job;
grant select on alerts.heartbeat to maple_verifier;
