-- The number of another sheet that pays a file, also beyond the asker's reach: nothing else of it is told. A sum that
-- was taken back with the sheet that took it paid makes room for another round, but never for the same one.
do $$ begin
    execute format('create policy definer on allowances.line for select to %I using (true)', current_user);
end $$;
create function allowances.listed(of_sheet uuid, file uuid, of_round int) returns text
    language sql stable security definer set search_path = '' as $$
    select s.code
      from allowances.line l
      join allowances.sheet s on s.matter = l.matter
     where l.about = file and l.state = 'PAYABLE' and l.matter <> of_sheet
       and (l.round = of_round
            or not exists (select from allowances.line b
                             join allowances.sheet t on t.matter = b.matter
                            where b.about = l.about and b.round = l.round and b.state = 'BACK' and b.confirmed
                              and t.paid_on is not null))
     order by l.matter desc
     limit 1
$$;
revoke execute on function allowances.listed from public;
grant execute on function allowances.listed to maple_app, maple_job;

create index sheet_listed on allowances.sheet (month desc, office_name, matter);
-- whoever is not in the register finds their lines by what they wrote
create index line_doer on allowances.line (doer) where mediator is null;
