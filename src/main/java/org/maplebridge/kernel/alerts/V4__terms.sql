-- An alert that the term of a committee or a stationing runs out: about a line of a register, which stands in place of
-- the matter. Told once to the office that keeps the register, and gone when the line was renewed.
alter table alerts.alert drop constraint alert_kind_check;
alter table alerts.alert add constraint alert_kind_check
    check (kind in ('DUE_SOON', 'OVERDUE', 'ESCALATED', 'UNUSUAL_LOOKS', 'NOBODY_THERE', 'ON_DUTY', 'TERM_ENDING'));
drop policy addressed on alerts.alert;
create policy addressed on alerts.alert to maple_app
    using (((unit || '|' || domain) = any ((select ground.scope())::text[])
            or (desk || '|' || domain) = any ((select ground.scope())::text[])
            or unit = (select 'o:' || current_setting('maple.principal', true)))
           -- registers are no secret among officers
           and (kind = 'TERM_ENDING' or exists (select from ground.reach r where r.matter = alert.matter)))
    with check (ground.scope() is not null);
create policy renewed on alerts.alert for delete to maple_job using (kind = 'TERM_ENDING');
grant delete on alerts.alert to maple_job;
create index alert_terms on alerts.alert (matter) where kind = 'TERM_ENDING';
