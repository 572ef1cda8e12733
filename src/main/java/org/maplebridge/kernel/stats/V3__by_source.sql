-- Sums also by the source of the matters; empty where nobody said one. Filled at the next round.
alter table stats.counted add column source text not null default '';
alter table stats.counted drop constraint counted_pkey;
alter table stats.counted add primary key (metric, span, day, area, agency, category, source);
