-- Sheets in hand are few, those that are over many; neither is looked for among the other.
create index sheet_in_hand on allowances.sheet (month desc, office_name, matter)
    where dropped is null and paid_on is null;
create index sheet_dropped on allowances.sheet (month desc, office_name, matter) where dropped is not null;
