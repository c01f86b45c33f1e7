package org.seccatalogue.revision.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.ReferenceUse;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.record.words.Naming;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.RecordNames;

/// Tells which record of the draft somebody means by a name. Who has it now comes first, then those
/// of whose references it is the last number, then those that had it.
@ApplicationScoped
public class MeantRecords implements Naming {

  private final BulkLookup lookup;
  private final RecordNames names;
  private final FormerReferences former;

  MeantRecords(BulkLookup lookup, RecordNames names, FormerReferences former) {
    this.lookup = lookup;
    this.names = names;
    this.former = former;
  }

  @Override
  @Transactional
  public Meant of(String written) {
    // PostgreSQL knows no text with NUL; no record can be called so.
    if (written.indexOf('\0') >= 0) {
      return new Meant.Nobody();
    }
    String name = ReferenceUse.plain(written);
    RecordHead head = lookup.named(List.of(name)).get(name);
    return head == null ? byNumberOrBefore(name) : new Meant.One(head);
  }

  private Meant byNumberOrBefore(String name) {
    List<RecordHead> paths = names.pathsTo(List.of(name)).getOrDefault(name, List.of());
    return paths.isEmpty()
        ? Meant.byFormer(before(List.of(name)).getOrDefault(name, List.of()))
        : Meant.byNumber(paths);
  }

  @Override
  @Transactional
  public Map<String, RecordHead> formerly(Collection<String> asked) {
    Map<String, RecordHead> alone = new HashMap<>();
    before(asked.stream().filter(name -> name.indexOf('\0') < 0).toList())
        .forEach(
            (name, heads) -> Meant.byFormer(heads).one().ifPresent(head -> alone.put(name, head)));
    return alone;
  }

  /// Who had these names and has them no more.
  private Map<String, List<RecordHead>> before(Collection<String> asked) {
    List<FormerReferences.Former> had = former.of(asked);
    Map<String, RecordHead> heads =
        lookup.named(had.stream().map(one -> one.key().toString()).distinct().toList());
    return had.stream()
        .filter(one -> heads.containsKey(one.key().toString()))
        .collect(
            Collectors.groupingBy(
                FormerReferences.Former::reference,
                Collectors.mapping(
                    one -> Objects.requireNonNull(heads.get(one.key().toString())),
                    Collectors.toList())));
  }
}
