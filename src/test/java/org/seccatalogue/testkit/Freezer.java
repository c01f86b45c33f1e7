package org.seccatalogue.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.baseline.freezing.FreezeOutcome;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobState;
import org.seccatalogue.job.Jobs;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.AttributeRole;

/// Freezes the example catalogue as it is, and changes it between two baselines.
@ApplicationScoped
public class Freezer {

  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "For a test");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final List<Waiver> WAIVERS =
      List.of(
          new Waiver("PROVISIONAL", null, "Policy is still open", "SMIP Programme"),
          new Waiver("NAMES_OUTSIDE", "WSI-0002", "The key alone tells nothing", "STEG"),
          new Waiver("NO_SOURCE", null, "To be followed up", "STEG"),
          new Waiver("LINK_OUTSIDE", null, "To be followed up", "STEG"),
          new Waiver("BROKEN_LINK", null, "To be followed up", "STEG"),
          new Waiver("SUSPECT_LINK", null, "To be followed up", "STEG"));

  private final Baselines baselines;
  private final Revisions revisions;
  private final Catalogue catalogue;
  private final Jobs jobs;

  Freezer(Baselines baselines, Revisions revisions, Catalogue catalogue, Jobs jobs) {
    this.jobs = jobs;
    this.baselines = baselines;
    this.revisions = revisions;
    this.catalogue = catalogue;
  }

  /// A baseline of the catalogue as it is.
  ///
  /// @param dated in the form of ISO 8601
  public Baseline freeze(String name, String dated) {
    return freeze(name, dated, Selection.ALL);
  }

  /// A baseline of what is selected of the catalogue as it is.
  public Baseline freeze(String name, String dated, Selection selection) {
    return freeze(name, dated, selection, Disclosure.NONE);
  }

  /// The same with some of what is internal.
  public Baseline freeze(String name, String dated, Selection selection, Disclosure disclosure) {
    FreezeRequest request =
        new FreezeRequest(
            name,
            LocalDate.parse(dated),
            selection,
            WAIVERS,
            "For the bid pack",
            "Lead drafter",
            disclosure);
    return switch (baselines.freeze(request)) {
      case FreezeOutcome.Frozen(Baseline baseline) -> baseline;
      case FreezeOutcome.Stopped(var report) -> throw new AssertionError(report);
      case FreezeOutcome.Rejected(var findings) -> throw new AssertionError(findings);
    };
  }

  /// Writes the files of a baseline and signs the list of them, as is done after each freezing
  /// where tests do not hold it back.
  public void signFiles(Baseline baseline) {
    long job =
        QuarkusTransaction.requiringNew()
            .call(() -> jobs.submit("write-files", baseline.number(), NOTE).orElseThrow());
    Job ended = jobs.await(job, LONG).orElseThrow();
    if (ended.state() != JobState.DONE) {
      throw new AssertionError(ended);
    }
  }

  public StoredRecord record(String key) {
    return revisions.find(RecordKey.of(key)).orElseThrow();
  }

  /// Gives the text that binds other words.
  public void reword(String key, String from, String to) {
    StoredRecord record = record(key);
    AttributeRole role = AttributeRole.STATEMENT;
    String text = record.attributes().text(record.type(), role).orElseThrow();
    if (!text.contains(from)) {
      throw new AssertionError(key + " does not say “" + from + "” but: " + text);
    }
    catalogue.reword(record, role, text.replace(from, to));
  }

  /// Puts a record below another one, or behind one of its siblings.
  public void move(String key, String parent, @Nullable String after) {
    StoredRecord record = record(key);
    ObjectNode values = record.attributes().json();
    List<LinkDraft> links =
        record.links().stream()
            .map(l -> new LinkDraft(l.type(), l.target().toString(), l.targetRevision(), l.note()))
            .toList();
    saved(
        revisions.save(
            record.key(),
            record.version(),
            new RecordDraft(
                record.type().name(),
                parent,
                new PlaceWish(false, null, after),
                record.stage(),
                values,
                links),
            NOTE));
  }

  /// Takes a record out of what is drafted.
  public void withdraw(String key) {
    StoredRecord record = record(key);
    saved(revisions.withdraw(record.key(), record.version(), NOTE));
  }

  /// A new record of the type of another one, beside it.
  public StoredRecord beside(String key, String title) {
    StoredRecord record = record(key);
    return catalogue.record(record.type(), title, String.valueOf(record.parent()), List.of());
  }

  private static void saved(SaveOutcome outcome) {
    if (!(outcome instanceof SaveOutcome.Revised)) {
      throw new AssertionError(outcome);
    }
  }
}
