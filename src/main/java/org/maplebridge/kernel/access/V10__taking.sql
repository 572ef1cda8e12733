-- What somebody took out as a table, and whom they looked for: never the words they searched for, nor the rows.
create table access.taking (
    id      uuid primary key,
    at      timestamptz not null,
    person  uuid not null,
    name    text not null,
    post    uuid,
    agency  uuid,
    office  text not null,
    -- whoever supervises the office's area or one above it, as scopes name them
    units   text[] not null,
    kind    text not null check (kind in ('BOOK', 'SEARCH')),
    what    text not null,
    filters text not null,
    columns text[] not null,
    purpose text,
    -- how many; none while it is being sent
    rows    int check (rows >= 0)
);
create index taking_person on access.taking (person, id);
create index taking_units on access.taking using gin (units);
alter table access.taking enable row level security;
alter table access.taking force row level security;
create policy read on access.taking for select to maple_app
    using (person::text = (select current_setting('maple.principal', true))
           or units && (select ground.scope()));
create policy own on access.taking for insert to maple_app
    with check (person::text = current_setting('maple.principal', true));
create policy jobs on access.taking to maple_job using (true) with check (true);
create policy verifier on access.taking for select to maple_verifier using (true);
create policy functions on access.taking to current_user using (true) with check (true);
-- a line is never changed nor taken away
grant select, insert on access.taking to maple_app, maple_job;
grant select on access.taking to maple_verifier;

-- How many rows were sent, once.
create function access.taken(asked uuid, sent int) returns void
    language sql security definer set search_path = '' as $$
    update access.taking t
       set rows = sent
     where t.id = asked and t.rows is null and t.person::text = current_setting('maple.principal', true)
$$;
revoke execute on function access.taken from public;
grant execute on function access.taken to maple_app;
