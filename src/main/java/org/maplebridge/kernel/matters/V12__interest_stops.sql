-- Whoever has an interest in a matter is stopped where they are already at work, whichever came first: the work, the
-- declaration or the party.

-- Since when somebody is a party: what was decided before says nothing of them.
alter table matters.party add column since timestamptz;
alter table matters.party alter column since set default nullif(current_setting('maple.now', true), '')::timestamptz;

-- Who certainly has an interest in a matter, by a number they declared: read from its parties, and those of the matter
-- it is a part of, by index. Not whom somebody above has let take part since. Tells nothing of what was declared.
create function matters.interested(asked uuid)
    returns table (person uuid, self boolean, since timestamptz)
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
        select i.person, i.kind = 'SELF' as self, greatest(i.entered_at, p.since) as since
          from party p
          join people.interest i on i.phone_sign = p.phone_sign and i.ended_at is null
        union all
        select i.person, i.kind = 'SELF', greatest(i.entered_at, p.since, n.since)
          from party p
          join people.identifier n on n.persona = p.id and n.ended_at is null and n.kind = 'PHONE'
          join people.interest i on i.phone_number_sign = n.sign and i.ended_at is null
        union all
        select i.person, i.kind = 'SELF', greatest(i.entered_at, p.since, n.since)
          from party p
          join people.identifier n
            on n.persona = p.id and n.ended_at is null and n.kind in ('ID_NUMBER', 'CREDIT_CODE')
          join people.interest i on i.number_sign = n.sign and i.ended_at is null)
    select m.person, bool_or(m.self), max(m.since)
      from met m
     where not exists (select
                         from ground.recused r
                        where r.matter in (select w.source from whole w) and r.person = m.person
                          and r.lifted_at >= m.since)
     group by m.person
$$;
revoke execute on function matters.interested from public;
grant execute on function matters.interested to maple_app, maple_job;

-- Whether the one who asks is among them. Most officers have declared nothing: that is looked up first.
create function matters.keeps_me_out(asked uuid) returns boolean
    language plpgsql stable security definer set search_path = '' as $$
declare
    me text := current_setting('maple.principal', true);
begin
    if me is null or me !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
        return false;
    end if;
    if not exists (select from people.interest i where i.person = me::uuid and i.ended_at is null) then
        return false;
    end if;
    return exists (select from matters.interested(asked) f where f.person = me::uuid);
end $$;
revoke execute on function matters.keeps_me_out from public;
grant execute on function matters.keeps_me_out to maple_app, maple_job, maple_verifier;

-- All of it for what is open: from each declaration by index to its matters.
create function matters.interests_open()
    returns table (matter uuid, person uuid, self boolean, since timestamptz)
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
          join matters.link l on l.matter = c.matter and l.kind = 'CHILD')
    select m.id, f.person, f.self, f.since
      from concerned c
      join matters.matter m on m.id = c.id and m.open
     cross join lateral matters.interested(m.id) f
     where not exists (select from ground.recused r
                        where r.matter = m.id and r.person = f.person and r.lifted_at is null)
$$;
revoke execute on function matters.interests_open from public;
grant execute on function matters.interests_open to maple_job;

-- As before, with those of the whole that a part belongs to, without former agents, and without whom somebody above has
-- let take part since.
create or replace function matters.interests_met(asked uuid, candidates uuid[])
    returns table (person uuid, self boolean, certain boolean)
    language sql stable security definer set search_path = '' as $$
    with whole as (
        select asked as source
        union
        select m.parent from matters.matter m where m.id = asked and m.parent is not null),
    party as (
        select x.id, x.name_sign, p.since
          from whole w
          join matters.party p on p.matter = w.source
          join people.persona x on x.id = p.persona
         where x.domain = 'general' and p.role not in ('kernel.helper', 'kernel.messenger', 'kernel.former-agent')),
    alike as (
        select i.person
          from people.interest i
         cross join party p
         where i.person = any (candidates) and i.ended_at is null
           and i.kind <> 'SELF' and i.name_sign = p.name_sign
           -- both have a number, and not the same: somebody else of that name
           and not (i.number_sign is not null
                    and exists (select from people.identifier n
                                 where n.persona = p.id and n.ended_at is null
                                   and n.kind in ('ID_NUMBER', 'CREDIT_CODE')))
           and not exists (select from ground.recused r
                            where r.matter in (select w.source from whole w) and r.person = i.person
                              and r.lifted_at >= greatest(i.entered_at, p.since))),
    -- who they are themselves, and with whom they were in another matter
    mine as (
        select i.person, x.id as persona
          from people.interest i
          join people.persona x on x.domain = 'general' and x.phone_sign = i.phone_sign
         where i.person = any (candidates) and i.kind = 'SELF' and i.ended_at is null
        union
        select i.person, n.persona
          from people.interest i
          join people.identifier n
            on n.domain = 'general' and n.kind = 'PHONE' and n.sign = i.phone_number_sign and n.ended_at is null
         where i.person = any (candidates) and i.kind = 'SELF' and i.ended_at is null
        union
        select i.person, n.persona
          from people.interest i
          join people.identifier n
            on n.domain = 'general' and n.kind = 'ID_NUMBER' and n.sign = i.number_sign and n.ended_at is null
         where i.person = any (candidates) and i.kind = 'SELF' and i.ended_at is null),
    earlier as (
        select distinct m.person
          from mine m
          join people.concern a on a.persona = m.persona and a.matter not in (select w.source from whole w)
          join people.concern b on b.matter = a.matter and b.persona <> m.persona
          join party p on p.id = b.persona)
    select f.person, f.self, true from matters.interested(asked) f where f.person = any (candidates)
    union all
    select a.person, false, false from alike a
    union all
    select e.person, false, false from earlier e
$$;

-- Whether somebody who has these units, each with its domain, sees a matter: asked before something of it is put into
-- their hands, by somebody who does not see whom else it reaches.
create function matters.seen_by(asked uuid, who uuid, units text[]) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (select
                     from ground.reach r
                    where r.matter = asked and r.unit || '|' || r.domain = any (units)
                      and (r.until is null or r.until > current_setting('maple.now')::timestamptz))
       and not exists (select
                         from ground.recused k
                        where k.matter = asked and k.person = who and k.lifted_at is null)
$$;
revoke execute on function matters.seen_by from public;
grant execute on function matters.seen_by to maple_app, maple_job;
