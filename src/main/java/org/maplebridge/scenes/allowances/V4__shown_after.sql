-- The number of the last objection before the sheet was shown last: what came later objects to this showing, also on
-- the same day. Null on what was shown before this was kept: there the day decides.
alter table allowances.sheet add column shown_after int;
