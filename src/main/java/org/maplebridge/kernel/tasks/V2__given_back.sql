-- A task that goes back to everybody because whoever had claimed it is away keeps from whom and since when.
alter table tasks.task add column left_by uuid;
alter table tasks.task add column left_at timestamptz;
-- what waits in an office, whichever desk it lies on
create index task_agency on tasks.task (agency, due, id) where state <> 'DONE';
