package org.seccatalogue.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.names.FormerNames;
import org.seccatalogue.plan.names.NotedNames;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.numbering.FormerReferences;
import org.seccatalogue.revision.numbering.FormerReferences.Former;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;

/// What the names in a batch of rows mean: in an exported row what they meant when it was exported,
/// also where a reference belongs to another record by now. In any other row, and where no row
/// notes what a name meant, people are asked.
final class MeantNames {

  private final ProposalTable table;
  private final Map<String, RecordHead> named;

  /// The keys of records that had a reference which they have no more.
  private final Map<String, Set<String>> former;

  /// The keys of the sections in which records stood, of those whose rows do not say where they
  /// stood when they were exported.
  private final Map<String, Set<String>> left;

  /// What rows give to their own records: further down in the workbook these are meant by it.
  private final Set<String> taken;

  /// What names meant when rows were exported, as far as that is known.
  private final Map<String, String> noted = new HashMap<>();

  /// The names that people gave to other records.
  private final Set<String> passed = new HashSet<>();

  /// The numbers of the rows of which it is asked what a name in them means.
  private final Set<Integer> doubted = new HashSet<>();

  private MeantNames(
      ProposalTable table,
      Map<String, RecordHead> named,
      Map<String, Set<String>> former,
      Map<String, Set<String>> left,
      Set<String> taken) {
    this.taken = taken;
    this.table = table;
    this.named = named;
    this.former = former;
    this.left = left;
  }

