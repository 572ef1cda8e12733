-- A spell that ends at once, in the middle of a day: whoever leaves is out the same minute. Its last day is the day
-- before; one that began on the same day never counted.
alter table orgs.holding add column ended_at timestamptz;
alter table orgs.stand_in add column ended_at timestamptz;
