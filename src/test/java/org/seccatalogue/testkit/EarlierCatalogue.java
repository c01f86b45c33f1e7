package org.seccatalogue.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// What is kept of a catalogue of an earlier version: its tables, what it answered, and the files
/// that it published. `upgrade/README.md` says how it is made.
public final class EarlierCatalogue {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLES = "tables/";
  private static final String UPLOADS = "uploads/";

  private final Map<String, byte[]> parts = new TreeMap<>();

  private EarlierCatalogue() {}

  /// What is kept of a version.
  ///
  /// @param version the name of the archive without its ending
  public static EarlierCatalogue of(String version) {
    EarlierCatalogue catalogue = new EarlierCatalogue();
    try (InputStream file = open(version);
        TarArchiveInputStream archive =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(file)))) {
      for (TarArchiveEntry e = archive.getNextEntry(); e != null; e = archive.getNextEntry()) {
        catalogue.parts.put(e.getName(), archive.readAllBytes());
      }
      return catalogue;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static InputStream open(String version) {
    InputStream file =
        EarlierCatalogue.class.getResourceAsStream("/upgrade/" + version + ".tar.xz");
    if (file == null) {
      throw new AssertionError("nothing is kept of " + version);
    }
    return file;
  }

  public byte[] bytes(String name) {
    byte[] part = parts.get(name);
    if (part == null) {
      throw new AssertionError("there is no " + name);
    }
    return part;
  }

  public String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  public JsonNode json(String name) {
    try {
      return JSON.readTree(bytes(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// A table, named as `drafting.record`, as CSV.
  public String table(String name) {
    return text(TABLES + name + ".csv");
  }

  /// Each table by its name, likewise.
  public Map<String, String> tables() {
    return parts.keySet().stream()
        .filter(name -> name.startsWith(TABLES))
        .collect(
            Collectors.toMap(
                name -> name.substring(TABLES.length(), name.length() - ".csv".length()),
                this::text,
                (one, _) -> one,
                TreeMap::new));
  }

  /// Puts the workbooks that were being mapped where an application looks for them.
  void writeUploads(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      if (part.getKey().startsWith(UPLOADS)) {
        Path file = folder.resolve(part.getKey().substring(UPLOADS.length()));
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, part.getValue());
      }
    }
  }
}
