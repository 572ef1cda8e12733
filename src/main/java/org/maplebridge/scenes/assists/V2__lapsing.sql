-- Matters that have ended: whoever still has a part in one need not do it any more. Emptied by the job.
create table assists.ended (
    about uuid primary key
);
call ground.wall('assists.ended', 'about');
revoke update on assists.ended from maple_app;
create index part_host on assists.part (host);
