package org.seccatalogue.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// Writes workbooks of records that are valid and all different, whatever their type says.
final class GeneratedWorkbook {

  private static final int COLUMNS = 14;
  private static final int FLUSH_EVERY = 1000;

  private final CatalogueSchema schema;
  private final Path folder;

  GeneratedWorkbook(CatalogueSchema schema, Path folder) {
    this.schema = schema;
    this.folder = folder;
  }

  /// A workbook with one heading for each reference.
  Path ofHeadings(RecordType type, List<String> references) {
    List<Attribute> columns = columns(type);
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Attribute::label).toList());
    for (String reference : references) {
      rows.add(columns.stream().map(column -> value(column, rows.size(), reference)).toList());
    }
    return write("headings.xlsx", type, rows.stream());
  }

  /// A workbook with requirements of one section, each derived from one of the clauses.
  Path ofRequirements(RecordType type, String section, List<String> clauses, int count) {
    List<Attribute> columns = columns(type);
    String link = schema.link(schema.derivations().getFirst()).orElseThrow().label();
    List<String> header = new ArrayList<>(columns.stream().map(Attribute::label).toList());
    header.addAll(List.of("Section", link));
    Stream<List<String>> rows =
        Stream.iterate(0, i -> i < count, i -> i + 1)
            .map(
                i -> {
                  List<String> row =
                      new ArrayList<>(columns.stream().map(c -> value(c, i, section)).toList());
                  row.add(section);
                  row.add(clauses.get(i % clauses.size()));
                  return row;
                });
    return write(section + ".xlsx", type, Stream.concat(Stream.of(header), rows));
  }

  private Path write(String name, RecordType type, Stream<List<String>> rows) {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "bench", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(type.prefix());
      int number = 0;
      for (List<String> row : (Iterable<List<String>>) rows::iterator) {
        for (int column = 0; column < row.size(); column++) {
          if (!row.get(column).isEmpty()) {
            sheet.value(number, column, row.get(column));
          }
        }
        if (++number % FLUSH_EVERY == 0) {
          sheet.flush();
        }
      }
      sheet.finish();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return file;
  }

  /// The attributes that must have a value, and others up to a usual width, in their order.
  private static List<Attribute> columns(RecordType type) {
    long needed = type.attributes().stream().filter(Attribute::required).count();
    long[] others = {COLUMNS - needed};
    return type.attributes().stream()
        .filter(a -> a.required() || a.has(AttributeRole.TITLE) || (isSimple(a) && others[0]-- > 0))
        .toList();
  }

  private static boolean isSimple(Attribute attribute) {
    return switch (attribute.type()) {
      case AttributeType.Line line -> line.pattern() == null;
      case AttributeType.Text _,
          AttributeType.Numeric _,
          AttributeType.Flag _,
          AttributeType.Date _,
          AttributeType.Code _,
          AttributeType.Measure _ ->
          true;
      case AttributeType.ListOf list -> list.item() instanceof AttributeType.Code;
      case AttributeType.Reference _, AttributeType.CodeMap _, AttributeType.Table _ -> false;
    };
  }

  private static String value(Attribute attribute, int i, String section) {
    if (attribute.has(AttributeRole.REFERENCE)) {
      return section;
    }
    return value(attribute.type(), i, section);
  }

  private static String value(AttributeType type, int i, String section) {
    return switch (type) {
      case AttributeType.Line line -> cut("Entry %d of %s".formatted(i, section), line.maxLength());
      case AttributeType.Text text ->
          cut(
              ("The equipment described in entry %d of %s shall record each value with the time at which it"
                      + " was measured, and shall keep it until it has been read or replaced.")
                  .formatted(i, section),
              text.maxLength());
      case AttributeType.Numeric number ->
          String.valueOf(number.minimum() == null ? i % 100 : number.minimum().intValue());
      case AttributeType.Flag() -> i % 2 == 0 ? "Y" : "N";
      case AttributeType.Date() -> "2011-11-30";
      case AttributeType.Code code -> code.codes().codes().get(i % code.codes().codes().size());
      case AttributeType.Measure measure ->
          i % 90 + 1 + " " + measure.units().get(i % measure.units().size());
      case AttributeType.ListOf list -> value(list.item(), i, section);
      case AttributeType.Table table ->
          table.columns().stream()
              .map(column -> value(column.type(), i, section))
              .collect(Collectors.joining(" | "));
      case AttributeType.Reference _, AttributeType.CodeMap _ -> "";
    };
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }
}
