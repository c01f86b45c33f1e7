package org.seccatalogue.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordKey;

/// One record as a source proposes it, still unchecked.
///
/// @param number among all that the source proposes, counted from 1
/// @param row its row in the table, as people count it
/// @param key of the record that it means, as it is written
/// @param base the revision that its editor was given; absent when the source does not say
/// @param defaults what is to hold where nothing is said
/// @param remarks what its cells tell besides their values
/// @param print by which the same row is known again; absent when it has none
public record Proposal(
    int number,
    int row,
    @Nullable String key,
    @Nullable Base base,
    Stated stated,
    Defaults defaults,
    List<Finding> remarks,
    @Nullable String print) {

  /// What it says.
  ///
  /// @param section key or reference of the record under which it stands
  /// @param stage to which it is to be moved, as it is written
  /// @param attributes raw values; null for an empty cell
  /// @param unsaid the names of the link types of which its cell says nothing, not even that there
  ///     are none
  public record Stated(
      @Nullable String section,
      PlaceWish place,
      @Nullable String stage,
      ObjectNode attributes,
      List<LinkCell> links,
      Set<String> unsaid) {

    /// The same without a word on an attribute.
    public Stated silentOn(String attribute) {
      ObjectNode others = attributes.deepCopy();
      others.remove(attribute);
      return new Stated(section, place, stage, others, links, unsaid);
    }

    /// The same with other values.
    public Stated valued(ObjectNode others) {
      return new Stated(section, place, stage, others, links, unsaid);
    }

    /// The same with other links.
    public Stated linking(@Nullable String otherSection, List<LinkCell> others) {
      return new Stated(otherSection, place, stage, attributes, others, unsaid);
    }
  }

  /// One link that a cell asks for.
  public record LinkCell(String type, String target, @Nullable String note, int column) {

    /// The same link by another name of its target.
    ///
    /// @param names the other names by those that have one
    public LinkCell naming(Map<String, String> names) {
      return new LinkCell(type, names.getOrDefault(target, target), note, column);
    }
  }

  /// What holds for every row. It is no statement of the row: it fills new records and empty
  /// attributes, and never replaces what a record says.
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
  /// @param digest of that revision; absent when the source does not tell
  /// @param note what stands beside the digest
  public record Base(String revision, @Nullable String digest, DigestNote note) {

    /// Nothing when there is no revision.
    ///
    /// @param digest with what an export notes beside it
    public static @Nullable Base of(@Nullable String revision, @Nullable String digest) {
      return revision == null
          ? null
          : new Base(
              revision, digest == null ? null : DigestNote.digest(digest), DigestNote.of(digest));
    }

    public @Nullable String stage() {
      return note.stage();
    }

    public @Nullable String section() {
      return note.section();
    }

    public Map<String, String> meant() {
      return note.meant();
    }

    /// What a record was called then, where that was noted; by its key if it had no reference.
    public Optional<String> called(RecordKey key) {
      return note.meant().entrySet().stream()
          .filter(name -> name.getValue().equals(key.toString()))
          .map(Map.Entry::getKey)
          .findFirst();
    }
  }

  /// What it says of an attribute, or else what holds for every row.
  public JsonNode saidOrDefault(String attribute) {
    JsonNode own = stated.attributes().path(attribute);
    return own.isMissingNode() ? defaults.attributes().path(attribute) : own;
  }

  /// The same proposal saying something else.
  public Proposal saying(Stated other) {
    return new Proposal(number, row, key, base, other, defaults, remarks, print);
  }

  /// The same proposal, to be read anew whenever it comes.
  public Proposal readAgain() {
    return new Proposal(number, row, key, base, stated, defaults, remarks, null);
  }
}
