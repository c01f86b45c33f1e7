package org.seccatalogue.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
      if (row.section() != null) {
        names.add(row.section());
      }
      row.links().forEach(link -> names.add(link.target()));
      for (Attribute attribute : references) {
        JsonNode value = row.attributes().path(attribute.name());
        names.add(value.asText());
        value.forEach(item -> names.add(item.asText()));
      }
    }
    return names;
  }

  private static boolean refers(AttributeType type) {
    return type instanceof AttributeType.Reference
        || (type instanceof AttributeType.ListOf list
            && list.item() instanceof AttributeType.Reference);
  }
}
