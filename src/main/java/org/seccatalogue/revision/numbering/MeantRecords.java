package org.seccatalogue.revision.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    return paths.isEmpty() ? Meant.byFormer(before(name)) : Meant.byNumber(paths);
  }

  private List<RecordHead> before(String name) {
    List<String> keys =
        former.of(List.of(name)).stream().map(one -> one.key().toString()).distinct().toList();
    Map<String, RecordHead> heads = lookup.named(keys);
    return keys.stream().flatMap(key -> Stream.ofNullable(heads.get(key))).toList();
  }
}
