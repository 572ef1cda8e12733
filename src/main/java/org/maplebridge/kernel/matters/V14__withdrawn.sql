-- A declaration that is taken back stops nothing new; what it stopped stays stopped until whoever supervises decides:
-- else an officer could lift the stop by themselves. Kept is that somebody keeps out of a matter, and since when;
-- nothing of what was declared, which is erased in its time all the same.
create table matters.kept_out (
    matter       uuid not null,
    person       uuid not null,
    -- whether they are a party themselves
    self         boolean not null,
    -- when both the declaration and the party were there: a decision made since then is about this too
    since        timestamptz not null,
    withdrawn_at timestamptz not null,
    primary key (matter, person)
);
create index kept_out_person on matters.kept_out (person);
alter table matters.kept_out enable row level security;
alter table matters.kept_out force row level security;
create policy jobs on matters.kept_out to maple_job using (true) with check (true);
create policy verifier on matters.kept_out for select to maple_verifier using (true);
-- with what is erased of a matter
grant select, delete on matters.kept_out to maple_job;
grant select on matters.kept_out to maple_verifier;
do $$ begin
    -- read and written by the functions below alone
    execute format('create policy definer on matters.kept_out to %I using (true) with check (true)', current_user);
end $$;

-- As before, with what somebody was kept out by when they took it back.
drop function matters.interested(uuid);
create function matters.interested(asked uuid)
    returns table (person uuid, self boolean, since timestamptz, withdrawn timestamptz)
    language sql stable security definer set search_path = '' as $$
    with whole as (
        select asked as source
        union
        select m.parent from matters.matter m where m.id = asked and m.parent is not null),
    party as (
        select x.id, x.phone_sign, p.since
          from whole w
          join matters.party p on p.matter = w.source
          join people.persona x on x.id = p.persona
         where x.domain = 'general' and p.role not in ('kernel.helper', 'kernel.messenger', 'kernel.former-agent')),
    met as (
        select i.person, i.kind = 'SELF' as self, greatest(i.entered_at, p.since) as since,
               null::timestamptz as withdrawn
          from party p
          join people.interest i on i.phone_sign = p.phone_sign and i.ended_at is null
        union all
        select i.person, i.kind = 'SELF', greatest(i.entered_at, p.since, n.since), null
          from party p
          join people.identifier n on n.persona = p.id and n.ended_at is null and n.kind = 'PHONE'
          join people.interest i on i.phone_number_sign = n.sign and i.ended_at is null
        union all
        select i.person, i.kind = 'SELF', greatest(i.entered_at, p.since, n.since), null
          from party p
          join people.identifier n
            on n.persona = p.id and n.ended_at is null and n.kind in ('ID_NUMBER', 'CREDIT_CODE')
          join people.interest i on i.number_sign = n.sign and i.ended_at is null
        union all
        select k.person, k.self, k.since, k.withdrawn_at
          from whole w
          join matters.kept_out k on k.matter = w.source)
    select m.person, bool_or(m.self), max(m.since), max(m.withdrawn)
      from met m
     where not exists (select
                         from ground.recused r
                        where r.matter in (select w.source from whole w) and r.person = m.person
                          and r.lifted_at >= m.since)
     group by m.person
$$;
revoke execute on function matters.interested from public;
grant execute on function matters.interested to maple_app, maple_job;

create or replace function matters.keeps_me_out(asked uuid) returns boolean
    language plpgsql stable security definer set search_path = '' as $$
declare
    me text := current_setting('maple.principal', true);
begin
    if me is null or me !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
        return false;
    end if;
    if not exists (select from people.interest i where i.person = me::uuid and i.ended_at is null)
       and not exists (select from matters.kept_out k where k.person = me::uuid) then
        return false;
    end if;
    return exists (select from matters.interested(asked) f where f.person = me::uuid);
end $$;

drop function matters.interests_open();
create function matters.interests_open()
    returns table (matter uuid, person uuid, self boolean, since timestamptz, withdrawn timestamptz)
    language sql stable security definer set search_path = '' as $$
    with named as (
        select x.id
          from people.interest i
          join people.persona x on x.domain = 'general' and x.phone_sign = i.phone_sign
         where i.ended_at is null
        union
        select n.persona
          from people.interest i
          join people.identifier n
            on n.domain = 'general' and n.kind = 'PHONE' and n.sign = i.phone_number_sign and n.ended_at is null
         where i.ended_at is null
        union
        select n.persona
          from people.interest i
          join people.identifier n
            on n.domain = 'general' and n.kind in ('ID_NUMBER', 'CREDIT_CODE') and n.sign = i.number_sign
           and n.ended_at is null
         where i.ended_at is null),
    concerned as (
        select c.matter as id from named n join people.concern c on c.persona = n.id
        union
        select l.other
          from named n
          join people.concern c on c.persona = n.id
          join matters.link l on l.matter = c.matter and l.kind = 'CHILD'
        union
        select k.matter from matters.kept_out k
        union
        select l.other from matters.kept_out k join matters.link l on l.matter = k.matter and l.kind = 'CHILD')
    select m.id, f.person, f.self, f.since, f.withdrawn
      from concerned c
      join matters.matter m on m.id = c.id and m.open
     cross join lateral matters.interested(m.id) f
     where not exists (select from ground.recused r
                        where r.matter = m.id and r.person = f.person and r.lifted_at is null)
$$;
revoke execute on function matters.interests_open from public;
grant execute on function matters.interests_open to maple_job;

-- Keeps somebody out of the open matters that a declaration of theirs stops them in, before they take it back: in the
-- same transaction, so that nobody ever sees neither. Returns how many matters.
create function matters.keep_out(asked uuid) returns int
    language sql security definer set search_path = '' as $$
    with own as (
        select i.person, i.phone_sign, i.phone_number_sign, i.number_sign
          from people.interest i
         where i.id = asked and i.person::text = current_setting('maple.principal', true) and i.ended_at is null),
    named as (
        select o.person, x.id
          from own o
          join people.persona x on x.domain = 'general' and x.phone_sign = o.phone_sign
        union
        select o.person, n.persona
          from own o
          join people.identifier n
            on n.domain = 'general' and n.kind = 'PHONE' and n.sign = o.phone_number_sign and n.ended_at is null
        union
        select o.person, n.persona
          from own o
          join people.identifier n
            on n.domain = 'general' and n.kind in ('ID_NUMBER', 'CREDIT_CODE') and n.sign = o.number_sign
           and n.ended_at is null),
    concerned as (
        select n.person, c.matter as id from named n join people.concern c on c.persona = n.id
        union
        select n.person, l.other
          from named n
          join people.concern c on c.persona = n.id
          join matters.link l on l.matter = c.matter and l.kind = 'CHILD'),
    kept as (
        insert into matters.kept_out as k (matter, person, self, since, withdrawn_at)
        select m.id, f.person, f.self, f.since, ground.moment()
          from concerned c
          join matters.matter m on m.id = c.id and m.open
         cross join lateral matters.interested(m.id) f
         where f.person = c.person
        on conflict (matter, person) do update
           set self = excluded.self, since = excluded.since, withdrawn_at = excluded.withdrawn_at
        returning 1)
    select count(*)::int from kept
$$;
revoke execute on function matters.keep_out from public;
grant execute on function matters.keep_out to maple_app;

-- Which matters came through a channel: through most of them come few.
create index matter_source on matters.matter (source, id) where source is not null;
