package org.seccatalogue.revision.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.DraftWriter;
import org.seccatalogue.revision.writing.Renumbered;
import org.seccatalogue.schema.CatalogueSchema;

/// Takes in the references that records had before they came to this catalogue, so that these lead
/// to them here as well.
@ApplicationScoped
public class BroughtReferences {

  private final BranchRows rows;
  private final DraftWriter writer;
  private final CatalogueSchema schema;

  BroughtReferences(BranchRows rows, DraftWriter writer, CatalogueSchema schema) {
    this.rows = rows;
    this.writer = writer;
    this.schema = schema;
  }

  /// Tells of each record which reference it had.
  ///
  /// @param present the references that records have, by those that they had
  /// @return of how many records that was told
  @Transactional
  public int tell(Map<String, String> present, ChangeNote note) {
    List<Renumbered> told = new ArrayList<>();
    Map<String, BranchMember> called =
        rows.called(present.values()).stream()
            .collect(Collectors.toMap(BranchMember::name, one -> one));
    present.forEach(
        (before, now) -> {
          BranchMember member = called.get(now);
          if (member != null) {
            told.add(new Renumbered(member.key(), schema.typeOf(member.type()), before, now));
          }
        });
    writer.begin(note).tellFormer(told);
    return told.size();
  }
}
