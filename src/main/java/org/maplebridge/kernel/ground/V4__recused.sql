-- Recusal: an officer who must keep out of a matter does not see it any more, whatever else would open it to them.
-- Written by the kernel's pipeline with an entry of the matter; a row is never taken away, it is lifted.
create table ground.recused (
    matter    uuid not null,
    no        int not null,
    person    uuid not null,
    ground    text not null check (ground <> ''),
    since     timestamptz not null,
    lifted_at timestamptz,
    primary key (matter, no),
    check (lifted_at >= since)
);
-- as the scope names its principal
create index recused_person on ground.recused ((person::text)) where lifted_at is null;
call ground.wall('ground.recused');
do $$ begin
    -- for the function below
    execute format('create policy definer on ground.recused for select to %I using (true)', current_user);
end $$;

-- What the caller must keep out of. A matter in hand is excepted: whoever recuses themselves writes that down.
create function ground.recused_from() returns uuid[]
    language sql stable security definer set search_path = '' as $$
    select coalesce(array_agg(r.matter), '{}')
      from ground.recused r
     where r.person::text = current_setting('maple.principal', true)
       and r.lifted_at is null
       and r.matter <> all (coalesce(ground.opening(), '{}'))
$$;

-- Every other policy looks at reach, so this closes everything. It holds for the functions that look past the caller's
-- own policies too. Asked once for each statement, not for each row.
do $$ begin
    execute format('create policy recused on ground.reach as restrictive for select to maple_app, %I
                    using (matter <> all ((select ground.recused_from())::uuid[]))', current_user);
end $$;
