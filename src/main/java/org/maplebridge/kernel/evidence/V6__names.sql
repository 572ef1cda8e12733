-- Files found by their names. As with matters: candidates within reach by index, past the row policies, then read again
-- through the caller's own eyes; who may be told a name is decided there, too.
create index file_name on evidence.file using gin (people.pairs(name));
do $$ begin
    execute format('create policy definer_names on evidence.file for select to %I using (true)', current_user);
end $$;

create function evidence.named(asked text[], most int) returns table (matter uuid, no int)
    language plpgsql stable security definer set search_path = '' as $$
declare
    said text;
    held text := '';
begin
    foreach said in array asked loop
        if length(people.plain(said)) >= 2 then
            held := held || format(' and people.pairs(f.name) @> %L', people.pairs(said));
        end if;
    end loop;
    if held = '' then
        return;
    end if;
    return query execute '
        select c.matter, c.no
          from (select f.matter, f.no from evidence.file f where true' || held || '
                 order by f.matter desc, f.no limit 20000) c
         where exists (select from ground.reach r
                        where r.matter = c.matter and r.unit || ''|'' || r.domain = any ($1)
                          and (r.until is null or r.until > $2) offset 0)
         order by c.matter desc, c.no
         limit $3'
        using ground.scope(), current_setting('maple.now')::timestamptz, most;
end $$;
revoke execute on function evidence.named from public;
grant execute on function evidence.named to maple_app;
