-- What ends is looked for every few minutes.
create index entry_ending on rolls.entry (roll, last_day) where last_day is not null and not withdrawn;
