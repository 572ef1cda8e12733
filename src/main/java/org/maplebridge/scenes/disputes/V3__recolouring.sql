-- Where a person decided for another colour than the card suggested, and why.
create table disputes.recolouring (
    matter    uuid not null,
    no        int not null,
    suggested text not null,
    colour    text not null,
    reason    text not null,
    primary key (matter, no)
);
call ground.wall('disputes.recolouring');
