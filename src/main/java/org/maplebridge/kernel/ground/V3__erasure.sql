-- What an order of two people has destroyed is deleted by a job, and by no one else.
create or replace procedure ground.wall(walled regclass, key text default 'matter') language plpgsql as $$
begin
    execute format('alter table %s enable row level security', walled);
    execute format('alter table %s force row level security', walled);
    execute format('create policy reach on %1$s to maple_app
                    using (%2$I = any ((select ground.opening())::uuid[])
                        or exists (select from ground.reach r where r.matter = %1$s.%2$I))
                    with check (ground.scope() is not null)', walled, key);
    execute format('create policy jobs on %s to maple_job using (true) with check (true)', walled);
    execute format('create policy verifier on %s for select to maple_verifier using (true)', walled);
    execute format('grant select, insert, update on %s to maple_app, maple_job', walled);
    execute format('grant delete on %s to maple_job', walled);
    execute format('grant select on %s to maple_verifier', walled);
end $$;
grant delete on ground.reach to maple_job;

-- the same for walls that stand already, in a folder made by an earlier version
do $$
declare
    walled regclass;
begin
    for walled in
        select c.oid
          from pg_catalog.pg_class c
          join pg_catalog.pg_policy p on p.polrelid = c.oid and p.polname = 'reach'
         where pg_catalog.pg_get_userbyid(c.relowner) = current_user
    loop
        execute format('grant delete on %s to maple_job', walled);
    end loop;
end $$;
