package org.seccatalogue.suggestion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.seccatalogue.imports.ImportLimits;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.profile.ProfileJson;
import org.seccatalogue.mapping.profile.SavedProfiles;
import org.seccatalogue.scratch.OwnerFolder;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.ReadingNotes;

/// Workbooks that are being mapped, each in a folder of its own with what was decided so far. They
/// are removed some time after the last decision.
@ApplicationScoped
class MappingUploads {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ID = "[0-9a-f-]{36}";
  private static final String WORKBOOK = "workbook";
  private static final String MAPPING = "mapping.json";

  private final Path directory;
  private final Duration kept;
  private final SavedProfiles profiles;
  private final Clock clock;

  MappingUploads(ImportLimits settings, SavedProfiles profiles, Clock clock) {
    this.directory = settings.uploads();
    this.kept = settings.uploadsKept();
    this.profiles = profiles;
    this.clock = clock;
  }

  /// Keeps a copy of a workbook.
  MappingDraft keep(String fileName, Path content, ReadingChoices choices, Profile profile) {
    clean();
    MappingDraft draft = new MappingDraft(UUID.randomUUID().toString(), fileName, choices, profile);
    try {
      OwnerFolder.of(directory);
      Files.createDirectory(folder(draft.id()));
      Files.copy(content, workbook(draft));
      put(draft);
      return draft;
    } catch (IOException e) {
      remove(folder(draft.id()));
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException e) {
      remove(folder(draft.id()));
      throw e;
    }
  }

  /// Writes what was decided, as a whole or not at all.
  void put(MappingDraft draft) {
    ObjectNode node = JSON.createObjectNode().put("fileName", draft.fileName());
    node.put("name", draft.profile().name());
    node.set("choices", ReadingNotes.of(draft.choices()));
    node.set("profile", ProfileJson.of(draft.profile()));
    try {
      Path folder = folder(draft.id());
      put(Files.createTempFile(folder, "mapping", ".part"), folder, node.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Path written, Path folder, String text) throws IOException {
    try {
      Files.writeString(written, text);
      Files.move(
          written,
          folder.resolve(MAPPING),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  Optional<MappingDraft> find(String id) {
    Path mapping = directory.resolve(id).resolve(MAPPING);
    if (!id.matches(ID) || !Files.isRegularFile(mapping)) {
      return Optional.empty();
    }
    try {
      JsonNode node = JSON.readTree(mapping.toFile());
      String name = node.path("name").asText();
      return profiles.read(name, node.path("profile")).profiles().stream()
          .map(profile -> draft(id, node, profile))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MappingDraft draft(String id, JsonNode node, Profile profile) {
    return new MappingDraft(
        id, node.path("fileName").asText(), ReadingNotes.choices(node.path("choices")), profile);
  }

  Path workbook(MappingDraft draft) {
    return folder(draft.id()).resolve(WORKBOOK);
  }

  private Path folder(String id) {
    return directory.resolve(id);
  }

  void cleanAtStart(@Observes StartupEvent start) {
    clean();
  }

  private void clean() {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> folders = Files.list(directory)) {
      folders.filter(MappingUploads::isOurs).filter(this::isOver).forEach(MappingUploads::remove);
    } catch (IOException e) {
      Log.warn("Workbooks that were being mapped are not cleaned up", e);
    }
  }

  private static boolean isOurs(Path folder) {
    return folder.getFileName().toString().matches(ID);
  }

  private boolean isOver(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).toInstant().isBefore(clock.instant().minus(kept));
    } catch (IOException e) {
      return false;
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      Log.warnf("%s is not cleaned up: %s", folder, e.getMessage());
    }
  }
}
