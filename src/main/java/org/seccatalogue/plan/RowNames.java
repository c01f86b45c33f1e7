package org.seccatalogue.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.RowValues;
import org.seccatalogue.mapping.SheetMapping;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;

/// Every name by which the rows of a batch may name another record.
public final class RowNames {

  private RowNames() {}

  public static Set<String> of(SheetMapping mapping, List<RowValues> batch) {
    Set<String> names = new HashSet<>();
    if (mapping.type().section() != null) {
      names.add(mapping.type().section());
    }
    List<Attribute> references =
        mapping.type().attributes().stream().filter(a -> refers(a.type())).toList();
    for (RowValues row : batch) {
      add(names, row.section());
      add(names, row.defaults().section());
      row.links().forEach(link -> names.add(link.target()));
      for (Attribute attribute : references) {
        JsonNode value = row.saidOrDefault(attribute.name());
        names.add(value.asText());
        value.forEach(item -> names.add(item.asText()));
      }
    }
    return names;
  }

  private static void add(Set<String> names, @Nullable String name) {
    if (name != null) {
      names.add(name);
    }
  }

  private static boolean refers(AttributeType type) {
    return type instanceof AttributeType.Reference
        || (type instanceof AttributeType.ListOf list
            && list.item() instanceof AttributeType.Reference);
  }
}
