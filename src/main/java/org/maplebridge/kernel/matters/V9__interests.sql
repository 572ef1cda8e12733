-- Whether these officers have an interest in a matter, by what they said of themselves: `certain` where a number is the
-- same, else only a name. Tells nothing of what they said.
create function matters.interests_met(asked uuid, candidates uuid[])
    returns table (person uuid, self boolean, certain boolean)
    language sql stable security definer set search_path = '' as $$
    with party as (
        select x.id, x.name_sign, x.phone_sign
          from matters.party p
          join people.persona x on x.id = p.persona
         where p.matter = asked and x.domain = 'general' and p.role not in ('kernel.helper', 'kernel.messenger')),
    met as (
        select i.person, i.kind = 'SELF' as self,
               (i.number_sign is not null
                   and exists (select from people.identifier n
                                where n.persona = p.id and n.sign = i.number_sign and n.ended_at is null
                                  and n.kind in ('ID_NUMBER', 'CREDIT_CODE')))
            or (i.phone_sign is not null
                   and (p.phone_sign = i.phone_sign
                        or exists (select from people.identifier n
                                    where n.persona = p.id and n.sign = i.phone_number_sign and n.ended_at is null
                                      and n.kind = 'PHONE'))) as certain,
               i.kind <> 'SELF' and i.name_sign = p.name_sign
                   -- both have a number, and not the same: somebody else of that name
                   and not (i.number_sign is not null
                            and exists (select from people.identifier n
                                         where n.persona = p.id and n.ended_at is null
                                           and n.kind in ('ID_NUMBER', 'CREDIT_CODE'))) as alike
          from people.interest i
         cross join party p
         where i.person = any (candidates) and i.ended_at is null),
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
          join people.concern a on a.persona = m.persona and a.matter <> asked
          join people.concern b on b.matter = a.matter and b.persona <> m.persona
          join party p on p.id = b.persona)
    select e.person, false, false from earlier e
    union all
    select m.person, m.self, bool_or(coalesce(m.certain, false))
      from met m
     where m.certain or m.alike
     group by m.person, m.self
$$;
revoke execute on function matters.interests_met from public;
grant execute on function matters.interests_met to maple_app, maple_job;
