package org.seccatalogue.page.published;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.shown.AttributeGroup;
import org.seccatalogue.page.shown.LinkLine;
import org.seccatalogue.page.shown.RecordLine;

/// A record as its page for readers shows it.
///
/// @param digest SHA-256 of what it says, 64 hexadecimal digits
/// @param since the oldest baseline from which on it says the same without a break
record PublishedRecordView(
    RecordLine line,
    String heading,
    List<RecordLine> above,
    @Nullable String statement,
    String statementLabel,
    List<AttributeGroup> groups,
    List<LinkLine> outgoing,
    List<LinkLine> incoming,
    String citation,
    String permanent,
    String digest,
    String since,
    List<Held> held,
    @Nullable RecordLine previous,
    @Nullable RecordLine next) {

  /// A baseline that holds the record.
  ///
  /// @param change what it is there, compared with the baseline before
  record Held(String name, String dated, String href, int revision, String change, boolean shown) {}
}
