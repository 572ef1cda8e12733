-- Who changed what about whom in an office. Nothing here is ever changed or taken away.
create schema if not exists staff;
grant usage on schema staff to maple_job, maple_verifier;

create table staff.change (
    id      uuid primary key,
    person  uuid not null,
    agency  uuid not null,
    deed    text not null check (deed in ('JOIN', 'APPOINT', 'END', 'STAND_IN', 'LEAVE')),
    words   text not null,
    reason  text not null,
    by      uuid not null,
    by_name text not null,
    at      timestamptz not null
);
create index change_agency on staff.change (agency, id);
alter table staff.change enable row level security;
alter table staff.change force row level security;
-- read for the office's administrator by the desk alone
create policy jobs on staff.change to maple_job using (true) with check (true);
create policy verifier on staff.change for select to maple_verifier using (true);
grant select, insert on staff.change to maple_job;
grant select on staff.change to maple_verifier;
