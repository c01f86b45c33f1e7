-- The rows of an import are joined in the transaction that writes them, before the server has
-- gathered statistics of its own: without them it joins thousands of rows one by one.

create procedure analyze_imports()
language plpgsql security definer set search_path = ${flyway:defaultSchema}
as $$
begin
  analyze import_change (import_id, row_number, type, key, reference, identity, parent_text);
  analyze import_link (import_id, row_number, type, target, target_row);
end
$$;

revoke all on procedure analyze_imports() from public;
grant execute on procedure analyze_imports() to ${applicationRole};

-- After many new records: what waits to be merged into the inverted indexes slows every search
-- until it is, and the server gathers statistics only minutes later.
create procedure settle_records()
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_catalog
as $$
begin
  perform gin_clean_pending_list('record_attributes');
  perform gin_clean_pending_list('record_search');
  analyze record (key, type, parent, path, stage, reference);
  analyze link;
end
$$;

revoke all on procedure settle_records() from public;
grant execute on procedure settle_records() to ${applicationRole};
