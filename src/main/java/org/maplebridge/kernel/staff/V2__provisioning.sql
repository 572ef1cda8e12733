-- What the county's identity platform says of members of staff, and two more deeds: another name, and an account that
-- is closed while work still lies on the desk.
alter table staff.change drop constraint change_deed_check;
alter table staff.change add constraint change_deed_check
    check (deed in ('JOIN', 'APPOINT', 'END', 'STAND_IN', 'LEAVE', 'RENAME', 'SHUT'));
create index change_person on staff.change (person, at);

-- `removed_at`: taken from the platform's lists for good; the person and what they did stay.
create table staff.provisioned (
    person      uuid primary key,
    agency      uuid not null,
    external_id text check (char_length(external_id) between 1 and 200),
    removed_at  timestamptz
);
create unique index provisioned_external on staff.provisioned (agency, external_id) where removed_at is null;
alter table staff.provisioned enable row level security;
alter table staff.provisioned force row level security;
-- read for the office's administrator by the desk alone
create policy jobs on staff.provisioned to maple_job using (true) with check (true);
create policy verifier on staff.provisioned for select to maple_verifier using (true);
grant select, insert, update on staff.provisioned to maple_job;
grant select on staff.provisioned to maple_verifier;
