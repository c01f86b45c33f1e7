-- Branches that were given other numbers, each as one act that can be undone as a whole. What it did to a record
-- stands in the history of that, too.
create table renumbering_act (
  id bigint generated always as identity primary key,
  head text collate "C" not null references record,
  other text collate "C" references record,
  from_reference text collate "C" not null,
  to_reference text collate "C" not null,
  undoes bigint unique references renumbering_act,
  made_at timestamptz not null,
  made_by text not null,
  note text not null
);

create table renumbering_line (
  act bigint not null references renumbering_act,
  ordinal integer not null,
  key text collate "C" not null references record,
  from_reference text collate "C" not null,
  to_reference text collate "C" not null,
  wanted text collate "C",
  primary key (act, ordinal)
);

create trigger renumbering_act_is_append_only before update or delete on renumbering_act
  for each row execute function refuse_change();
create trigger renumbering_act_is_never_truncated before truncate on renumbering_act
  for each statement execute function refuse_change();
create trigger renumbering_line_is_append_only before update or delete on renumbering_line
  for each row execute function refuse_change();
create trigger renumbering_line_is_never_truncated before truncate on renumbering_line
  for each statement execute function refuse_change();

grant select, insert on renumbering_act, renumbering_line to ${applicationRole};
