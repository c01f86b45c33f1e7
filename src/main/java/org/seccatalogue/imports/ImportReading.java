package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.job.JobRefused;
import org.seccatalogue.job.Progress;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.WorkbookSource;
import org.seccatalogue.mapping.profile.Profiles;
import org.seccatalogue.proposal.Source;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.WorkbookFormats;

/// Reads workbooks into plans.
@ApplicationScoped
class ImportReading {

  private final CatalogueSchema schema;
  private final Profiles profiles;
  private final Workbook.Limits limits;
  private final ImportRuns runs;
  private final ImportPlanning planning;

  ImportReading(
      CatalogueSchema schema,
      Profiles profiles,
      ImportLimits limits,
      ImportRuns runs,
      ImportPlanning planning) {
    this.schema = schema;
    this.profiles = profiles;
    this.limits = limits.asLimits();
    this.runs = runs;
    this.planning = planning;
  }

  /// Begins an import and reads it, within the transaction of the caller.
  ImportRun read(String fileName, Path content, String profile, ChangeNote note) {
    long id = begin(fileName, content, profile, note);
    read(runs.find(id).orElseThrow(), content, Progress.UNSEEN);
    return runs.find(id).orElseThrow();
  }

  private long begin(String fileName, Path content, String profile, ChangeNote note) {
    try {
      return runs.begin(fileName, profile, digest(content), ReadingChoices.USUAL, note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the workbook of an import that is there already into its plan, in the transaction of
  /// the caller.
  ///
  /// @throws JobRefused when it cannot be read
  void read(ImportRun run, Path content, Progress progress) {
    progress.at("Opening the workbook", 0, 0);
    try (Workbook workbook =
        WorkbookFormats.open(run.source().fileName(), content, limits, run.source().choices())) {
      String named = run.source().profile().isEmpty() ? null : run.source().profile();
      Profile profile =
          profiles
              .choose(named, run.source().fileName(), workbook)
              .orElseThrow(() -> new JobRefused(List.of(noProfile(named))));
      runs.recognised(run.id(), workbook.recognised(), profile.name());
      Source source = new WorkbookSource(workbook, profile, schema, limits);
      planning.fill(run.id(), run.source().fileName(), source, progress);
    } catch (NotAWorkbook e) {
      throw new JobRefused(List.of(e.finding()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Finding noProfile(@Nullable String name) {
    String names = profiles.all().stream().map(Profile::name).collect(Collectors.joining(", "));
    return Finding.error(
        FindingCode.INVALID_PROFILE,
        new Place.Parameter("profile"),
        String.valueOf(name),
        "one of " + names);
  }

  static byte[] digest(Path content) throws IOException {
    try (InputStream in = Files.newInputStream(content);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return digest.getMessageDigest().digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
