-- A record of an import that was undone gave its reference back: it is none of those that had it.
alter table reference_change add column given_back boolean not null default false;
