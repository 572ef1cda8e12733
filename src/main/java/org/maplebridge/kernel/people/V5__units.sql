-- The units that reach a persona through any matter, kept beside it: whether somebody may see a persona is mostly
-- answered by the row itself, without a look at concern and reach. It says no more than the rows of reach, and is kept
-- by the database itself. Left out: reach that ends, and that of other parties, of whom an organisation meets
-- thousands; these, and whoever must keep out of something, take the long way.
alter table people.persona add column units text[] not null default '{}';
alter table people.identifier add column units text[] not null default '{}';
do $$ begin
    execute format('create policy definer_units on people.persona for update to %I using (true) with check (true)',
                   current_user);
    execute format('create policy definer_units on people.identifier for update to %I using (true) with check (true)',
                   current_user);
end $$;

create function people.lasting_units(asked uuid[]) returns table (persona uuid, units text[])
    language sql stable security definer set search_path = '' as $$
    select c.persona, array_agg(distinct r.unit || '|' || r.domain order by r.unit || '|' || r.domain)
      from people.concern c
      join ground.reach r on r.matter = c.matter
     where c.persona = any (asked)
       and r.until is null
       and r.unit not like 'p:%'
     group by c.persona
$$;

update people.persona p
   set units = l.units
  from people.lasting_units((select array_agg(id) from people.persona)) l
 where l.persona = p.id;
update people.identifier i
   set units = p.units
  from people.persona p
 where p.id = i.persona;

-- Personas meet units they had not met. Locked in one order, so that two at once don't wait for each other in a ring.
create function people.units_grow(asked uuid, met text[]) returns void
    language plpgsql security definer set search_path = '' as $$
declare
    grown uuid;
    whole text[];
begin
    for grown, whole in
        select p.id, array(select distinct u from unnest(p.units || met) u order by u)
          from people.persona p
          join people.concern c on c.persona = p.id
         where c.matter = asked
           and not p.units @> met
         order by p.id
           for update of p
    loop
        update people.persona p set units = whole where p.id = grown;
        update people.identifier i set units = whole where i.persona = grown;
    end loop;
end $$;

create function people.reach_begins() returns trigger
    language plpgsql security definer set search_path = '' as $$
declare
    begun record;
begin
    for begun in
        select f.matter, (select array_agg(distinct r.unit || '|' || r.domain)
                            from ground.reach r
                           where r.matter = f.matter and r.until is null and r.unit not like 'p:%') as met
          from (select distinct matter from fresh) f
         order by f.matter
    loop
        if begun.met is not null then
            perform people.units_grow(begun.matter, begun.met);
        end if;
    end loop;
    return null;
end $$;

-- Reach that ends, or begins to last again: counted anew, from every matter that concerns the persona.
create function people.units_anew(asked uuid[]) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform from people.persona p where p.id = any (asked) order by p.id for update;
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

create function people.reach_changes() returns trigger
    language plpgsql security definer set search_path = '' as $$
declare
    asked uuid;
begin
    if new.until is null then
        perform people.units_grow(new.matter, array[new.unit || '|' || new.domain]);
        return null;
    end if;
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

create or replace function people.concern_ends() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    delete from people.concern c
     where c.persona = substr(old.unit, 3)::uuid and c.matter = old.matter
       and not exists (select from ground.reach r where r.matter = old.matter and r.unit = old.unit);
    perform people.units_anew(array[substr(old.unit, 3)::uuid]);
    return null;
end $$;
create function people.reach_ends() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    perform people.units_anew((select array_agg(distinct c.persona) from people.concern c where c.matter = old.matter));
    return null;
end $$;

-- after concern_begins, which is asked for each row and so comes before
create trigger reach_begins after insert on ground.reach
    referencing new table as fresh
    for each statement execute function people.reach_begins();
create trigger reach_changes after update on ground.reach
    for each row when (new.unit not like 'p:%' and (old.until is null) <> (new.until is null))
    execute function people.reach_changes();
create trigger reach_ends after delete on ground.reach
    for each row when (old.unit not like 'p:%' and old.until is null)
    execute function people.reach_ends();

create function people.identifier_begins() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    select p.units into new.units from people.persona p where p.id = new.persona;
    return new;
end $$;
create trigger identifier_begins before insert on people.identifier
    for each row execute function people.identifier_begins();
revoke execute on function people.lasting_units, people.units_grow, people.units_anew, people.reach_begins,
    people.reach_changes, people.reach_ends, people.identifier_begins from public;

-- The long way, through the caller's own policies. A function, because PostgreSQL makes ready for each part of a plan
-- whether it comes to it or not: that took longer than reading the row.
create function people.concerned(persona uuid) returns boolean
    language plpgsql stable as $$
begin
    return exists (select from people.concern c where c.persona = concerned.persona);
end $$;

alter policy met on people.persona
    using ((units && (select ground.scope()) and (select current_setting('maple.recused') = '{}'))
        or people.concerned(id));
alter policy change on people.persona using (people.concerned(id));
alter policy met on people.identifier
    using ((units && (select ground.scope()) and (select current_setting('maple.recused') = '{}'))
        or people.concerned(persona));
alter policy change on people.identifier using (people.concerned(persona));
