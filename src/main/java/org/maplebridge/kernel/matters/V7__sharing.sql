-- Other matters of the same kind that one of the people of this one is party to, with how many of them; also beyond the
-- reader's reach: for rules that count, never to be shown.
create function matters.shared_parties(asked uuid, since timestamptz) returns table (matter uuid)
    language sql stable security definer set search_path = '' as $$
    with mine as (
        select x.id, x.domain, x.name_sign
          from matters.party p
          join people.persona x on x.id = p.persona
         where p.matter = asked and p.role not like 'kernel.%'),
    alike as (
        select m.id as persona from mine m
        union
        select y.id
          from mine m
          join people.persona y on y.domain = m.domain and y.name_sign = m.name_sign)
    select distinct o.id
      from alike a
      join people.concern c on c.persona = a.persona and c.matter <> asked
      join matters.matter o on o.id = c.matter
      join matters.matter me on me.id = asked
     where o.scene = me.scene and o.domain = me.domain and o.opened_at >= since and o.merged_into is null
$$;
revoke execute on function matters.shared_parties from public;
grant execute on function matters.shared_parties to maple_app, maple_job;
