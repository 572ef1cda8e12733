-- Personas: one for each secrecy domain. `sign` is a blind index under the domain's own key.
create schema if not exists people;
grant usage on schema people to maple_app, maple_job, maple_verifier;

create table people.persona (
    id          uuid primary key,
    domain      text not null,
    shown       text not null,
    phone_shown text,
    name        bytea,
    phone       bytea,
    sign        bytea,
    key_version text not null,
    unique (domain, sign)
);
alter table people.persona enable row level security;
alter table people.persona force row level security;
grant select, insert on people.persona to maple_app, maple_job;
grant select on people.persona to maple_verifier;

-- A persona is within reach when some matter within reach concerns it. The function looks past the caller's own
-- policy, since the reach row that names the persona is not the caller's.
do $$ begin
    execute format('create policy definer on ground.reach for select to %I using (true)', current_user);
    execute format('create policy definer on people.persona for select to %I using (true)', current_user);
end $$;

create function people.met(persona uuid, units text[], moment timestamptz) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
        select from ground.reach theirs
          join ground.reach mine on mine.matter = theirs.matter
         where theirs.unit = 'p:' || persona
           and mine.unit || '|' || mine.domain = any (units)
           and (mine.until is null or mine.until > moment))
$$;

create policy met on people.persona for select to maple_app
    using (people.met(id, ground.scope(), current_setting('maple.now')::timestamptz));
create policy new on people.persona for insert to maple_app with check (ground.scope() is not null);
create policy jobs on people.persona to maple_job using (true) with check (true);
create policy verifier on people.persona for select to maple_verifier using (true);

-- Finds the persona behind a blind index; tells nothing but its id and what is shown of it anyway.
create function people.persona_by_sign(asked_domain text, asked_sign bytea)
    returns table (id uuid, domain text, shown text, phone_shown text)
    language sql stable security definer set search_path = '' as $$
    select p.id, p.domain, p.shown, p.phone_shown
      from people.persona p
     where p.domain = asked_domain and p.sign = asked_sign
$$;
