-- Whoever changes units holds the personas of the matter first, in one order, and looks at reach afterwards: two that
-- end reach of one persona at once would else each believe that the other keeps it.
create or replace function people.hold(asked uuid) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform from people.persona p
       join people.concern c on c.persona = p.id
      where c.matter = asked
      order by p.id
        for no key update of p;
end $$;

-- The personas of a matter meet its units. Who has met them all already is not waited for: at worst somebody takes the
-- long way.
create or replace function people.units_grow(asked uuid) returns void
    language plpgsql security definer set search_path = '' as $$
declare
    met text[];
begin
    select array_agg(distinct r.unit || '|' || r.domain) into met
      from ground.reach r
     where r.matter = asked and r.until is null and r.unit not like 'p:%';
    perform from people.persona p
       join people.concern c on c.persona = p.id
      where c.matter = asked and not p.units @> met;
    if not found then
        return;
    end if;
    perform people.hold(asked);
    select array_agg(distinct r.unit || '|' || r.domain) into met
      from ground.reach r
     where r.matter = asked and r.until is null and r.unit not like 'p:%';
    update people.persona p
       set units = array(select distinct u from unnest(p.units || met) u order by u)
      from people.concern c
     where c.matter = asked and c.persona = p.id and not p.units @> met;
    update people.identifier i
       set units = p.units
      from people.persona p
      join people.concern c on c.persona = p.id
     where c.matter = asked and i.persona = p.id and i.units <> p.units;
end $$;

create or replace function people.reach_begins() returns trigger
    language plpgsql security definer set search_path = '' as $$
declare
    begun uuid;
begin
    for begun in select distinct f.matter from fresh f order by f.matter loop
        perform people.units_grow(begun);
    end loop;
    return null;
end $$;

-- Reach that ends, or begins to last again: counted anew, from every matter that concerns the persona.
create or replace function people.units_anew(asked uuid[]) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform from people.persona p where p.id = any (asked) order by p.id for no key update;
    update people.persona p
       set units = coalesce(l.units, '{}')
      from unnest(asked) a(id)
      left join people.lasting_units(asked) l on l.persona = a.id
     where p.id = a.id;
    update people.identifier i
       set units = p.units
      from people.persona p
     where p.id = i.persona and p.id = any (asked);
end $$;

create or replace function people.reach_changes() returns trigger
    language plpgsql security definer set search_path = '' as $$
declare
    asked uuid;
begin
    if new.until is null then
        perform people.units_grow(new.matter);
        return null;
    end if;
    perform people.hold(new.matter);
    -- only if no other matter brings the same unit to the persona
    for asked in
        select c.persona
          from people.concern c
         where c.matter = new.matter
           and not exists (select from people.concern o
                             join ground.reach r on r.matter = o.matter
                            where o.persona = c.persona and r.unit = new.unit and r.domain = new.domain
                              and r.until is null)
         order by c.persona
    loop
        update people.persona p
           set units = array_remove(p.units, new.unit || '|' || new.domain)
         where p.id = asked;
        update people.identifier i
           set units = array_remove(i.units, new.unit || '|' || new.domain)
         where i.persona = asked;
    end loop;
    return null;
end $$;

create or replace function people.identifier_begins() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    select p.units into new.units from people.persona p where p.id = new.persona for no key update;
    return new;
end $$;

drop function if exists people.units_grow(uuid, text[]);

-- nobody says by themselves who reaches a persona
create or replace function people.persona_begins() returns trigger
    language plpgsql set search_path = '' as $$
begin
    new.units := '{}';
    return new;
end $$;
create or replace trigger persona_begins before insert on people.persona
    for each row execute function people.persona_begins();

revoke execute on function people.hold, people.units_grow from public;
