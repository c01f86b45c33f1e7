-- What the rows of an import would do is counted when they change, and not whenever the import is
-- shown. Imports from before are counted once.
alter table import
  -- Rows in conflict that are to be applied and wait for a decision.
  add column undecided integer not null default 0,
  add column rows_with_errors integer not null default 0,
  -- Whether all its errors are of rows, which can be left out.
  add column separable boolean not null default false,
  -- Keys of the first sections below which its rows stand, in the order of the outline.
  add column sections text[] not null default '{}';

update import i set
  created = coalesce(i.created, c.created, 0),
  changed = coalesce(i.changed, c.changed, 0),
  same = coalesce(i.same, c.same, 0),
  conflicts = coalesce(i.conflicts, c.conflicts, 0),
  left_out = coalesce(i.left_out, c.left_out, 0),
  withdrawn = coalesce(i.withdrawn, c.withdrawn, 0),
  undecided = coalesce(c.undecided, 0),
  rows_with_errors = coalesce(f.faulty, 0),
  separable = i.errors > 0 and i.errors = coalesce(f.of_rows, 0)
from import known
left join (
  select c.import_id,
    count(*) filter (where outcome = 'NEW') as created,
    count(*) filter (where outcome = 'CHANGED') as changed,
    count(*) filter (where outcome = 'SAME') as same,
    count(*) filter (where outcome = 'CONFLICT') as conflicts,
    count(*) filter (
      where outcome in ('NEW', 'CHANGED', 'CONFLICT') and not chosen) as left_out,
    count(*) filter (where outcome = 'MISSING' and chosen) as withdrawn,
    count(*) filter (where outcome = 'CONFLICT' and chosen and u.row_number is not null)
      as undecided
  from import_change c
  left join (
    select distinct import_id, row_number from import_conflict where choice = 'UNDECIDED') u
    on u.import_id = c.import_id and u.row_number = c.row_number
  group by c.import_id) c on c.import_id = known.id
left join (
  select import_id, count(distinct (sheet, sheet_row)) as faulty, count(*) as of_rows
  from import_finding
  where severity = 'ERROR' and sheet_row is not null
    and code not in ('MISSING_COLUMN', 'DUPLICATE_COLUMN')
  group by import_id) f on f.import_id = known.id
where known.id = i.id;

alter table import
  alter column created set default 0, alter column created set not null,
  alter column changed set default 0, alter column changed set not null,
  alter column same set default 0, alter column same set not null,
  alter column conflicts set default 0, alter column conflicts set not null,
  alter column left_out set default 0, alter column left_out set not null,
  alter column withdrawn set default 0, alter column withdrawn set not null;

update import i set sections = array(
  select r.key from record r
  where r.key in (select parent from import_change where import_id = i.id)
  order by r.path limit 200);

-- What was found in a row is looked up by the row.
create index import_finding_row on import_finding (import_id, sheet, sheet_row);
