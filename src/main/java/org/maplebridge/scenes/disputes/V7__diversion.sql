-- Where a dispute was led to, and how whoever has it was told; put aside when it is opened again.
create table disputes.diversion (
    matter      uuid primary key,
    destination text not null,
    office      text,
    reason      text not null,
    told_on     date,
    told_how    text
);
call ground.wall('disputes.diversion');
grant delete on disputes.diversion to maple_app, maple_job;
