-- Numbers and contact points of personas, each sealed on its own; which persona stands for which after a merge.
alter table people.persona
    add column kind        text not null default 'PERSON' check (kind in ('PERSON', 'ORGANISATION')),
    add column merged_into uuid references people.persona;
create index persona_merged on people.persona (merged_into) where merged_into is not null;
grant update (shown, phone_shown, name, phone, sign, key_version, merged_into)
    on people.persona to maple_app, maple_job;
create policy change on people.persona for update to maple_app
    using (people.met(id, ground.scope(), current_setting('maple.now')::timestamptz)) with check (true);

create table people.identifier (
    id          uuid primary key,
    persona     uuid not null references people.persona,
    domain      text not null,
    kind        text not null check (kind in ('ID_NUMBER', 'CREDIT_CODE', 'PHONE', 'ADDRESS')),
    shown       text not null,
    sealed      bytea not null,
    sign        bytea,
    key_version text not null,
    since       timestamptz not null,
    verified_at timestamptz,
    verified_by text,
    ended_at    timestamptz
);
create index identifier_persona on people.identifier (persona);
-- one living person or organisation for each number within a domain
create unique index identifier_number on people.identifier (domain, kind, sign)
    where ended_at is null and kind in ('ID_NUMBER', 'CREDIT_CODE');
create index identifier_contact on people.identifier (domain, kind, sign) where ended_at is null and kind = 'PHONE';
alter table people.identifier enable row level security;
alter table people.identifier force row level security;
create policy met on people.identifier for select to maple_app
    using (people.met(persona, ground.scope(), current_setting('maple.now')::timestamptz));
create policy change on people.identifier for update to maple_app
    using (people.met(persona, ground.scope(), current_setting('maple.now')::timestamptz)) with check (true);
create policy new on people.identifier for insert to maple_app with check (ground.scope() is not null);
create policy jobs on people.identifier to maple_job using (true) with check (true);
create policy verifier on people.identifier for select to maple_verifier using (true);
grant select, insert on people.identifier to maple_app, maple_job;
grant update (verified_at, verified_by, ended_at) on people.identifier to maple_app;
grant update (sealed, sign, key_version) on people.identifier to maple_job;
grant select on people.identifier to maple_verifier;
do $$ begin
    execute format('create policy definer on people.identifier for select to %I using (true)', current_user);
end $$;

-- Finds the persona behind a blind index under any generation of the key, or the one that stands for it; tells nothing
-- but its id and what is shown of it anyway.
create function people.persona_by_signs(asked_domain text, asked_signs bytea[])
    returns table (id uuid, domain text, shown text, phone_shown text)
    language sql stable security definer set search_path = '' as $$
    select s.id, s.domain, s.shown, s.phone_shown
      from people.persona p
      join people.persona s on s.id = coalesce(p.merged_into, p.id)
     where p.domain = asked_domain and p.sign = any (asked_signs)
     order by p.id
     limit 1
$$;
drop function people.persona_by_sign;

create function people.persona_by_number(asked_domain text, asked_kind text, asked_signs bytea[])
    returns table (id uuid, domain text, shown text, phone_shown text)
    language sql stable security definer set search_path = '' as $$
    select s.id, s.domain, s.shown, s.phone_shown
      from people.identifier i
      join people.persona p on p.id = i.persona
      join people.persona s on s.id = coalesce(p.merged_into, p.id)
     where i.domain = asked_domain and i.kind = asked_kind and i.sign = any (asked_signs)
       and i.ended_at is null
       and i.kind in ('ID_NUMBER', 'CREDIT_CODE')
     order by i.id
     limit 1
$$;
revoke execute on function people.persona_by_signs, people.persona_by_number from public;
grant execute on function people.persona_by_signs, people.persona_by_number to maple_app, maple_job;
