-- Stats: what was counted, until when; targets and honours from papers.
create schema if not exists stats;
grant usage on schema stats to maple_app, maple_job, maple_verifier;

-- The matters that count as ours: of no sealed domain, counted once after merging, not withdrawn as imported by
-- mistake (those ended without a move of their own), not brought in when they were over already.
create view stats.ours with (security_invoker = true) as
    select m.id, m.scene, m.stage, m.open, m.area, m.level, m.agency, m.category, m.source, m.returns,
           coalesce(m.reopened, 0) as reopened, m.opened_at, m.closed_at,
           (m.opened_at at time zone 'Asia/Shanghai')::date as opened_day,
           (m.closed_at at time zone 'Asia/Shanghai')::date as closed_day
      from matters.matter m
     where m.domain = 'general'
       and m.merged_into is null
       and not (m.batch is not null and not m.open
                and (m.stage_since < m.closed_at or m.closed_at <= m.opened_at));
grant select on stats.ours to maple_app, maple_job, maple_verifier;

-- Sums, by day and by month. No row names a matter or a person.
create table stats.counted (
    metric      text not null,
    span        text not null check (span in ('DAY', 'MONTH')),
    -- of a month, its first
    day         date not null,
    area        text not null,
    -- zero where no office has it
    agency      uuid not null,
    -- empty where it has none
    category    text not null,
    numerator   numeric not null,
    denominator numeric not null,
    matters     bigint not null,
    primary key (metric, span, day, area, agency, category)
);
alter table stats.counted enable row level security;
alter table stats.counted force row level security;
create policy officers on stats.counted for select to maple_app using (ground.scope() is not null);
create policy jobs on stats.counted to maple_job using (true) with check (true);
create policy verifier on stats.counted for select to maple_verifier using (true);
grant select on stats.counted to maple_app, maple_verifier;
grant select, insert, update, delete on stats.counted to maple_job;

create table stats.state (
    one     boolean primary key default true check (one),
    cut_off timestamptz
);
insert into stats.state default values;
alter table stats.state enable row level security;
alter table stats.state force row level security;
create policy officers on stats.state for select to maple_app using (ground.scope() is not null);
create policy jobs on stats.state to maple_job using (true) with check (true);
create policy verifier on stats.state for select to maple_verifier using (true);
grant select on stats.state to maple_app, maple_verifier;
grant select, update on stats.state to maple_job;

-- Matters of people who come again and again. `series` says which belong together, and nothing of whom they are about.
create table stats.recurring (
    metric text not null,
    series int not null,
    about  uuid not null,
    area   text not null,
    primary key (metric, series, about)
);
call ground.wall('stats.recurring', 'about');
revoke insert, update on stats.recurring from maple_app;

-- What somebody has set as the goal of a year. Never a computed figure.
create table stats.target (
    id           uuid primary key,
    metric       text not null,
    area         text not null,
    year         int not null check (year between 2000 and 2200),
    value        numeric(14, 2) not null,
    source       text not null check (source <> ''),
    entered_by   uuid not null,
    entered_name text not null,
    entered_at   timestamptz not null,
    unique (metric, area, year)
);

-- Honours as their papers say; no points are given for any.
create table stats.honour (
    id           uuid primary key,
    area         text not null,
    holder       text not null check (holder <> ''),
    title        text not null check (title <> ''),
    given_by     text not null check (given_by <> ''),
    day          date not null,
    paper        text,
    entered_by   uuid not null,
    entered_name text not null,
    entered_at   timestamptz not null,
    unique (area, holder, title, day)
);
create index honour_day on stats.honour (day desc, id);
do $$
declare
    kept text;
begin
    foreach kept in array array['target', 'honour'] loop
        execute format('alter table stats.%I enable row level security', kept);
        execute format('alter table stats.%I force row level security', kept);
        execute format('create policy officers on stats.%I to maple_app
                        using (ground.scope() is not null) with check (ground.scope() is not null)', kept);
        execute format('create policy jobs on stats.%I to maple_job using (true) with check (true)', kept);
        execute format('create policy verifier on stats.%I for select to maple_verifier using (true)', kept);
        execute format('grant select, insert, delete on stats.%I to maple_app', kept);
        execute format('grant select on stats.%I to maple_job, maple_verifier', kept);
    end loop;
end $$;
