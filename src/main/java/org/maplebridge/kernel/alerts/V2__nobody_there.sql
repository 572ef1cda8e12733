-- An alert that nobody is there who could do what waits: told to the level above, once a day.
alter table alerts.alert drop constraint alert_kind_check;
alter table alerts.alert add constraint alert_kind_check
    check (kind in ('DUE_SOON', 'OVERDUE', 'ESCALATED', 'UNUSUAL_LOOKS', 'NOBODY_THERE'));
