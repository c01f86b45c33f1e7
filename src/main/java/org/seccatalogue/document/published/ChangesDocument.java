package org.seccatalogue.document.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.comparison.AttributeChange;
import org.seccatalogue.baseline.comparison.BaselineDiff;
import org.seccatalogue.baseline.comparison.ChangeCount;
import org.seccatalogue.baseline.comparison.ChangeKind;
import org.seccatalogue.baseline.comparison.LinkChange;
import org.seccatalogue.baseline.comparison.Move;
import org.seccatalogue.baseline.comparison.RecordChange;
import org.seccatalogue.baseline.comparison.StageChange;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.document.Run;
import org.seccatalogue.document.TitlePage;
import org.seccatalogue.document.word.WordDocument;
import org.seccatalogue.document.word.WordParagraphs;
import org.seccatalogue.document.word.WordRevisions;
import org.seccatalogue.document.word.WordStyle;
import org.seccatalogue.record.WordDiff;

/// What became of the records between two baselines, as a Word document with tracked changes. They
/// are attributed to the newer baseline and its day, so that the bytes are the same everywhere.
@ApplicationScoped
public class ChangesDocument implements PublishedWriter {

  private final BaselineDiff diff;

  ChangesDocument(BaselineDiff diff) {
    this.diff = diff;
  }

  @Override
  public FileKind kind() {
    return FileKind.CHANGES_WORD;
  }

  @Override
  public int form() {
    return FileForms.FIRST;
  }

  @Override
  public FileMarks marks() {
    return SpecificationWriters.IN_WORD;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    write(file, out, null);
  }

  /// @param said what the document says of its form; the first one says nothing, and nothing of
  ///     why records were withdrawn
  void write(PublishedFile file, OutputStream out, @Nullable String said) throws IOException {
    Baseline older = file.since();
    Baseline newer = file.baseline();
    new WordDocument()
        .writeChanges(
            model(older, newer, said),
            out,
            (paragraphs, revisions) -> {
              Changes changes = new Changes(paragraphs, revisions, said != null);
              diff.each(older, newer, changes::write);
              changes.end();
            });
  }

  private DocumentModel model(Baseline older, Baseline newer, @Nullable String said) {
    List<TitlePage.ControlRow> control = new ArrayList<>();
    control.add(new TitlePage.ControlRow("From", named(older)));
    control.add(new TitlePage.ControlRow("To", named(newer)));
    List<ChangeCount> counts = diff.counts(older, newer);
    for (ChangeKind kind : ChangeKind.values()) {
      int records =
          counts.stream().filter(c -> c.kind() == kind).mapToInt(ChangeCount::records).sum();
      control.add(new TitlePage.ControlRow(kind.label(), Integer.toString(records)));
    }
    control.add(new TitlePage.ControlRow("Digest of the newer baseline", newer.digest()));
    String notCompared = String.join(", ", BaselineDiff.notCompared(older, newer));
    if (!notCompared.isEmpty()) {
      String why = "Not compared: one of the two does not publish it";
      control.add(new TitlePage.ControlRow(why, notCompared));
    }
    return new DocumentModel(
        new DocumentModel.Identity(
            "Changes from " + older.name() + " to " + newer.name(),
            newer.name(),
            "Published baselines",
            newer.digest(),
            newer.dated(),
            said),
        new TitlePage(
            "Smart Metering Implementation Programme",
            "Draft Smart Energy Code",
            control,
            List.of(),
            Run.of(
                "What was deleted and inserted is marked with tracked changes. To accept all of"
                    + " them gives the words of the newer baseline, to reject all of them those of"
                    + " the older one.")),
        List.of(),
        Stream.of());
  }

  private static String named(Baseline baseline) {
    return baseline.name() + ", dated " + TitlePage.longDate(baseline.dated());
  }

  /// Writes one change after the other.
  private static final class Changes {
    private final WordParagraphs paragraphs;
    private final WordRevisions revisions;
    private final boolean reasons;
    private boolean any;

    Changes(WordParagraphs paragraphs, WordRevisions revisions, boolean reasons) {
      this.paragraphs = paragraphs;
      this.revisions = revisions;
      this.reasons = reasons;
    }

    void write(RecordChange change) {
      any = true;
      title(change);
      switch (change) {
        case RecordChange.Added _ -> {}
        case RecordChange.Removed removed -> reason(removed.withdrawal());
        case RecordChange.Changed changed -> {
          stage(changed.stage());
          move(changed.move());
        }
        case RecordChange.Moved moved -> move(moved.move());
      }
      change.attributes().forEach(this::attribute);
      change.links().forEach(this::link);
    }

    private void title(RecordChange change) {
      String key = change.record().key().toString();
      paragraphs
          .open(WordStyle.REQUIREMENT_TITLE)
          .beginBookmark(key)
          .text(WordStyle.REQUIREMENT_KEY, key)
          .endBookmark()
          .text("\t" + change.record().head().title())
          .close();
      paragraphs.paragraph(
          WordStyle.REQUIREMENT_BADGES,
          change.kind().label() + "  \u00b7  " + change.record().type().label());
    }

    private void reason(RecordChange.@Nullable Withdrawal withdrawal) {
      if (reasons && withdrawal != null) {
        paragraphs.paragraph(WordStyle.BODY_TEXT, withdrawal.words());
      }
    }

    private void stage(@Nullable StageChange stage) {
      if (stage != null) {
        words("Stage", WordDiff.of(stage.before(), stage.after()));
      }
    }

    private void move(@Nullable Move move) {
      if (move != null) {
        paragraphs.open(WordStyle.BODY_TEXT).text(WordStyle.STRONG, "Moved").text(": ");
        paragraphs.text(move.words()).close();
      }
    }

    private void attribute(AttributeChange change) {
      words(change.label(), change.words());
    }

    private void link(LinkChange change) {
      words("Link", WordDiff.of(change.wordsBefore(), change.wordsAfter()));
    }

    private void words(String label, WordDiff words) {
      paragraphs.open(WordStyle.BODY_TEXT).text(WordStyle.STRONG, label).text(": ");
      revisions.words(words);
      paragraphs.close();
    }

    void end() {
      if (!any) {
        paragraphs.paragraph(WordStyle.BODY_TEXT, "Nothing came, went, changed or moved.");
      }
    }
  }
}
