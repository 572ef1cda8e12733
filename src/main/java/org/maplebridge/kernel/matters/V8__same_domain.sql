-- As before, but only matters of the same secrecy domain: what is sealed is not counted elsewhere.
create or replace function matters.same_parties(asked uuid, since timestamptz) returns table (matter uuid)
    language sql stable security definer set search_path = '' as $$
    with mine as (
        select p.no, x.id, x.domain, x.name_sign
          from matters.party p
          join people.persona x on x.id = p.persona
         where p.matter = asked and p.role not like 'kernel.%'),
    alike as (
        select m.no, m.id as persona from mine m
        union
        select m.no, y.id
          from mine m
          join people.persona y on y.domain = m.domain and y.name_sign = m.name_sign)
    select o.id
      from alike a
      join people.concern c on c.persona = a.persona and c.matter <> asked
      join matters.matter o on o.id = c.matter
      join matters.matter me on me.id = asked
     where o.scene = me.scene and o.domain = me.domain and o.opened_at >= since and o.merged_into is null
     group by o.id
    having count(distinct a.no) = (select count(*) from mine) and (select count(*) from mine) >= 2
$$;
