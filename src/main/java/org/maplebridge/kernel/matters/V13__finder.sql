-- What a matter is found by: pairs of signs of its title and place (`t`), of their initials in pinyin (`i`) and of its
-- code (`c`). It says no more than the matter's own row, stands behind the same wall, and is kept by the database.
create table matters.finder (
    matter uuid primary key,
    signs  text[] not null
);
call ground.wall('matters.finder');
revoke insert, update, delete on matters.finder from maple_app, maple_job;
create index finder_signs on matters.finder using gin (signs);
do $$ begin
    execute format('create policy definer on matters.finder to %I using (true) with check (true)', current_user);
end $$;

-- The county itself is left out: it would stand in every row.
create function matters.signs(code text, title text, area text) returns text[]
    language sql stable set search_path = '' as $$
    with told as (
        select coalesce((select string_agg(a.name, '' order by a.path)
                           from orgs.area a
                          -- itself and those above it, by their paths: a county has thousands of places
                          where a.path = any (array(
                                    select array_to_string(p.parts[1:n], '.')
                                      from (select string_to_array(signs.area, '.') as parts) p
                                     cross join generate_series(1, cardinality(p.parts)) n))
                            and length(a.path) > 8), '')
               || signs.title as words)
    select array(select 't' || p from told, unnest(people.pairs(told.words)) p
           union all select 'i' || p from told, unnest(people.sounds(told.words)) p
           union all select 'c' || p from unnest(people.pairs(signs.code)) p)
$$;

create function matters.finder_follows() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    if tg_op = 'DELETE' then
        delete from matters.finder f where f.matter = old.id;
        return null;
    end if;
    insert into matters.finder (matter, signs)
    values (new.id, matters.signs(new.code, new.title, new.area))
    on conflict (matter) do update set signs = excluded.signs;
    return null;
end $$;
create trigger finder_begins after insert on matters.matter
    for each row execute function matters.finder_follows();
create trigger finder_follows after update on matters.matter
    for each row when (old.code <> new.code or old.title <> new.title or old.area <> new.area)
    execute function matters.finder_follows();
create trigger finder_ends after delete on matters.matter
    for each row execute function matters.finder_follows();

insert into matters.finder (matter, signs)
select m.id, matters.signs(m.code, m.title, m.area) from matters.matter m;

-- The newest matters that hold all the words and that the caller reaches; hits are read again through their own eyes. A
-- function, because no index serves beneath a row policy for what PostgreSQL doesn't know to keep silent. Words that
-- more than twenty thousand matters hold are looked for among the newest of these.
create function matters.found(asked text[], most int) returns table (matter uuid)
    language plpgsql stable security definer set search_path = '' as $$
declare
    said text;
    word text;
    held text := '';
begin
    foreach said in array asked loop
        word := people.plain(said);
        if length(word) >= 2 then
            held := held || format(' and (f.signs @> %L', array(select 't' || p from unnest(people.pairs(word)) p));
            if word ~ '^[a-z]+$' then
                held := held || format(' or f.signs @> %L', array(select 'i' || p from unnest(people.pairs(word)) p));
            end if;
            if word ~ '^[0-9a-z]{3,}$' then
                held := held || format(' or f.signs @> %L', array(select 'c' || p from unnest(people.pairs(word)) p));
            end if;
            held := held || ')';
        end if;
    end loop;
    if held = '' then
        return;
    end if;
    return query execute '
        select c.matter
          from (select f.matter from matters.finder f where true' || held || ' order by f.matter desc limit 20000) c
         where exists (select from ground.reach r
                        where r.matter = c.matter and r.unit || ''|'' || r.domain = any ($1)
                          and (r.until is null or r.until > $2) offset 0)
         order by c.matter desc
         limit $3'
        using ground.scope(), current_setting('maple.now')::timestamptz, most;
end $$;
revoke execute on function matters.signs, matters.finder_follows, matters.found from public;
grant execute on function matters.found to maple_app;
