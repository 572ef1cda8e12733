-- Under which generation of the master key the digits of a progress code were digested. A code may be held by others
-- than the first party: a guardian, an agent.
alter table matters.code add column key_version text;
grant update (digits, key_version) on matters.code to maple_job;

create table matters.code_holder (
    matter      uuid not null,
    persona     uuid not null,
    digits      bytea not null,
    key_version text not null,
    until       timestamptz,
    primary key (matter, persona)
);
call ground.wall('matters.code_holder');
do $$ begin
    execute format('create policy definer on matters.code_holder for select to %I using (true)', current_user);
end $$;

drop function matters.by_code;
create function matters.by_code(asked text, asked_digits bytea[], moment timestamptz)
    returns table (matter uuid, persona uuid, domain text)
    language sql stable security definer set search_path = '' as $$
    select c.matter, p.persona, m.domain
      from matters.code c
      join matters.matter m on m.id = c.matter
      join matters.party p on p.matter = c.matter and p.no = 1
     where c.code = asked and c.digits = any (asked_digits)
    union all
    select h.matter, h.persona, m.domain
      from matters.code c
      join matters.code_holder h on h.matter = c.matter
      join matters.matter m on m.id = c.matter
     where c.code = asked and h.digits = any (asked_digits) and (h.until is null or h.until > moment)
     limit 1
$$;
revoke execute on function matters.by_code from public;
grant execute on function matters.by_code to maple_app, maple_job;