  /// @param taken the former references that rows give to their own records, for all batches
  static MeantNames of(
      ProposalTable table, List<BatchMatch.Matched> rows, Catalogue catalogue, Set<String> taken) {
    BulkLookup lookup = catalogue.lookup();
    List<Proposal> proposals = rows.stream().map(BatchMatch.Matched::row).toList();
    Set<String> said = new HashSet<>(RowNames.of(table, proposals));
    proposals.forEach(row -> reference(row, table).ifPresent(said::add));
    rows.forEach(row -> said.addAll(meant(row).keySet()));
    Map<String, RecordHead> named = new HashMap<>(lookup.named(said));
    addAll(named, lookup, passed(rows, named));
    List<Former> had = catalogue.former().of(said);
    Map<String, Set<String>> former = FormerReferences.keys(had);
    addAll(
        named, lookup, former.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    Map<String, String> then = NotedNames.of(rows.stream().map(MeantNames::meant).toList(), had);
    MeantNames names =
        new MeantNames(
            table,
            named,
            former,
            catalogue.former().sectionsLeft(BatchMatch.withoutSection(rows)),
            taken);
    names.noted.putAll(then);
    had.stream().filter(Former::here).map(Former::reference).forEach(names.passed::add);
    return names;
  }

  private static void addAll(Map<String, RecordHead> named, BulkLookup lookup, Set<String> names) {
    if (!names.isEmpty()) {
      lookup.named(names).forEach(named::putIfAbsent);
    }
  }

  /// The keys of records whose names others have now.
  private static Set<String> passed(List<BatchMatch.Matched> rows, Map<String, RecordHead> named) {
    Set<String> passed = new HashSet<>();
    for (BatchMatch.Matched row : rows) {
      meant(row)
          .forEach(
              (name, key) -> {
                if (!means(named.get(name), key) && RecordKey.parse(key).isPresent()) {
                  passed.add(key);
                }
              });
    }
    return passed;
  }

  /// Of a row whose record is the one that it was exported as.
  private static Map<String, String> meant(BatchMatch.Matched matched) {
    Proposal.Base base = matched.row().base();
    return base == null || isOfNobody(matched) ? Map.of() : base.meant();
  }

  private static boolean means(@Nullable RecordHead head, String key) {
    return head != null && head.key().toString().equals(key);
  }

  /// The records that names stand for now.
  Map<String, RecordHead> named() {
    return named;
  }

  /// The numbers of the rows that only people can tell what they mean, of those that were given to
  /// it.
  Set<Integer> doubted() {
    return doubted;
  }

  /// The row with the keys of records in place of references that have passed to others, in the
  /// cells that are as they were exported.
  ///
  /// @param findings where is added what is to be known of the other cells
  BatchMatch.Matched of(BatchMatch.Matched row, List<Finding> findings) {
    BatchMatch.Matched matched = keepingNumber(row, findings);
    if (isOfNobody(matched)) {
      note(matched, asked(matched), findings);
    }
    return ofExport(asBefore(matched, findings), findings);
  }

  /// A number that a record had and has no more is none that somebody gives it: the file is older.
  /// Where an export noted the number that the record had, what was edited shows by itself.
  private BatchMatch.Matched keepingNumber(BatchMatch.Matched matched, List<Finding> findings) {
    StoredRecord record = matched.record();
    String said = reference(matched.row(), table).orElse("");
    if (record == null || isNoted(matched, record) || !had(said, record.key().toString())) {
      return matched;
    }
    Attribute attribute = table.type().playing(AttributeRole.REFERENCE).orElseThrow();
    findings.add(
        Finding.warning(
            FindingCode.REFERENCE_PASSED,
            table.cell(matched.row(), columnOfReference()),
            said,
            record.head().name()
                + ", its present reference; the one in the cell is a former one, and is not taken"
                + " for a change"));
    return matched.saying(matched.row().saying(matched.row().stated().silentOn(attribute.name())));
  }

  private static boolean isNoted(BatchMatch.Matched matched, StoredRecord record) {
    Proposal.Base base = matched.row().base();
    return matched.row().key() != null && base != null && base.called(record.key()).isPresent();
  }

  /// The reference that a row gives to its record itself.
  private static Optional<String> reference(Proposal row, ProposalTable table) {
    return table
        .type()
        .playing(AttributeRole.REFERENCE)
        .map(attribute -> row.stated().attributes().path(attribute.name()).asText().strip())
        .filter(said -> !said.isEmpty());
  }

  /// What is to be asked of a row that nobody exported: whether a name means who has it now. Where
  /// its record says just that already, it does; but who was found by its number alone may be
  /// another record than its writer meant, in a section whose number has passed to another.
  private FormerNames asked(BatchMatch.Matched matched) {
    Proposal row = matched.row();
    FormerNames asked = new FormerNames(named, former, taken);
    String stated = row.stated().section();
    String section = stated == null ? row.defaults().section() : stated;
    boolean found = row.key() != null || matched.isTitledAlike(table);
    if (!found || !RowNames.meansOneOf(section, matched.parents(), named)) {
      asked.ask(section, table.cell(row, ProposalTable.Part.SECTION));
    }
    if (section == null && matched.record() == null) {
      asked.askUnsaid(table.type(), table.cell(row, ProposalTable.Part.SECTION), passed);
    }
    asked.askOwn(
        reference(row, table).orElse(null),
        table.cell(row, columnOfReference()),
        found,
        matched.record() == null ? null : matched.record().key().toString());
    for (Proposal.LinkCell link : row.stated().links()) {
      if (!RowNames.meansOneOf(link.target(), matched.targets(link), named)) {
        asked.ask(link.target(), table.cell(row, table.columnOf(link.type()).orElse(0)));
      }
    }
    RowNames.newInValues(table, matched, named)
        .forEach(value -> asked.ask(value.name(), table.cell(row, value.column())));
    return asked;
  }

  private int columnOfReference() {
    return table
        .type()
        .playing(AttributeRole.REFERENCE)
        .flatMap(attribute -> table.columnOf(attribute.name()))
        .orElse(0);
  }

  /// The row with keys in place of names that the section or a link of its record had, since nobody
  /// who wrote them meant a change; and in place of those that nobody has now and only one record
  /// ever had. What an export notes of its names is left to that.
  private BatchMatch.Matched asBefore(BatchMatch.Matched matched, List<Finding> findings) {
    if (former.isEmpty() && left.isEmpty()) {
      return matched;
    }
    StoredRecord record = matched.record();
    Set<String> noted = meant(matched).keySet();
    Proposal.Stated stated = RowNames.asBefore(table, matched, this::asBefore);
    String section = stated.section();
    if (section != null && !noted.contains(section)) {
      section = asBefore(section, matched.parents());
      if (hasLeft(record, section)) {
        findings.add(stayed(matched.row(), section));
        section = matched.parents().stream().findFirst().orElse(null);
      }
    }
    List<Proposal.LinkCell> links =
        stated.links().stream()
            .map(
                link ->
                    noted.contains(link.target())
                        ? link
                        : link.naming(
                            Map.of(link.target(), asBefore(link.target(), matched.targets(link)))))
            .toList();
    return matched.saying(matched.row().saying(stated.linking(section, links)));
  }

  private Finding stayed(Proposal row, String section) {
    String expected =
        "the section in which the record stands now: an earlier version wrote the row before it was"
            + " moved, and it stays where it is";
    Place cell = table.cell(row, ProposalTable.Part.SECTION);
    return Finding.warning(FindingCode.REFERENCE_PASSED, cell, section, expected);
  }

  private boolean hasLeft(@Nullable StoredRecord record, String section) {
    RecordHead head = named.get(section);
    return record != null
        && head != null
        && left.getOrDefault(record.key().toString(), Set.of()).contains(head.key().toString());
  }

  private String asBefore(String name, List<String> present) {
    Set<String> keys = former.getOrDefault(name, Set.of());
    return present.stream()
        .filter(keys::contains)
        .findFirst()
        .orElseGet(() -> keys.size() == 1 && isFree(name) ? keys.iterator().next() : name);
  }

  private boolean isFree(String name) {
    return !named.containsKey(name) && !taken.contains(name);
  }

  private boolean had(String name, String key) {
    return former.getOrDefault(name, Set.of()).contains(key);
  }

  /// A row whose export is known.
  private BatchMatch.Matched ofExport(BatchMatch.Matched matched, List<Finding> findings) {
    Map<String, String> own = meant(matched);
    ExportedCells.Meanings meanings = new ExportedCells.Meanings(named, own, noted);
    boolean passed = own.keySet().stream().anyMatch(n -> meanings.passed(own, n).isPresent());
    if (isOfNobody(matched) || (!passed && former.isEmpty())) {
      return matched;
    }
    FormerNames asked = new FormerNames(named, former, taken);
    askOwn(matched, asked);
    Proposal row = new ExportedCells(table, matched, meanings).read(asked, findings);
    note(matched, asked, findings);
    return matched.saying(row);
  }

  private void askOwn(BatchMatch.Matched matched, FormerNames asked) {
    StoredRecord record = Objects.requireNonNull(matched.record());
    String said = reference(matched.row(), table).orElse(null);
    Proposal.Base base = matched.row().base();
    boolean untouched =
        base != null && base.called(record.key()).filter(n -> n.equals(said)).isPresent();
    if (!untouched) {
      Place cell = table.cell(matched.row(), columnOfReference());
      asked.askOwn(said, cell, true, record.key().toString());
    }
  }

  private void note(BatchMatch.Matched matched, FormerNames asked, List<Finding> findings) {
    if (asked.isAsked()) {
      doubted.add(matched.row().number());
    }
    findings.addAll(asked.findings());
  }

  /// A row that no export wrote, or of which nobody knows as what.
  private static boolean isOfNobody(BatchMatch.Matched matched) {
    return matched.record() == null || matched.row().key() == null || matched.row().base() == null;
  }
}
