-- Imports: which file was read when, and what became of each line. The words of a line are in its matter only.
create schema if not exists imports;
grant usage on schema imports to maple_job, maple_verifier;

create table imports.batch (
    id         uuid primary key,
    source     text not null,
    scene      text not null,
    file       text not null,
    -- SM3 of the file's bytes: the same file goes on where it was broken off
    digest     bytea not null,
    started_by text not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    state      text not null check (state in ('RUNNING', 'DONE', 'UNDONE')),
    made       int not null default 0,
    known      int not null default 0,
    refused    int not null default 0,
    withdrawn  int not null default 0,
    check (state = 'RUNNING' or ended_at is not null)
);
create unique index batch_running on imports.batch (source, digest) where state = 'RUNNING';
create index batch_started on imports.batch (started_at desc);
alter table imports.batch enable row level security;
alter table imports.batch force row level security;
create policy jobs on imports.batch to maple_job using (true) with check (true);
create policy verifier on imports.batch for select to maple_verifier using (true);
grant select, insert, update on imports.batch to maple_job;
grant select on imports.batch to maple_verifier;

create table imports.line (
    batch    uuid not null references imports.batch,
    no       int not null,
    source   text not null,
    -- the number the source gives it; empty where even that could not be read
    external text not null,
    digest   bytea not null,
    state    text not null check (state in ('MADE', 'KNOWN', 'REFUSED', 'UNDONE')),
    matter   uuid,
    reasons  jsonb not null default '[]',
    primary key (batch, no),
    check (matter is not null or state in ('KNOWN', 'REFUSED'))
);
-- nothing is brought in twice, whoever imports it at the same moment
create unique index line_once on imports.line (source, external) where state = 'MADE';
create index line_external on imports.line (source, external) where state in ('MADE', 'UNDONE');
create index line_matter on imports.line (matter) where matter is not null;
alter table imports.line enable row level security;
alter table imports.line force row level security;
create policy jobs on imports.line to maple_job using (true) with check (true);
create policy verifier on imports.line for select to maple_verifier using (true);
grant select, insert, update on imports.line to maple_job;
grant select on imports.line to maple_verifier;
