package org.seccatalogue.suggestion;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.imports.ImportJobs;
import org.seccatalogue.imports.ImportLimits;
import org.seccatalogue.mapping.HeaderGuess;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.SheetName;
import org.seccatalogue.mapping.SheetSample;
import org.seccatalogue.mapping.profile.ProfileJson;
import org.seccatalogue.mapping.profile.ProfileOutcome;
import org.seccatalogue.mapping.profile.ProfileStore;
import org.seccatalogue.mapping.profile.Profiles;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.WorkbookFormats;

/// The mapping of workbooks that no profile knows: a suggestion, what it would read, and the
/// profile that comes of it.
@ApplicationScoped
public class Mappings {

  private final CatalogueSchema schema;
  private final Profiles profiles;
  private final ProfileStore store;
  private final MappingUploads kept;
  private final Workbook.Limits limits;
  private final BulkLookup lookup;
  private final ImportJobs imports;

  Mappings(
      CatalogueSchema schema,
      Profiles profiles,
      ProfileStore store,
      MappingUploads kept,
      ImportLimits limits,
      BulkLookup lookup,
      ImportJobs imports) {
    this.schema = schema;
    this.profiles = profiles;
    this.store = store;
    this.kept = kept;
    this.limits = limits.asLimits();
    this.lookup = lookup;
    this.imports = imports;
  }

  /// A profile that suggests itself for a workbook, and what it would read of each sheet.
  ///
  /// @param file what the workbook was found to be
  public record Suggestion(RecognisedFile file, Profile profile, List<MappingPreview> previews) {}

  /// What stands in a workbook that is kept.
  ///
  /// @param file what it was found to be
  /// @param sheets the names of its sheets
  public record Content(RecognisedFile file, List<String> sheets) {}

  /// What came of looking at a workbook.
  public sealed interface Looked {
    /// It can be read.
    record Seen(Suggestion suggestion) implements Looked {}

    /// It cannot, for these reasons.
    record Unreadable(List<Finding> findings) implements Looked {}
  }

  /// Looks whether a workbook can be read as it is; keeps it to be mapped when it cannot, or when
  /// somebody asked for that. A profile that fits is then what the mapping begins with.
  public MappingStart start(String fileName, Path content, ReadingChoices choices, boolean asked) {
    try (Workbook workbook = WorkbookFormats.open(fileName, content, limits, choices)) {
      Profile fits = profiles.choose(null, fileName, workbook).orElse(Profile.NONE);
      boolean readable = !fits.equals(Profile.NONE) || isNamed(workbook);
      if (readable && !asked) {
        return new MappingStart.Known();
      }
      Profile first = fits.sheets().isEmpty() ? suggested(fileName, workbook) : fits;
      return new MappingStart.ToMap(kept.keep(fileName, content, choices, first));
    } catch (NotAWorkbook e) {
      return new MappingStart.Unreadable(List.of(e.finding()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isNamed(Workbook workbook) throws IOException {
    return workbook.sheets().stream()
        .anyMatch(sheet -> SheetName.type(sheet.name(), schema).isPresent());
  }

  private Profile suggested(String fileName, Workbook workbook) throws IOException {
    List<SheetSample> samples = new ArrayList<>();
    for (Workbook.Sheet sheet : workbook.sheets()) {
      samples.add(SheetSample.of(sheet));
    }
    return new MappingSuggestion(schema, fileName).of(samples);
  }

  /// Suggests a profile and keeps nothing.
  public Looked suggest(String fileName, Path content, ReadingChoices choices) {
    try (Workbook workbook = WorkbookFormats.open(fileName, content, limits, choices)) {
      Profile profile = suggested(fileName, workbook);
      List<MappingPreview> previews = new ArrayList<>();
      for (Workbook.Sheet sheet : workbook.sheets()) {
        Optional<Profile.SheetProfile> sheetProfile =
            profile.ignores(sheet) ? Optional.empty() : profile.of(sheet);
        if (sheetProfile.isPresent()) {
          previews.add(preview(SheetSample.of(sheet), sheetProfile.get()));
        }
      }
      return new Looked.Seen(new Suggestion(workbook.recognised(), profile, previews));
    } catch (NotAWorkbook e) {
      return new Looked.Unreadable(List.of(e.finding()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MappingPreview preview(SheetSample sample, Profile.SheetProfile sheetProfile) {
    PreviewReader reader = new PreviewReader(schema, limits, lookup::named);
    return QuarkusTransaction.requiringNew().call(() -> reader.read(sample, sheetProfile));
  }

  public Optional<MappingDraft> find(String id) {
    return kept.find(id);
  }

  public Content content(MappingDraft draft) {
    try (Workbook workbook = open(draft)) {
      return new Content(
          workbook.recognised(), workbook.sheets().stream().map(Workbook.Sheet::name).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Begins the mapping of the same file anew, read in another way; the first stays as it is.
  public MappingStart again(MappingDraft draft, ReadingChoices choices) {
    return start(draft.fileName(), kept.workbook(draft), choices, true);
  }

  /// What the mapping would read of a sheet.
  public MappingPreview preview(
      MappingDraft draft, String sheet, Profile.SheetProfile sheetProfile) {
    return preview(sample(draft, sheet), sheetProfile);
  }

  /// A suggestion for a sheet, as a type and with headers that a person chose, or else the likely
  /// ones.
  public Profile.SheetProfile suggest(
      MappingDraft draft, String sheet, @Nullable String type, @Nullable HeaderGuess headers) {
    SheetSample sample = sample(draft, sheet);
    MappingSuggestion suggestion = new MappingSuggestion(schema, draft.fileName());
    HeaderGuess where = headers == null ? HeaderGuess.of(sample.rows()) : headers;
    RecordType as =
        Optional.ofNullable(type)
            .flatMap(schema::type)
            .orElseGet(() -> suggestion.type(sample, where));
    return suggestion.sheet(sample, as, where);
  }

  private SheetSample sample(MappingDraft draft, String sheet) {
    try (Workbook workbook = open(draft)) {
      Workbook.Sheet found =
          workbook.sheets().stream()
              .filter(s -> s.name().equals(sheet))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(sheet));
      return SheetSample.of(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Workbook open(MappingDraft draft) {
    try {
      return WorkbookFormats.open(draft.fileName(), kept.workbook(draft), limits, draft.choices());
    } catch (NotAWorkbook e) {
      throw new IllegalStateException("a workbook that was kept is none any more", e);
    }
  }

  /// Keeps what was decided of a sheet; nothing: it is not read.
  public void decide(
      MappingDraft draft, String sheet, Profile.@Nullable SheetProfile sheetProfile) {
    kept.put(
        new MappingDraft(
            draft.id(),
            draft.fileName(),
            draft.choices(),
            draft.profile().with(sheet, sheetProfile)));
  }

  /// Saves the mapping as a profile that the next import recognises.
  ///
  /// @param seen the version of the profile that it replaces; 0: it is a new one
  public ProfileOutcome save(MappingDraft draft, String label, int seen, String author) {
    Profile profile = draft.profile().called(ProfileStore.nameFor(label), label);
    return store.save(profile.name(), ProfileJson.of(profile), seen, author);
  }

  /// Begins to read a workbook that is kept with a profile that was saved.
  ///
  /// @return number of the job
  public long read(MappingDraft draft, String profile, ChangeNote note) {
    return imports.read(draft.fileName(), kept.workbook(draft), profile, draft.choices(), note);
  }
}
