-- An alert to whoever is on duty, and to nobody else of the office: unit `o:` and the officer.
alter table alerts.alert drop constraint alert_kind_check;
alter table alerts.alert add constraint alert_kind_check
    check (kind in ('DUE_SOON', 'OVERDUE', 'ESCALATED', 'UNUSUAL_LOOKS', 'NOBODY_THERE', 'ON_DUTY'));
alter policy addressed on alerts.alert
    using (((unit || '|' || domain) = any ((select ground.scope())::text[])
            or (desk || '|' || domain) = any ((select ground.scope())::text[])
            or unit = (select 'o:' || current_setting('maple.principal', true)))
           and exists (select from ground.reach r where r.matter = alert.matter));
