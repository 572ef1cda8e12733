-- What the court made of a joint application for judicial confirmation.
create table disputes.ruling (
    matter     uuid primary key,
    applied_on date not null,
    court      text,
    -- by when it is to rule, as far as the day of the application tells
    ruling_by  date not null,
    case_no    text,
    result     text,
    ruled_on   date,
    reason     text
);
call ground.wall('disputes.ruling');
-- it goes into `reopening.earlier` with the agreement
grant delete on disputes.ruling to maple_app, maple_job;
