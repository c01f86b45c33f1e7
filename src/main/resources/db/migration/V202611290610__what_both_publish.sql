-- What a record says, without what one of two compared baselines does not publish: attributes and
-- columns by the name of the type, and the notes of links. Nothing withheld: as it is.
create function ${publishedSchema}.without_withheld(content jsonb, withheld jsonb) returns jsonb
language sql immutable parallel safe as $$
  select case when withheld = '{}' then content else content || jsonb_build_object(
    'attributes', (
      select coalesce(jsonb_object_agg(one.name, case
          when withheld #> array['types', content ->> 'type', 'columns', one.name] is null
            then one.value
          else (
            select jsonb_agg(line.cells - array(
                select jsonb_array_elements_text(
                  withheld #> array['types', content ->> 'type', 'columns', one.name]))
              order by line.number)
            from jsonb_array_elements(one.value) with ordinality as line (cells, number))
          end), '{}')
      from jsonb_each(content -> 'attributes') as one (name, value)
      where not coalesce(
        withheld #> array['types', content ->> 'type', 'attributes'] @> to_jsonb(one.name), false)),
    'links', (
      select coalesce(jsonb_agg(
          case when withheld -> 'notes' = 'true' then link.said - 'note' else link.said end
        order by link.number), '[]')
      from jsonb_array_elements(content -> 'links') with ordinality as link (said, number)))
  end
$$;

grant execute on function ${publishedSchema}.without_withheld(jsonb, jsonb) to ${publicRole};
