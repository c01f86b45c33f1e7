-- The rules let nothing stand so far down; of what is moved with all that is below it, the last guard.
-- What stood deeper before stays.
alter table record add constraint record_depth check (length(path) <= 359) not valid;
