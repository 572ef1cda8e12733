-- Matters: their present state, limits, parties, links. What happened is in the trail; this is what it comes to.
create schema if not exists matters;
grant usage on schema matters to maple_app, maple_job, maple_verifier;

create table matters.matter (
    id           uuid primary key,
    scene        text not null,
    life         int not null,
    domain       text not null,
    stage        text not null,
    stage_since  timestamptz not null,
    open         boolean not null,
    closed_at    timestamptz,
    area         text not null,
    level        text not null,
    agency       uuid,
    post         uuid,
    code         text not null,
    title        text not null,
    category     text,
    colour       text,
    parties      text,
    occurred_at  timestamptz not null,
    opened_at    timestamptz not null,
    source       text,
    batch        uuid,
    parent       uuid,
    returns      int not null,
    suspended_at timestamptz,
    merged_into  uuid,
    due          timestamptz,
    version      int not null,
    head         bytea not null,
    recorded_at  timestamptz not null
) partition by range (id);
call ground.partition_by_year('matters.matter', 2026, 2028);
create index matter_batch on matters.matter (batch) where batch is not null;
call ground.wall('matters.matter', 'id');

create table matters.deadline (
    matter     uuid not null,
    no         int not null,
    parameter  text not null,
    edition    text not null,
    level      text,
    term       text not null,
    from_at    timestamptz not null,
    due        timestamptz not null,
    last_day   date not null,
    settled    boolean not null,
    calendar   text not null,
    state      text not null,
    ended_at   timestamptz,
    pauses     jsonb not null,
    extension  text,
    holder     uuid,
    -- the alarms' own: when the next one is to be raised; not part of what the trail proves
    alarm_at   timestamptz,
    alarm_step int not null default 0,
    primary key (matter, no)
);
-- what the checker asks: the oldest first, whoever it belongs to
create index deadline_alarm on matters.deadline (alarm_at, matter, no) where alarm_at is not null;
-- what a newly entered notice settles
create index deadline_awaiting on matters.deadline (calendar) where not settled and state in ('RUNNING', 'SUSPENDED');
call ground.wall('matters.deadline');

create table matters.party (
    matter  uuid not null,
    no      int not null,
    role    text not null,
    persona uuid not null,
    shown   text not null,
    primary key (matter, no)
);
call ground.wall('matters.party');

create table matters.link (
    matter   uuid not null,
    no       int not null,
    kind     text not null,
    other    uuid not null,
    blocking boolean not null,
    primary key (matter, no)
);
create index link_other on matters.link (other);
call ground.wall('matters.link');

-- The small registry of progress codes, unpartitioned. `digits` is a keyed digest of the last digits of the phone.
create table matters.code (
    code   text primary key,
    matter uuid not null unique,
    digits bytea not null
);
call ground.wall('matters.code');

do $$ begin
    execute format('create policy definer on matters.code for select to %I using (true)', current_user);
    execute format('create policy definer on matters.link for select to %I using (true)', current_user);
    execute format('create policy definer on matters.matter for select to %I using (true)', current_user);
    execute format('create policy definer on matters.party for select to %I using (true)', current_user);
end $$;

-- How many matters that block this one's end are open. Counts also what the asker may not see: a sealed child blocks.
create function matters.open_children(parent uuid) returns int
    language sql stable security definer set search_path = '' as $$
    select count(*)::int
      from matters.link l
      join matters.matter c on c.id = l.other
     where l.matter = open_children.parent and l.kind = 'CHILD' and l.blocking and c.open
$$;

-- The door for people without an account: a code and the digits open one matter, as one of its parties.
create function matters.by_code(asked text, asked_digits bytea)
    returns table (matter uuid, persona uuid, domain text)
    language sql stable security definer set search_path = '' as $$
    select c.matter, p.persona, m.domain
      from matters.code c
      join matters.matter m on m.id = c.matter
      join matters.party p on p.matter = c.matter and p.no = 1
     where c.code = asked and c.digits = asked_digits
$$;
