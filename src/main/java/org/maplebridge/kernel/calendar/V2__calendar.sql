-- A notice entered anywhere is read anew everywhere.
create trigger touch after insert on calendar.notice for each statement execute function ground.touch();
