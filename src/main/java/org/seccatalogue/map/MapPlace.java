package org.seccatalogue.map;

import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.TypeKind;

/// What a relation begins or ends at: a record, or a party.
///
/// @param id the key of a record; of a party, `party:` and its code
/// @param name by which people call it
/// @param path its place in the outline; empty for a party
/// @param stage the code of the stage that its record has reached; empty for a party
/// @param change what became of it since the edition with which this one is compared
public record MapPlace(
    String id,
    Sort sort,
    String name,
    String title,
    String path,
    boolean provisional,
    String stage,
    MapChange change) {

  /// What it is, as far as the map looks at it.
  public enum Sort {
    AGREEMENT("existing codes"),
    CLAUSE("clauses"),
    PARTY("parties"),
    HEADING("sections"),
    RECORD("records"),
    /// An entry of a register, such as a party.
    ENTRY("entries"),
    /// A subsidiary document.
    DOCUMENT("documents");

    private final String plural;

    Sort(String plural) {
      this.plural = plural;
    }

    /// What frames of it are called, where it shares them.
    public String frames() {
      return this == AGREEMENT ? "registers" : "parts";
    }

    /// What several are called in short.
    String plural() {
      return plural;
    }
  }

  static final String PARTIES = "party:";

  /// Of those who use nothing, but must act or take part.
  static final String OTHER_PARTIES = "party:other:";

  /// Its title with what stands in front of it.
  public String heading() {
    return (RecordHead.number(name, title) + " " + title).strip();
  }

  static MapPlace of(RecordHead head, TypeKind kind) {
    return new MapPlace(
        head.key().toString(),
        sort(kind),
        head.name(),
        head.title(),
        head.path(),
        head.provisional(),
        head.stage(),
        MapChange.SAME);
  }

  private static Sort sort(TypeKind kind) {
    return switch (kind) {
      case AGREEMENT -> Sort.AGREEMENT;
      case CLAUSE -> Sort.CLAUSE;
      case HEADING -> Sort.HEADING;
      case REQUIREMENT, DEPENDENCY, OPTIONS, NOTE, INTERACTION -> Sort.RECORD;
      case ASSESSMENT, PARTY -> Sort.ENTRY;
      case DOCUMENT -> Sort.DOCUMENT;
    };
  }

  /// @param prefix of its id
  static MapPlace party(String prefix, String code, String label) {
    return new MapPlace(prefix + code, Sort.PARTY, code, label, "", false, "", MapChange.SAME);
  }

  MapPlace as(MapChange other) {
    return new MapPlace(id, sort, name, title, path, provisional, stage, other);
  }

  /// Whether it is one party, and not a box of several.
  public boolean isOneParty() {
    return sort == Sort.PARTY && !id.equals(PARTIES) && !id.equals(OTHER_PARTIES);
  }

  /// Its name and its title, once where they are the same.
  String nameAndTitle() {
    return name.equals(title) ? name : name + " " + title;
  }

  /// Whether it is a party that may use something.
  boolean isUser() {
    return sort == Sort.PARTY && !id.startsWith(OTHER_PARTIES);
  }

  /// Whether other records may stand below it.
  boolean isOutline() {
    return sort == Sort.CLAUSE || sort == Sort.HEADING;
  }

  /// Whether it is a part of the outline rather than something outside of it.
  boolean isInside() {
    return sort != Sort.AGREEMENT && sort != Sort.PARTY;
  }

  /// How deep it stands, a root at 1.
  int depth() {
    return (path.length() + 1) / STEP;
  }

  /// How much longer each path is than that of its parent.
  private static final int STEP = 9;

  /// The path of what it stands below, at a depth that it reaches.
  String pathAt(int depth) {
    return path.substring(0, Math.min(path.length(), depth * STEP - 1));
  }

  /// Whether it is another place, or stands below that.
  boolean isIn(MapPlace other) {
    return path.equals(other.path) || path.startsWith(other.path + ".");
  }
}
