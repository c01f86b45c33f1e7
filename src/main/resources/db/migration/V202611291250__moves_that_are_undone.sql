-- Whether an undo put the record back where it stood. Of moves from before nobody knows.
alter table place_move add column undone boolean not null default false;
