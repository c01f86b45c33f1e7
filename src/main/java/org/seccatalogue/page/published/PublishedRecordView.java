package org.seccatalogue.page.published;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.shown.AttributeGroup;
import org.seccatalogue.page.shown.LinkLine;
import org.seccatalogue.page.shown.RecordLine;

/// A record as its page for readers shows it.
///
/// @param standing what became of it by now
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
    StandingView standing,
    StandingViews.Past past,
    @Nullable RecordLine previous,
    @Nullable RecordLine next) {}
