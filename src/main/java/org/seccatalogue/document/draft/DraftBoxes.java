package org.seccatalogue.document.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.SectionBox;
import org.seccatalogue.document.html.HtmlDocument;
import org.seccatalogue.document.html.RecordAddresses;
import org.seccatalogue.revision.DraftSnapshot;
import org.seccatalogue.revision.StoredRecord;

/// The boxes of interactions of the draft, for its pages: as in its documents.
@ApplicationScoped
public class DraftBoxes {

  private final DraftSnapshot draft;
  private final DraftSource source;
  private final Clock clock;

  DraftBoxes(DraftSnapshot draft, DraftSource source, Clock clock) {
    this.clock = clock;
    this.draft = draft;
    this.source = source;
  }

  /// The box of a section as HTML, if it has one.
  ///
  /// @param pages where the records that it names have pages
  public Optional<String> html(StoredRecord section, RecordAddresses pages) {
    List<Block.AgreementsBox> box = new ArrayList<>();
    draft.read(
        () ->
            SectionBox.of(
                    source,
                    source.specified(List.of(section)).getFirst(),
                    LocalDate.now(clock),
                    SectionBox.MOST_OF_A_PAGE)
                .ifPresent(box::add));
    return box.stream().map(found -> html(found, pages)).findFirst();
  }

  private static String html(Block.AgreementsBox box, RecordAddresses pages) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new HtmlDocument().writeBox(box, pages, out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
