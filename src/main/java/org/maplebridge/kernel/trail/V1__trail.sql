-- The trail: chained entries, the keys of matters, the Merkle log, checkpoints, receipts, looks at sensitive data.
create schema if not exists trail;
grant usage on schema trail to maple_app, maple_job, maple_verifier;

create table trail.matter_key (
    matter  uuid primary key,
    wrapped bytea,
    master  text not null
);
call ground.wall('trail.matter_key');

-- The envelope in columns, the body sealed. `leaf` is filled by the sequencer alone.
create table trail.entry (
    matter      uuid not null,
    seq         int not null,
    scene       text not null,
    life        int not null,
    verb        text not null,
    stage       text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    actor       text not null,
    post        uuid,
    agency      uuid,
    behalf      text,
    body_type   text not null,
    body_hash   bytea not null,
    fact        bytea not null,
    refs        uuid[] not null,
    prev        bytea,
    hash        bytea not null,
    body_key    bytea,
    body        bytea,
    leaf        bigint,
    primary key (matter, seq)
) partition by range (matter);
call ground.partition_by_year('trail.entry', 2026, 2028);
-- the queue of the sequencer: only what it has not yet numbered
create index entry_queue on trail.entry (recorded_at, matter, seq) where leaf is null;
call ground.wall('trail.entry');
revoke update on trail.entry from maple_app, maple_job;
grant update (leaf) on trail.entry to maple_job;

-- Looks at sensitive data: apart from the matters' chains, since a look must not lock a matter.
create table trail.look (
    id      uuid primary key,
    at      timestamptz not null,
    actor   text not null,
    post    uuid,
    agency  uuid,
    matter  uuid not null,
    persona uuid not null,
    purpose text not null,
    note    text not null,
    fields  text[] not null,
    hash    bytea not null,
    leaf    bigint
) partition by range (id);
call ground.partition_by_year('trail.look', 2026, 2028);
create index look_matter on trail.look (matter, at);
create index look_actor on trail.look (actor, at);
create index look_queue on trail.look (at, id) where leaf is null;
call ground.wall('trail.look');
revoke update on trail.look from maple_app, maple_job;
do $$ begin
    -- for the function below
    execute format('create policy definer on trail.look for select to %I using (true)', current_user);
end $$;

-- How often somebody has looked, also where their reach has ended since. Tells a number only.
create function trail.looks_by(asked text, since timestamptz) returns int
    language sql stable security definer set search_path = '' as
$$ select count(*)::int from trail.look l where l.actor = asked and l.at > since $$;
grant update (leaf) on trail.look to maple_job;

-- Dense numbers over everything committed. Holds hashes and opaque ids only: public by nature, since anybody may
-- check a proof.
create table trail.leaf (
    no     bigint primary key,
    matter uuid not null,
    seq    int not null,
    hash   bytea not null
);
create index leaf_hash on trail.leaf (hash);
create unique index leaf_entry on trail.leaf (matter, seq);

-- Complete subtrees above the leaves (level 1 and up).
create table trail.node (
    level int not null,
    index bigint not null,
    hash  bytea not null,
    primary key (level, index)
);

create table trail.checkpoint (
    size      bigint primary key,
    root      bytea not null,
    at        timestamptz not null,
    body      text not null,
    signature bytea not null,
    key       text not null
);

create table trail.log_key (
    id         text primary key,
    algorithm  text not null,
    public_key text not null
);

do $$
declare
    part text;
begin
    foreach part in array array['trail.leaf', 'trail.node', 'trail.checkpoint', 'trail.log_key'] loop
        execute format('alter table %s enable row level security', part);
        execute format('alter table %s force row level security', part);
        -- public by nature: hashes and opaque ids, published so that anybody can check them
        execute format('create policy everyone on %s using (true) with check (true)', part);
        execute format('grant select on %s to maple_app, maple_job, maple_verifier', part);
        execute format('grant insert on %s to maple_job', part);
    end loop;
end $$;

create table trail.receipt (
    code      text primary key,
    matter    uuid not null,
    seq       int not null,
    entry     bytea not null,
    at        timestamptz not null,
    promise   text not null,
    signature bytea not null,
    key       text not null
);
create index receipt_matter on trail.receipt (matter);
call ground.wall('trail.receipt');
revoke update on trail.receipt from maple_app, maple_job;
do $$ begin
    -- for the function below, which opens hashes to whoever holds the code
    execute format('create policy definer on trail.receipt for select to %I using (true)', current_user);
end $$;

create function trail.receipt_by_code(asked text)
    returns table (code text, entry bytea, at timestamptz, promise text, signature bytea, key text)
    language sql stable security definer set search_path = '' as $$
    select r.code, r.entry, r.at, r.promise, r.signature, r.key from trail.receipt r where r.code = asked
$$;
