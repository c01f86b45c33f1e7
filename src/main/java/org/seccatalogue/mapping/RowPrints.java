package org.seccatalogue.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.workbook.SheetRow;

/// Digests by which rows of a table are known again that were read before: over the cells of a row
/// as they stand in the file, and over all that decides what they mean.
final class RowPrints {

  /// To be raised whenever this program reads the same cells as something else than before.
  private static final int READING = 2;

  private final MessageDigest table;

  RowPrints(SheetMapping mapping, CatalogueSchema schema) {
    table = sha256();
    StringBuilder meaning = new StringBuilder();
    add(meaning, READING, schema.digest(), mapping.type().name(), mapping.keepsKeys());
    add(meaning, sorted(mapping.headers()));
    mapping.columns().forEach(column -> add(meaning, column));
    if (mapping.profile() != null) {
      add(meaning, mapping.profile());
    }
    table.update(meaning.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void add(StringBuilder meaning, SheetColumn column) {
    add(meaning, column.index(), column.header(), target(column.target()));
    add(meaning, sorted(column.values()), column.separator(), sorted(column.leaveOut()));
  }

  private static void add(StringBuilder meaning, Profile.SheetProfile profile) {
    add(meaning, profile.section(), profile.match(), profile.shorten());
    add(meaning, sorted(profile.constants()));
  }

  private static String target(CellTarget target) {
    return switch (target) {
      case CellTarget.Attributes(var attributes) ->
          attributes.stream().map(Attribute::name).collect(Collectors.joining(",", "a:", ""));
      case CellTarget.Links(LinkRule rule) -> "l:" + rule.name();
      case CellTarget.Key() -> "key";
      case CellTarget.Section() -> "section";
      case CellTarget.Position() -> "position";
      case CellTarget.Stage() -> "stage";
      case CellTarget.Revision() -> "revision";
      case CellTarget.Digest() -> "digest";
      case CellTarget.Ignored() -> "ignored";
    };
  }

  private static Map<String, Object> sorted(Map<String, ?> map) {
    return new TreeMap<>(map);
  }

  private static Collection<String> sorted(Collection<String> texts) {
    return new TreeSet<>(texts);
  }

  /// Each with its length, so that no two rows of values are the same text.
  private static void add(StringBuilder text, @Nullable Object... values) {
    for (Object value : values) {
      String word = String.valueOf(value);
      text.append(word.length()).append(':').append(word);
    }
  }

  /// The digest of a row, 64 hexadecimal digits.
  String of(SheetRow row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      text.append(row.kind(i).name()).append(' ').append(cell.length()).append(':').append(cell);
    }
    MessageDigest digest = begun();
    return HexFormat.of()
        .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private MessageDigest begun() {
    try {
      return (MessageDigest) table.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
