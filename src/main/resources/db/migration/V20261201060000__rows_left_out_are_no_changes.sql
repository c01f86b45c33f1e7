-- Of the rows that would change something, those that are left out are counted by themselves.
update import i
set created = c.created, changed = c.changed, conflicts = c.conflicts
from (
  select import_id,
    count(*) filter (where outcome = 'NEW' and chosen) as created,
    count(*) filter (where outcome = 'CHANGED' and chosen) as changed,
    count(*) filter (where outcome = 'CONFLICT' and chosen) as conflicts
  from import_change group by import_id) c
where c.import_id = i.id;
