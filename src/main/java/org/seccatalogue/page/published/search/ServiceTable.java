package org.seccatalogue.page.published.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.page.published.RoleCodes;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.page.shown.ValueView;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.CodeRole;
import org.seccatalogue.schema.RecordType;

/// Services by the roles that may use them: in each cell the modes, with how fast they answer.
record ServiceTable(List<ValueView.CodeText> roles, List<Service> services) {

  /// A service.
  ///
  /// @param ways how it may be asked for
  /// @param allowed for each role of the table whether it may use the service
  record Service(RecordLine line, List<Mode> ways, List<Boolean> allowed, List<String> devices) {}

  /// A mode, and how fast it answers if the record says so.
  record Mode(String code, String label, @Nullable String time) {}

  /// The names of the types whose records are services: they say who may use them and how.
  static List<String> types(CatalogueSchema schema) {
    return schema.types().stream()
        .filter(type -> has(type, CodeRole.USER) && has(type, CodeRole.MODE))
        .map(RecordType::name)
        .toList();
  }

  /// The codes of the first list that plays a role in one of these types.
  static Optional<CodeList> codes(CatalogueSchema schema, CodeRole role, List<String> types) {
    return types.stream()
        .flatMap(name -> schema.typeOf(name).attributes().stream())
        .flatMap(attribute -> RoleCodes.list(attribute.type(), role).stream())
        .findFirst();
  }

  static ServiceTable of(CatalogueSchema schema, RecordLines lines, List<PublishedRecord> records) {
    List<CodeList.Value> roles =
        codes(schema, CodeRole.USER, types(schema)).map(CodeList::values).orElse(List.of());
    return new ServiceTable(
        roles.stream()
            .map(role -> new ValueView.CodeText(role.code(), role.label(), role.alias()))
            .toList(),
        records.stream().map(record -> service(record, roles, lines)).toList());
  }

  private static Service service(
      PublishedRecord record, List<CodeList.Value> roles, RecordLines lines) {
    List<String> allowed = RoleCodes.of(record, CodeRole.USER);
    return new Service(
        lines.of(record.head()),
        modes(record),
        roles.stream().map(role -> allowed.contains(role.code())).toList(),
        labels(record, CodeRole.DEVICE));
  }

  private static List<Mode> modes(PublishedRecord record) {
    List<Mode> modes = new ArrayList<>();
    for (Attribute attribute : record.type().attributes()) {
      JsonNode value = record.attributes().get(attribute.name());
      RoleCodes.list(attribute.type(), CodeRole.MODE)
          .filter(_ -> value != null)
          .ifPresent(
              list ->
                  RoleCodes.texts(value)
                      .map(code -> new Mode(code, list.labelOf(code), time(record, code)))
                      .forEach(modes::add));
    }
    return modes;
  }

  /// How fast a record says that it answers in a mode.
  private static @Nullable String time(PublishedRecord record, String mode) {
    for (Attribute attribute : record.type().attributes()) {
      JsonNode value = record.attributes().get(attribute.name());
      if (value != null
          && attribute.type() instanceof AttributeType.CodeMap map
          && map.keys().has(CodeRole.MODE)
          && value.has(mode)) {
        return map.values().labelOf(value.path(mode).asText());
      }
    }
    return null;
  }

  private static List<String> labels(PublishedRecord record, CodeRole role) {
    return record.type().attributes().stream()
        .flatMap(
            attribute ->
                RoleCodes.list(attribute.type(), role).stream()
                    .flatMap(
                        list ->
                            RoleCodes.texts(record.attributes().get(attribute.name()))
                                .map(list::labelOf)))
        .distinct()
        .toList();
  }

  static boolean has(RecordType type, CodeRole role) {
    return type.attributes().stream().anyMatch(a -> RoleCodes.list(a.type(), role).isPresent());
  }
}
