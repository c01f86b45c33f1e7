-- Most rows of most imports say what their records say, and nothing besides.
alter table import_change
  alter column uniques set default '{}',
  alter column makes_revision set default false,
  alter column changed set default '{}',
  alter column attributes set default '{}';
