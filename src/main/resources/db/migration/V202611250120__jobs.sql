-- Long work, and the workbooks that it reads.

create table job (
  id bigint generated always as identity primary key,
  kind text not null,
  -- Number of what it works on.
  subject bigint not null,
  state text not null
    check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'DIED')),
  phase text not null default '',
  done bigint not null default 0,
  -- 0: not known.
  total bigint not null default 0,
  asked_at timestamptz not null,
  asked_by text not null,
  note text,
  started_at timestamptz,
  ended_at timestamptz,
  -- The process that does it, for people; whether it lives is told by an advisory lock.
  node text,
  -- Present: it is to end.
  cancelled_by text,
  findings jsonb not null default '[]'
);

create unique index job_active on job (kind, subject) where state in ('QUEUED', 'RUNNING');
create index job_queued on job (id) where state = 'QUEUED';
create index job_subject on job (subject, kind, id);

-- The uploaded file in pieces, so that any node can read it and it goes with its import.
create table import_file (
  import_id bigint not null references import,
  piece integer not null,
  content bytea not null,
  primary key (import_id, piece)
);

-- Workbooks are compressed already.
alter table import_file alter column content set storage external;

-- When the rows and findings of an import were removed, and how many rows did what until then.
alter table import add column emptied_at timestamptz;
alter table import add column created integer;
alter table import add column changed integer;
alter table import add column same integer;

grant select, insert, update, delete on job, import_file to ${applicationRole};
