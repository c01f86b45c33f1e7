package org.seccatalogue.baseline.comparison;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PageBinding;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.trace.WantedLinks;

/// Reads what somebody asks for of the changes between two baselines, and tells all that is wrong
/// with it.
record ChangeQuestion(
    Published published, PublishedRecords records, Baseline older, Baseline newer) {

  /// What a query asks for, of worth only when there are no findings.
  ///
  /// @param sections paths of what it names as its section
  /// @param after where the page before ended
  record Read(List<String> sections, List<WantedLinks> links, Position after) {}

  /// Where a page ends: the place of its last change in the outline, and its key.
  record Position(String path, String key) {

    static final Position FIRST = new Position("", "");

    static Position of(String text) {
      int end = text.indexOf('_');
      return end < 0 || text.indexOf('\0') >= 0
          ? FIRST
          : new Position(text.substring(0, end), text.substring(end + 1));
    }

    String text() {
      return path + "_" + key;
    }
  }

  /// @param types those of both baselines
  Read read(ChangeQuery query, List<RecordType> types, List<Finding> findings) {
    String type = query.type();
    if (type != null && types.stream().noneMatch(t -> t.name().equals(type))) {
      findings.add(wrong(FindingCode.UNKNOWN_TYPE, "type", type, "the name of a record type"));
    }
    List<String> sections = sections(query.section(), findings);
    List<LinkRule> rules =
        Stream.of(newer, older)
            .flatMap(baseline -> published.schema(baseline).links().stream())
            .toList();
    List<WantedLinks> links = WantedLinks.read(query.links(), rules, this::meant, findings);
    return new Read(sections, links, after(query, findings));
  }

  private Position after(ChangeQuery query, List<Finding> findings) {
    String cursor = query.after();
    if (cursor == null) {
      return Position.FIRST;
    }
    return switch (query.binding(older, newer).read(cursor)) {
      case PageBinding.Read.Behind(String position) -> Position.of(position);
      case PageBinding.Read.Refused(String expected) -> {
        findings.add(wrong(FindingCode.BAD_VALUE, "cursor", cursor, expected));
        yield Position.FIRST;
      }
    };
  }

  /// In either baseline, since a record may have moved out of the section of that name.
  private List<String> sections(@Nullable String section, List<Finding> findings) {
    if (section == null) {
      return List.of();
    }
    List<String> paths =
        Stream.of(newer, older)
            .flatMap(baseline -> records.meant(baseline, section).one().stream())
            .map(RecordHead::path)
            .toList();
    if (paths.isEmpty()) {
      Place place = new Place.Parameter("section");
      findings.add(
          meant(section)
              .finding(
                  place, section, "the key or reference of a record of one of the two baselines"));
    }
    return paths;
  }

  /// As the newer baseline means it, or else the older one.
  private Meant meant(String name) {
    Meant now = records.meant(newer, name);
    return switch (now) {
      case Meant.Nobody _ -> records.meant(older, name);
      case Meant.OneOf _ -> {
        Meant before = records.meant(older, name);
        yield before.one().isPresent() ? before : now;
      }
      case Meant.One _ -> now;
    };
  }

  private static Finding wrong(
      FindingCode code, String parameter, @Nullable String found, String expected) {
    return Finding.error(code, new Place.Parameter(parameter), found, expected);
  }
}
