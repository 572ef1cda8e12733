-- Somebody takes out unusually much: about a line of what was taken, which stands in place of the matter. Told to those
-- who supervise the office, once a day.
alter table alerts.alert drop constraint alert_kind_check;
alter table alerts.alert add constraint alert_kind_check
    check (kind in ('DUE_SOON', 'OVERDUE', 'ESCALATED', 'UNUSUAL_LOOKS', 'NOBODY_THERE', 'ON_DUTY', 'TERM_ENDING',
                    'KEEPS_OUT', 'UNUSUAL_TAKING'));
drop policy addressed on alerts.alert;
create policy addressed on alerts.alert to maple_app
    using (((unit || '|' || domain) = any ((select ground.scope())::text[])
            or (desk || '|' || domain) = any ((select ground.scope())::text[])
            or unit = (select 'o:' || current_setting('maple.principal', true)))
           -- registers are no secret among officers; a line of what was taken has no matter
           and (kind in ('TERM_ENDING', 'UNUSUAL_TAKING')
                or exists (select from ground.reach r where r.matter = alert.matter)))
    with check (ground.scope() is not null);

-- The program itself may not write alerts outside of its jobs.
create function alerts.unusual_taking(ids uuid[], line uuid, areas text[], who text, words text)
    returns void language sql security definer set search_path = '' as $$
    insert into alerts.alert (id, matter, deadline_no, kind, level, unit, domain, limit_title, due_at, settled,
                              raised_at, about)
    select x.id, line, 0, 'UNUSUAL_TAKING', 0, 's:' || x.area, 'general', words, m.at, true, m.at, who
      from (select ground.moment() as at offset 0) m
     cross join unnest(ids, areas) as x(id, area)
     where not exists (select from alerts.alert a
                        where a.about = who and a.kind = 'UNUSUAL_TAKING' and a.raised_at > m.at - interval '1 day')
$$;
revoke execute on function alerts.unusual_taking from public;
grant execute on function alerts.unusual_taking to maple_app, maple_job;
