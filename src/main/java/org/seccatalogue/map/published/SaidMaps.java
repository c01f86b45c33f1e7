package org.seccatalogue.map.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.map.MapContents;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapQuestion;

/// Tells which map of a baseline a file may be, by what it says.
@ApplicationScoped
public class SaidMaps {

  private static final int MOST_OLDER = 3;

  /// In its title a map says what it is about; the first word names it.
  private static final Pattern TITLE =
      Pattern.compile("SEC map: (?:around |what touches )?([^\\s<>()\\\\]{1,60})");

  private static final Pattern DIGITS = Pattern.compile("/Title <((?:[0-9A-F]{2}){1,2000}+)>");

  private final Published published;
  private final PublishedRecords records;
  private final BaselineMaps maps;

  SaidMaps(Published published, PublishedRecords records, BaselineMaps maps) {
    this.published = published;
    this.records = records;
    this.maps = maps;
  }

  /// A map that there is.
  ///
  /// @param question as every file of it says it, however this one does
  /// @param older with what it is compared
  /// @param about what people call what it is about; empty for the whole code
  /// @param without what it leaves out, in words
  public record Said(
      MapQuestion question, @Nullable Baseline older, String about, List<String> without) {
    public Said {
      without = List.copyOf(without);
    }
  }

  /// The map of a baseline that a file says it is; none where there is none, or where something is
  /// left out that is no choice of it.
  ///
  /// @param address as [MapAddress#saidIn] found it
  public Stream<Said> asked(Baseline baseline, String address) {
    return MapAddress.read(address).stream().flatMap(asked -> asked(baseline, asked));
  }

  private Stream<Said> asked(Baseline baseline, MapAddress asked) {
    String since = asked.since();
    if (since == null) {
      return said(baseline, null, asked.question()).stream();
    }
    return published
        .find(since)
        .filter(older -> older.id().equals(since))
        .flatMap(older -> said(baseline, older, asked.question()))
        .stream();
  }

  /// What a map in the first form may be, which says only in its title what it is about, and not
  /// what it leaves out.
  ///
  /// @param text of the file, a character for each byte
  public Stream<Said> titled(Baseline baseline, String text) {
    Matcher title = TITLE.matcher(unpacked(text));
    Optional<PublishedRecord> about =
        title.find() ? records.find(baseline, title.group(1)) : Optional.empty();
    MapQuestion question =
        MapQuestion.about(about.map(record -> record.head().key().toString()).orElse(null));
    List<Baseline> older =
        published.baselines().stream()
            .filter(Predicate.not(baseline::equals))
            .limit(MOST_OLDER)
            .toList();
    return Stream.concat(
        said(baseline, null, question).stream(),
        older.stream().flatMap(other -> said(baseline, other, question).stream()));
  }

  /// A PDF has a title as hexadecimal digits as soon as one of its characters is not of ASCII.
  private static String unpacked(String text) {
    Matcher digits = DIGITS.matcher(text);
    if (!digits.find()) {
      return text;
    }
    byte[] title = HexFormat.of().parseHex(digits.group(1));
    boolean wide = title.length > 1 && title[0] == (byte) 0xfe && title[1] == (byte) 0xff;
    return new String(title, wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
  }

  private Optional<Said> said(Baseline baseline, @Nullable Baseline older, MapQuestion question) {
    MapContents contents = maps.contents(baseline, older);
    MapContents.Asked asked = contents.asked(question, "");
    return asked.findings().isEmpty()
        ? MapGraph.of(contents, asked.question())
            .map(graph -> said(baseline, older, asked.question(), graph))
        : Optional.empty();
  }

  private Said said(
      Baseline baseline, @Nullable Baseline older, MapQuestion question, MapGraph graph) {
    return new Said(
        question, older, about(baseline, older, question.focus()), graph.choices().leftOut());
  }

  private String about(Baseline baseline, @Nullable Baseline older, @Nullable String key) {
    if (key == null) {
      return "";
    }
    return Stream.concat(Stream.of(baseline), Stream.ofNullable(older))
        .flatMap(one -> records.find(one, key).stream())
        .findFirst()
        .map(record -> record.head().name())
        .orElse(key);
  }
}
