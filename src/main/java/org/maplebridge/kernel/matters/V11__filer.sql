-- A code is held by the party who filed. Where that is not known, the other side's name may stand first: whoever comes
-- with the code is not taken for them. `others` are the roles that never filed, each as `scene/role`.
drop function matters.by_code(text, bytea[], timestamptz);
create function matters.by_code(asked text, asked_digits bytea[], moment timestamptz, others text[])
    returns table (matter uuid, persona uuid, domain text)
    language sql stable security definer set search_path = '' as $$
    select c.matter, f.persona, m.domain
      from matters.code c
      join matters.matter m on m.id = c.matter
      cross join lateral (
            select p.persona
              from matters.party p
             where p.matter = c.matter and p.role not like 'kernel.%' and m.scene || '/' || p.role <> all (others)
             order by p.no
             limit 1) f
     where c.code = asked and c.digits = any (asked_digits) and not c.closed
    union all
    select h.matter, h.persona, m.domain
      from matters.code c
      join matters.code_holder h on h.matter = c.matter
      join matters.matter m on m.id = c.matter
     where c.code = asked and h.digits = any (asked_digits) and (h.until is null or h.until > moment) and not c.closed
     limit 1
$$;
revoke execute on function matters.by_code from public;
grant execute on function matters.by_code to maple_app, maple_job;
