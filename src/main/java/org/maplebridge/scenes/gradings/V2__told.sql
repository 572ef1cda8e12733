-- What was told of how parties judged a mediator's year: a figure stays as it was told until enough more were heard.
create table gradings.told (
    matter  uuid primary key,
    -- whose files they were
    staff   uuid not null,
    heard   int not null,
    content int not null
);
call ground.wall('gradings.told');

create index grading_listed on gradings.grading (year, name, matter);
