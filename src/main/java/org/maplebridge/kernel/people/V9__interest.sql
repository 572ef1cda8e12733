-- What officers say of themselves: who they are, and whose matters they must not have a hand in. Sealed for all others;
-- compared by blind indexes under the key of the general domain, never read by those who hand out work.
create table people.interest (
    id                uuid primary key,
    person            uuid not null,
    kind              text not null check (kind in ('SELF', 'KIN', 'COMPANY', 'OTHER')),
    sealed            bytea not null,
    key_version       text not null,
    name_sign         bytea,
    -- as a persona has it, and as an identifier has it
    phone_sign        bytea,
    phone_number_sign bytea,
    number_sign       bytea,
    entered_at        timestamptz not null,
    ended_at          timestamptz
);
create index interest_person on people.interest (person) where ended_at is null;
alter table people.interest enable row level security;
alter table people.interest force row level security;
create policy own on people.interest to maple_app
    using (person::text = current_setting('maple.principal', true))
    with check (person::text = current_setting('maple.principal', true));
create policy jobs on people.interest to maple_job using (true) with check (true);
create policy verifier on people.interest for select to maple_verifier using (true);
grant select, insert, update on people.interest to maple_app, maple_job;
grant select on people.interest to maple_verifier;
do $$ begin
    execute format('create policy definer on people.interest for select to %I using (true)', current_user);
end $$;
