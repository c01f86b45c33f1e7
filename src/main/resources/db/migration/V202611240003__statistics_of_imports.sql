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
