-- Rolls: mediators, committees, studios, guides, stationings, as of any day. Nothing here is overwritten: a change ends
-- one version and begins another.
create schema if not exists rolls;
grant usage on schema rolls to maple_app, maple_job, maple_verifier;

create table rolls.entry (
    id           uuid primary key,
    -- what stays the same through all versions
    line         uuid not null,
    roll         text not null,
    -- the line it is a part of, such as the committee of a member
    parent       uuid,
    area         text not null,
    name         text not null check (char_length(name) between 1 and 200),
    -- the member of staff it is about, where it is about one who has an account
    person       uuid,
    facts        jsonb not null,
    -- both days count
    first_day    date not null,
    last_day     date,
    -- entered by mistake: it stays and has never counted
    withdrawn    boolean not null default false,
    entered_by   uuid not null,
    entered_name text not null,
    entered_at   timestamptz not null,
    check (last_day >= first_day)
);
create index entry_line on rolls.entry (line, first_day);
create index entry_parent on rolls.entry (parent, roll, first_day) where parent is not null;
create index entry_listed on rolls.entry (roll, name, line) where not withdrawn;
create index entry_area on rolls.entry (roll, area text_pattern_ops) where not withdrawn;
create index entry_person on rolls.entry (person) where person is not null and not withdrawn;
-- one version of a line at a time
alter table rolls.entry add constraint entry_one_version
    exclude using gist (line with =, daterange(first_day, last_day, '[]') with &&) where (not withdrawn);

-- Who changed what. Never changed itself.
create table rolls.change (
    id      uuid primary key,
    line    uuid not null,
    deed    text not null check (deed in ('BEGIN', 'CHANGE', 'END', 'WITHDRAW')),
    words   text not null,
    reason  text not null,
    by      uuid not null,
    by_name text not null,
    at      timestamptz not null
);
create index change_line on rolls.change (line, id);

do $$
declare
    kept text;
begin
    foreach kept in array array['entry', 'change'] loop
        execute format('alter table rolls.%I enable row level security', kept);
        execute format('alter table rolls.%I force row level security', kept);
        -- who mediates where is no secret among officers
        execute format('create policy officers on rolls.%I for select to maple_app
                        using (ground.scope() is not null)', kept);
        -- written by the desk alone, which knows whose area it is
        execute format('create policy jobs on rolls.%I to maple_job using (true) with check (true)', kept);
        execute format('create policy verifier on rolls.%I for select to maple_verifier using (true)', kept);
        execute format('grant select on rolls.%I to maple_app, maple_job, maple_verifier', kept);
        execute format('grant insert on rolls.%I to maple_job', kept);
    end loop;
end $$;
grant update (last_day, withdrawn) on rolls.entry to maple_job;

-- Which mediation a guide has guided, and at which stationing a matter is mediated: facts of the matter.
create table rolls.guidance (
    matter uuid not null,
    no     int not null,
    guide  uuid not null,
    name   text not null,
    kind   text not null,
    day    date not null,
    way    text not null,
    words  text not null,
    primary key (matter, no)
);
create index guidance_guide on rolls.guidance (guide, day);
call ground.wall('rolls.guidance');

create table rolls.stationed (
    matter     uuid primary key,
    -- empty where it was taken back
    stationing uuid,
    name       text not null,
    kind       text not null
);
create index stationed_at on rolls.stationed (stationing) where stationing is not null;
call ground.wall('rolls.stationed');
