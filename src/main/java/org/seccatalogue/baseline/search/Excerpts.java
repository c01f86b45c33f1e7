package org.seccatalogue.baseline.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.seccatalogue.baseline.PublicDatabase;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.search.PublishedPage.Piece;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.sql.Query;

/// What records say around the words that were looked for. The database marks the words; what is
/// handed on is text in pieces and never markup.
final class Excerpts {

  private static final char BEGIN = '\u0002';
  private static final char END = '\u0003';
  private static final String OPTIONS =
      "StartSel=\"\u0002\", StopSel=\"\u0003\", MaxFragments=2, MaxWords=24, MinWords=8,"
          + " FragmentDelimiter=\" … \"";

  private static final Query<String> MARKED =
      Query.of(
          String.class,
          """
          select ts_headline('english', text, websearch_to_tsquery('english', :words), :options)
          from unnest(cast(:texts as text[])) with ordinality texts (text, place) order by place
          """);

  private Excerpts() {}

  /// Excerpts by keys, of those records that have one of the words in their texts.
  static Map<String, List<Piece>> of(
      PublicDatabase database, List<PublishedRecord> records, String words) {
    List<String> marked =
        database.list(
            MARKED
                .with("words", words)
                .with("options", OPTIONS)
                .with("texts", records.stream().map(Excerpts::text).toList()));
    Map<String, List<Piece>> excerpts = new LinkedHashMap<>();
    for (int i = 0; i < records.size(); i++) {
      if (marked.get(i).indexOf(BEGIN) >= 0) {
        excerpts.put(records.get(i).key().toString(), pieces(marked.get(i)));
      }
    }
    return excerpts;
  }

  /// All that a record says in words.
  private static String text(PublishedRecord record) {
    List<String> texts = new ArrayList<>();
    for (Attribute attribute : record.type().attributes()) {
      JsonNode value = record.attributes().json().get(attribute.name());
      if (value != null) {
        add(texts, attribute.type(), value);
      }
    }
    return texts.stream()
        .map(text -> text.replace(BEGIN, ' ').replace(END, ' '))
        .collect(Collectors.joining("\n"));
  }

  private static void add(List<String> texts, AttributeType type, JsonNode value) {
    switch (type) {
      case AttributeType.Line _, AttributeType.Text _ -> texts.add(value.asText());
      case AttributeType.ListOf list -> value.forEach(item -> add(texts, list.item(), item));
      case AttributeType.Table table ->
          value.forEach(
              row ->
                  table.columns().stream()
                      .filter(column -> row.has(column.name()))
                      .forEach(column -> add(texts, column.type(), row.get(column.name()))));
      case AttributeType.Numeric _,
          AttributeType.Flag _,
          AttributeType.Date _,
          AttributeType.Code _,
          AttributeType.Measure _,
          AttributeType.Reference _,
          AttributeType.CodeMap _ -> {}
    }
  }

  static List<Piece> pieces(String marked) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int begin = marked.indexOf(BEGIN); begin >= 0; begin = marked.indexOf(BEGIN, from)) {
      int end = marked.indexOf(END, begin);
      add(pieces, marked.substring(from, begin), false);
      add(pieces, marked.substring(begin + 1, end), true);
      from = end + 1;
    }
    add(pieces, marked.substring(from), false);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, boolean match) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, match));
    }
  }
}
