-- Samples: what was ordered, from what it was drawn, and in which order. Holds ids of matters, nothing of them.
create schema if not exists sampling;
grant usage on schema sampling to maple_app, maple_job, maple_verifier;

create table sampling.plan (
    id         uuid primary key,
    kind       text not null check (kind in ('REVIEW', 'CALL_BACK')),
    title      text not null,
    purpose    text not null,
    scene      text not null,
    area       text not null,
    stage      text,
    from_day   date not null,
    until_day  date not null check (until_day >= from_day),
    -- one of the two: how many of a hundred, or how many
    share      numeric(5, 4) check (share > 0 and share <= 1),
    number     int check (number > 0),
    ordered_by text not null,
    orderer    text not null,
    agency     uuid,
    ordered_at timestamptz not null,
    key        text not null,
    -- what is hashed with the root: nothing of a plan changes after it was ordered
    text       text not null,
    -- the first checkpoint of the log after the order and after the last day
    log_size   bigint,
    root       bytea,
    seed       bytea,
    drawn_at   timestamptz,
    check ((share is null) <> (number is null)),
    unique (ordered_by, key)
);
create index plan_waiting on sampling.plan (until_day) where drawn_at is null;
create index plan_newest on sampling.plan (id desc);
alter table sampling.plan enable row level security;
alter table sampling.plan force row level security;
-- whoever oversees reviews in an area that covers the plan's, or in the office that ordered it
create policy overseers on sampling.plan to maple_app
    using (exists (select from unnest((select ground.scope())::text[]) unit
                    where unit = 'g:' || agency || '|reviews'
                       or (unit like 'a:%|reviews'
                           and starts_with(area || '.', substr(split_part(unit, '|', 1), 3) || '.'))))
    with check (ground.scope() is not null);
create policy jobs on sampling.plan to maple_job using (true) with check (true);
create policy verifier on sampling.plan for select to maple_verifier using (true);
grant select, insert on sampling.plan to maple_app;
grant select, insert, update on sampling.plan to maple_job;
grant select on sampling.plan to maple_verifier;

-- Everything a sample was drawn from. `place` is the order within the stratum; the first so many are drawn, and the
-- next one for each that is dropped.
create table sampling.member (
    plan      uuid not null references sampling.plan,
    about     uuid not null,
    stratum   uuid not null,
    place     int not null,
    drawn_at  timestamptz,
    handed_at timestamptz,
    dropped   text,
    primary key (plan, about)
);
create index member_order on sampling.member (plan, stratum, place);
create index member_open on sampling.member (plan) where drawn_at is not null and handed_at is null;
create index member_about on sampling.member (about) where drawn_at is not null;
alter table sampling.member enable row level security;
alter table sampling.member force row level security;
-- ids only: whoever sees the plan checks the draw, whether or not they see the matters; and whoever sees a matter may
-- know that it was drawn
create policy overseers on sampling.member to maple_app
    using (exists (select from sampling.plan p where p.id = plan)
        or drawn_at is not null and exists (select from ground.reach r where r.matter = about offset 0))
    with check (ground.scope() is not null);
create policy jobs on sampling.member to maple_job using (true) with check (true);
create policy verifier on sampling.member for select to maple_verifier using (true);
grant select on sampling.member to maple_app;
grant update (handed_at, dropped) on sampling.member to maple_app;
grant select, insert, update on sampling.member to maple_job;
grant select on sampling.member to maple_verifier;
