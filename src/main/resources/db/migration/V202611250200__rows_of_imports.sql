-- Few records have a reference: rows without one need no entry.
drop index import_change_reference;
create index import_change_reference on import_change (import_id, reference)
  where reference is not null;

-- Rows are written by nobody but the transaction that begins their import or holds it, and an
-- import is never deleted: to look it up once more for each of its rows says nothing.
alter table import_change drop constraint import_change_import_id_fkey;
