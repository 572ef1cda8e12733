-- What ties personas: links across secrecy domains, on an order of two people; relations within a domain; consents.
create table people.link (
    id       uuid primary key,
    -- the order it rests on
    ordered  uuid not null,
    one      uuid not null,
    other    uuid not null,
    made_at  timestamptz not null,
    ended_at timestamptz,
    check (one <> other)
);
create unique index link_once on people.link (least(one, other), greatest(one, other)) where ended_at is null;
create index link_one on people.link (one);
create index link_other on people.link (other);

create table people.relation (
    id         uuid primary key,
    matter     uuid not null,
    -- who is represented or cared for, and by whom
    subject    uuid not null,
    other      uuid not null,
    kind       text not null check (kind in ('GUARDIAN', 'SPOUSE', 'EMPLOYER', 'AGENT')),
    power      text check (power in ('GENERAL', 'SPECIAL')),
    first_day  date not null,
    last_day   date,
    basis      text not null,
    entered_by text not null,
    entered_at timestamptz not null,
    ended_at   timestamptz,
    check (last_day >= first_day),
    check (subject <> other)
);
create index relation_subject on people.relation (subject);
create index relation_other on people.relation (other);

create table people.consent (
    id           uuid primary key,
    matter       uuid not null,
    persona      uuid not null,
    -- who gave it: the person, or their guardian
    given_by     uuid not null,
    what         text not null,
    how          text not null,
    given_at     timestamptz not null,
    withdrawn_at timestamptz
);
create index consent_persona on people.consent (persona);

do $$
declare
    kept text;
begin
    foreach kept in array array['link', 'relation', 'consent'] loop
        execute format('alter table people.%I enable row level security', kept);
        execute format('alter table people.%I force row level security', kept);
        execute format('create policy jobs on people.%I to maple_job using (true) with check (true)', kept);
        execute format('create policy verifier on people.%I for select to maple_verifier using (true)', kept);
        execute format('create policy forget on people.%I for delete to %I using (true)', kept, current_user);
        execute format('create policy definer on people.%I for select to %I using (true)', kept, current_user);
        execute format('grant select, insert, update on people.%I to maple_job', kept);
        execute format('grant select on people.%I to maple_app, maple_verifier', kept);
    end loop;
end $$;
-- whoever sees only one side must not learn that there is another
create policy both_sides on people.link for select to maple_app
    using (people.met(one, ground.scope(), current_setting('maple.now')::timestamptz)
           and people.met(other, ground.scope(), current_setting('maple.now')::timestamptz));
create policy met on people.relation for select to maple_app
    using (exists (select from ground.reach r where r.matter = relation.matter));
create policy new on people.relation for insert to maple_app with check (ground.scope() is not null);
create policy ended on people.relation for update to maple_app
    using (exists (select from ground.reach r where r.matter = relation.matter)) with check (true);
create policy met on people.consent for select to maple_app
    using (exists (select from ground.reach r where r.matter = consent.matter));
create policy new on people.consent for insert to maple_app with check (ground.scope() is not null);
create policy withdrawn on people.consent for update to maple_app
    using (exists (select from ground.reach r where r.matter = consent.matter)) with check (true);
grant insert on people.relation, people.consent to maple_app;
grant update (ended_at) on people.relation to maple_app;
grant update (withdrawn_at) on people.consent to maple_app;

-- What may make two personas of one domain look like one: the same phone, the same name. Blind, each under the domain's
-- own key.
alter table people.persona add column name_sign bytea, add column phone_sign bytea;
create index persona_name on people.persona (domain, name_sign) where name_sign is not null;
create index persona_phone on people.persona (domain, phone_sign) where phone_sign is not null;
grant update (name_sign, phone_sign) on people.persona to maple_app, maple_job;

create or replace function people.forget(asked uuid[]) returns void
    language plpgsql security definer set search_path = '' as $$
declare
    gone uuid[];
begin
    select array_agg(a.id) into gone
      from unnest(asked) a(id)
     where not exists (select from ground.reach r where r.unit = 'p:' || a.id)
       and not exists (select from people.persona m where m.merged_into = a.id);
    delete from people.link l where l.one = any (gone) or l.other = any (gone);
    delete from people.relation r where r.subject = any (gone) or r.other = any (gone);
    delete from people.consent c where c.persona = any (gone) or c.given_by = any (gone);
    delete from people.identifier i where i.persona = any (gone);
    delete from people.persona p where p.id = any (gone);
end $$;

-- Kept for minors only, and only as long as it tells more than that somebody is grown up: an adult's day of birth stays
-- sealed in the number.
alter table people.persona add column adult_on date;
grant update (adult_on) on people.persona to maple_app, maple_job;

-- The matters that concern a persona, by index; the caller's own policies decide on the matters themselves.
create function people.matters_of(persona uuid) returns setof uuid
    language sql stable security definer set search_path = '' as $$
    select r.matter from ground.reach r where r.unit = 'p:' || persona
$$;
revoke execute on function people.matters_of from public;
grant execute on function people.matters_of to maple_app, maple_job;
