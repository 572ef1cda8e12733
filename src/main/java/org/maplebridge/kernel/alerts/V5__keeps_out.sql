-- Somebody at work has an interest: the office is told once of each officer, two of whom one party may concern at one
-- moment.
alter table alerts.alert drop constraint alert_kind_check;
alter table alerts.alert add constraint alert_kind_check
    check (kind in ('DUE_SOON', 'OVERDUE', 'ESCALATED', 'UNUSUAL_LOOKS', 'NOBODY_THERE', 'ON_DUTY', 'TERM_ENDING',
                    'KEEPS_OUT'));
drop index alerts.alert_once;
create unique index alert_once on alerts.alert (matter, deadline_no, due_at, kind, level, unit)
    where moved_at is null and kind <> 'KEEPS_OUT';
create unique index alert_once_officer on alerts.alert (matter, due_at, level, unit, about)
    where moved_at is null and kind = 'KEEPS_OUT';
