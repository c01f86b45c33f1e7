package org.seccatalogue.revision.selection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.revision.writing.TableCopy;
import org.seccatalogue.sql.Command;

/// What was found out of contents when they were frozen. It follows from them alone, and so is true
/// for ever; it only saves the reading of what was read before: [ChosenRecords] gives it.
@ApplicationScoped
public class KnownContents {

  private static final Command FORGET =
      Command.of("delete from known_content where digest = any (:digests)");

  private final Session database;

  KnownContents(Session database) {
    this.database = database;
  }

  /// What is known of a content.
  ///
  /// @param digest of the canonical form of a revision, 64 hexadecimal digits
  /// @param refers keys that it holds as values of their own
  /// @param mentions keys that its texts name besides
  /// @param judged digest of all that it depended on that nothing was wrong with the words; absent
  ///     when something was
  /// @param published digest of what was published of it
  /// @param facets of what was published
  public record Known(
      String digest,
      List<String> refers,
      List<String> mentions,
      @Nullable String judged,
      String published,
      List<String> facets) {}

  private static byte[][] bytes(Collection<String> digests) {
    return digests.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
  }

  /// Keeps what was found out, in place of what was known of the same contents.
  public void keep(Collection<Known> found) {
    if (!found.isEmpty()) {
      Map<String, Known> last = new HashMap<>();
      found.forEach(one -> last.put(one.digest(), one));
      FORGET.with("digests", bytes(last.keySet())).run(database);
      database.doWork(rows(last.values())::send);
    }
  }

  private static TableCopy rows(Collection<Known> all) {
    TableCopy rows =
        new TableCopy("known_content (digest, refers, mentions, judged, published, facets)");
    for (Known one : all) {
      rows.add("\\x" + one.digest()).addTexts(one.refers()).addTexts(one.mentions());
      rows.add(one.judged() == null ? null : "\\x" + one.judged());
      rows.add("\\x" + one.published()).addTexts(one.facets()).end();
    }
    return rows;
  }
}
