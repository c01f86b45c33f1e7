package org.seccatalogue.page.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.RecordPage;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;

/// What stands below a section.
@ApplicationScoped
class SectionContents {

  private static final int READ_AT_ONCE = 100;
  private static final int FULL_PAGE = 25;

  private final CatalogueSchema schema;
  private final RecordSearch search;

  SectionContents(CatalogueSchema schema, RecordSearch search) {
    this.schema = schema;
    this.search = search;
  }

  /// Records and the cursor of the next page, if there is one.
  record Listing(List<StoredRecord> records, @Nullable String next) {}

  /// The records of some kinds that stand directly below a section.
  List<StoredRecord> directly(RecordKey section, Collection<TypeKind> kinds) {
    return schema.types().stream()
        .filter(type -> kinds.contains(type.kind()))
        .flatMap(type -> page(section, type.name(), null, null).records().stream())
        .filter(record -> section.equals(record.parent()))
        .toList();
  }

  /// The records below a section at any depth, without those that its page shows elsewhere. A page
  /// of them is filled from as many pages of the store as it takes.
  Listing records(
      RecordKey section, @Nullable String type, @Nullable String stage, @Nullable String cursor) {
    if (type != null) {
      return page(section, type, stage, cursor);
    }
    List<StoredRecord> shown = new ArrayList<>();
    String after = cursor;
    do {
      Listing read = page(section, null, stage, after);
      read.records().stream().filter(SectionContents::isListed).forEach(shown::add);
      after = read.next();
    } while (after != null && shown.size() < FULL_PAGE);
    return new Listing(shown, after);
  }

  /// Whether records of this kind stand in the table of a section.
  static boolean isListed(StoredRecord record) {
    return switch (record.type().kind()) {
      case REQUIREMENT, AGREEMENT, DEPENDENCY, ASSESSMENT, DOCUMENT, PARTY -> true;
      case HEADING, CLAUSE, OPTIONS, NOTE, INTERACTION -> false;
    };
  }

  private Listing page(
      RecordKey section, @Nullable String type, @Nullable String stage, @Nullable String cursor) {
    RecordQuery query =
        new RecordQuery(type, section.toString(), stage, null, List.of(), cursor, READ_AT_ONCE);
    return switch (search.find(query)) {
      case RecordPage.Page found -> new Listing(found.records(), found.next());
      case RecordPage.Refused _ -> throw new BadRequestException();
    };
  }
}
