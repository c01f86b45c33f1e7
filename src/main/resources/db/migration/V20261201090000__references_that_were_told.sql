-- References that records had before they came to this catalogue were given up on no day of it.
alter table reference_change add column told boolean not null default false;
