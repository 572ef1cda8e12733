-- What makes limits be computed again, and how far that has come. A job works through the matters in order of their
-- id; broken off, it goes on after `cursor`.
create table matters.recount (
    id         uuid primary key,
    cause      text not null check (cause <> ''),
    -- limits that end before this day can't change
    ends_from  date not null,
    -- the versions of a number that was corrected; empty where a notice is the cause
    editions   text[] not null,
    entered_by uuid not null,
    key        text not null,
    body_hash  bytea not null,
    started_at timestamptz not null,
    cursor     uuid not null default '00000000-0000-0000-0000-000000000000',
    looked     int not null default 0,
    moved      int not null default 0,
    waiting    int not null default 0,
    done_at    timestamptz,
    unique (entered_by, key)
);
create index recount_open on matters.recount (started_at) where done_at is null;
alter table matters.recount enable row level security;
alter table matters.recount force row level security;
-- Public by nature: published papers and numbers of the house, and counts; no row concerns a person or a matter.
create policy everyone on matters.recount using (true) with check (true);
grant select on matters.recount to maple_app, maple_job, maple_verifier;
grant insert on matters.recount to maple_app, maple_job;
grant update on matters.recount to maple_job;
