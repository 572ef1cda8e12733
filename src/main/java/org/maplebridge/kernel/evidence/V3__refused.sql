-- What a party announced and what was not taken in: it still counts among what they have sent that day.
alter table evidence.upload add column refused boolean not null default false;
