package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublishedSections;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedFiles;
import org.seccatalogue.document.published.BaselineDocuments;
import org.seccatalogue.record.RecordHead;

/// The files that every baseline has: its workbook, the specifications of its uppermost sections,
/// its map, and the bundle of all of them, in the forms that they were published in.
@ApplicationScoped
public class StandardFiles {

  private final PublishedSections sections;
  private final BaselineDocuments documents;
  private final PublishedFiles files;

  StandardFiles(PublishedSections sections, BaselineDocuments documents, PublishedFiles files) {
    this.sections = sections;
    this.documents = documents;
    this.files = files;
  }

  /// All of them; what another one holds comes before it.
  public List<PublishedFile> of(Baseline baseline) {
    List<PublishedFile> all = new ArrayList<>(inBundle(baseline));
    all.addAll(maps(baseline, files.form(baseline, FileKind.BUNDLE)));
    all.add(whole(baseline, FileKind.BUNDLE));
    return all;
  }

  /// The map of the whole code, which bundles hold from the sixth form on.
  ///
  /// @param form of the bundle
  List<PublishedFile> maps(Baseline baseline, int form) {
    return maps(form).stream()
        .map(kind -> PublishedFile.map(kind, files.form(baseline, kind), baseline, ""))
        .toList();
  }

  private static List<FileKind> maps(int form) {
    if (form < FileForms.SIXTH) {
      return List.of();
    }
    return form == FileForms.SIXTH
        ? List.of(FileKind.MAP, FileKind.MAP_PDF)
        : List.of(FileKind.MAP, FileKind.MAP_PDF, FileKind.MAP_PNG);
  }

  /// Those that bundles of all forms hold, in their order.
  List<PublishedFile> inBundle(Baseline baseline) {
    List<PublishedFile> all = new ArrayList<>(List.of(whole(baseline, FileKind.WORKBOOK)));
    for (RecordHead section : sections.roots(baseline)) {
      if (documents.section(baseline, section.name()).isPresent()) {
        all.add(specification(baseline, section, FileKind.WORD));
        all.add(specification(baseline, section, FileKind.HTML));
      }
    }
    return all;
  }

  private PublishedFile whole(Baseline baseline, FileKind kind) {
    return PublishedFile.whole(kind, files.form(baseline, kind), baseline);
  }

  private PublishedFile specification(Baseline baseline, RecordHead section, FileKind kind) {
    return PublishedFile.specification(kind, files.form(baseline, kind), baseline, section);
  }
}
