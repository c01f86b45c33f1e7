-- Triggers find their tables whatever the search path of who writes.
alter function refuse_change() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function refuse_unknown_stage() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function refuse_unknown_new_stage() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function refuse_ring() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function refuse_new_ring() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function ${publishedSchema}.refuse_late_rows() set search_path = ${publishedSchema}, pg_temp;
