package org.seccatalogue.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;

/// What a row says, still unchecked.
///
/// @param number of the row among all rows of the import, counted from 1
/// @param defaults what its profile says of records of which nothing else is said
/// @param base the revision that its editor was given; absent when the workbook does not say
/// @param attributes raw values; null for an empty cell
/// @param remarks what the cells tell besides their values
public record RowValues(
    int number,
    int row,
    @Nullable String key,
    @Nullable String section,
    @Nullable String stage,
    @Nullable Base base,
    ObjectNode attributes,
    Defaults defaults,
    List<LinkCell> links,
    List<Finding> remarks) {

  /// What a row says of an attribute, or else its profile.
  public JsonNode saidOrDefault(String attribute) {
    JsonNode said = attributes.path(attribute);
    return said.isMissingNode() ? defaults.attributes().path(attribute) : said;
  }

  /// What a profile says for every row. It is no statement of the row: it fills new records and
  /// empty attributes, and never replaces what a record says.
  ///
  /// @param section reference of the section of new records
  /// @param attributes raw values
  public record Defaults(@Nullable String section, ObjectNode attributes) {

    /// Nothing is said.
    public static Defaults none() {
      return new Defaults(null, JsonNodeFactory.instance.objectNode());
    }
  }

  /// The revision that a row was exported with, as its cells say.
  ///
  /// @param digest of that revision; absent when the workbook has no such column
  /// @param stage of the record when it was exported, which is no part of a revision
  public record Base(String revision, @Nullable String digest, @Nullable String stage) {

    /// Nothing when there is no revision.
    ///
    /// @param digest with the stage of the record after it
    static @Nullable Base of(@Nullable String revision, @Nullable String digest) {
      if (revision == null) {
        return null;
      }
      String[] parts = digest == null ? new String[0] : digest.strip().split("\\s+", 2);
      return new Base(
          revision, parts.length > 0 ? parts[0] : null, parts.length > 1 ? parts[1] : null);
    }
  }

  /// One link that a cell asks for.
  public record LinkCell(String type, String target, @Nullable String note, int column) {}
}
