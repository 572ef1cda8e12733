-- Whom a matter concerns, by persona: what the policies of people ask for each row. It says no more than the rows of
-- reach that name personas, and is kept by the database itself; with it no policy needs a function that looks past the
-- caller's own.
create table people.concern (
    persona uuid not null,
    matter  uuid not null,
    primary key (persona, matter)
);
create index concern_matter on people.concern (matter);
insert into people.concern (persona, matter)
select distinct substr(r.unit, 3)::uuid, r.matter
  from ground.reach r
 where r.unit like 'p:%';
call ground.wall('people.concern');
revoke insert, update, delete on people.concern from maple_app, maple_job;
do $$ begin
    execute format('create policy definer on people.concern to %I using (true) with check (true)', current_user);
end $$;

create function people.concern_begins() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    insert into people.concern (persona, matter)
    values (substr(new.unit, 3)::uuid, new.matter)
    on conflict do nothing;
    return null;
end $$;
create function people.concern_ends() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    delete from people.concern c
     where c.persona = substr(old.unit, 3)::uuid and c.matter = old.matter
       and not exists (select from ground.reach r where r.matter = old.matter and r.unit = old.unit);
    return null;
end $$;
create trigger concern_begins after insert on ground.reach
    for each row when (new.unit like 'p:%') execute function people.concern_begins();
create trigger concern_ends after delete on ground.reach
    for each row when (old.unit like 'p:%') execute function people.concern_ends();
revoke execute on function people.concern_begins, people.concern_ends from public;

-- a persona is within reach when some matter within reach concerns it
drop policy met on people.persona;
create policy met on people.persona for select to maple_app
    using (exists (select from people.concern c where c.persona = persona.id));
drop policy change on people.persona;
create policy change on people.persona for update to maple_app
    using (exists (select from people.concern c where c.persona = persona.id)) with check (true);
drop policy met on people.identifier;
create policy met on people.identifier for select to maple_app
    using (exists (select from people.concern c where c.persona = identifier.persona));
drop policy change on people.identifier;
create policy change on people.identifier for update to maple_app
    using (exists (select from people.concern c where c.persona = identifier.persona)) with check (true);
-- whoever sees only one side must not learn that there is another
drop policy both_sides on people.link;
create policy both_sides on people.link for select to maple_app
    using (exists (select from people.concern c where c.persona = link.one)
       and exists (select from people.concern c where c.persona = link.other));
drop function people.met;

-- a job that says who somebody is ends the number they had before
grant update (verified_at, verified_by, ended_at) on people.identifier to maple_job;
