package org.seccatalogue.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.ConfigProvider;

/// Every place where something that is published can be read: the tables of the published store,
/// the parts of files, pages and answers.
public final class PublishedPlaces {

  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"#]+)");
  private static final Pattern ZIP = Pattern.compile(".*\\.(zip|docx|xlsx)(\\?.*)?");
  private static final int MOST = 4000;

  private PublishedPlaces() {}

  /// The tables of which a row has a text in it.
  public static List<String> tablesWith(String text) throws SQLException {
    String schema = ConfigProvider.getConfig().getValue("catalogue.published.schema", String.class);
    List<String> found = new ArrayList<>();
    try (Connection owner = TestDatabase.asOwner();
        Statement statement = owner.createStatement()) {
      for (String table : tables(statement, schema)) {
        String count =
            "select count(*) from %s.%s t where t::text ilike '%%%s%%'"
                .formatted(schema, table, text);
        try (ResultSet rows = statement.executeQuery(count)) {
          if (rows.next() && rows.getInt(1) > 0) {
            found.add(table);
          }
        }
      }
    }
    return found;
  }

  private static List<String> tables(Statement statement, String schema) throws SQLException {
    List<String> tables = new ArrayList<>();
    String all =
        "select table_name from information_schema.tables where table_schema = '%s'"
            .formatted(schema);
    try (ResultSet rows = statement.executeQuery(all)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /// All that can be found from some addresses, by its address; parts of archives by theirs.
  ///
  /// @param readable whether an address is one of those that readers may ask
  public static Map<String, String> answers(List<String> from, Predicate<String> readable) {
    Map<String, String> answers = new LinkedHashMap<>();
    Set<String> asked = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty() && asked.size() < MOST) {
      String address = open.remove();
      if (asked.add(address)) {
        Response response =
            given().header("Prefer", "wait=60").urlEncodingEnabled(false).get(address);
        if (ZIP.matcher(address).matches() && response.statusCode() == 200) {
          answers.putAll(unpacked(address, response.asByteArray()));
        } else {
          answers.put(
              address, response.statusCode() + response.headers().toString() + text(response));
        }
        if (String.valueOf(response.contentType()).startsWith("text/html")) {
          links(address, response.asString()).filter(readable).forEach(open::add);
        }
      }
    }
    return answers;
  }

  private static String text(Response response) {
    return new String(response.asByteArray(), StandardCharsets.UTF_8);
  }

  private static Stream<String> links(String from, String page) {
    return LINK.matcher(page)
        .results()
        .map(link -> link.group(1).replace("&amp;", "&").replace(" ", "%20"))
        .map(link -> URI.create(from.replaceFirst("\\?.*", "")).resolve(link))
        .filter(link -> link.getHost() == null && link.getRawQuery() == null)
        .map(URI::toString);
  }

  /// The parts of an archive, and those of archives in it.
  public static Map<String, String> unpacked(String name, byte[] archive) {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        zip.transferTo(bytes);
        String path = name + "!" + part.getName();
        if (ZIP.matcher(part.getName().toLowerCase(Locale.ROOT)).matches()) {
          parts.putAll(unpacked(path, bytes.toByteArray()));
        } else {
          parts.put(path, bytes.toString(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }
}
