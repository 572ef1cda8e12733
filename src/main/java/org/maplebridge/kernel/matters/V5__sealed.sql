-- What is sealed is not asked after by code either: those who handled it may know code and digits.
alter table matters.code add column closed boolean not null default false;
grant update (closed) on matters.code to maple_job;

create or replace function matters.by_code(asked text, asked_digits bytea[], moment timestamptz)
    returns table (matter uuid, persona uuid, domain text)
    language sql stable security definer set search_path = '' as $$
    select c.matter, p.persona, m.domain
      from matters.code c
      join matters.matter m on m.id = c.matter
      join matters.party p on p.matter = c.matter and p.no = 1
     where c.code = asked and c.digits = any (asked_digits) and not c.closed
    union all
    select h.matter, h.persona, m.domain
      from matters.code c
      join matters.code_holder h on h.matter = c.matter
      join matters.matter m on m.id = c.matter
     where c.code = asked and h.digits = any (asked_digits) and (h.until is null or h.until > moment) and not c.closed
     limit 1
$$;
