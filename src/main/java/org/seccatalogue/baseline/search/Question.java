package org.seccatalogue.baseline.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.trace.LinkFilter;

/// What somebody asks a baseline for, whatever the order of its answer. As a text it stands in
/// files: the same for the same question, in whatever order its parts were given.
///
/// @param words full text; absent when there are none
public record Question(PublishedFilter filter, @Nullable String words) {

  /// What stands before a question in a file.
  public static final String SAID = "SEC question ";

  private static final String BETWEEN = ";";
  private static final String WORDS = "q";

  /// As the properties of a file say it: words of a record may look like a question, and are none.
  private static final Pattern SAYS =
      Pattern.compile("description>" + SAID + "([a-z]{1,9}=[A-Za-z0-9.*_+%=;-]{1,4000})");

  public Question {
    words = words == null || words.isBlank() ? null : words.strip();
  }

  /// Whether it asks for everything.
  public boolean isNone() {
    return filter.isNone() && words == null;
  }

  /// Its parts in their order, such as `type=gas-meter-spec;q=valve`, each value encoded as in an
  /// address.
  public String text() {
    List<String> parts = new ArrayList<>(filter.texts());
    if (words != null) {
      parts.add(WORDS + "=" + words);
    }
    return parts.stream().map(Question::encoded).collect(Collectors.joining(BETWEEN));
  }

  private static String encoded(String part) {
    int is = part.indexOf('=') + 1;
    return part.substring(0, is) + URLEncoder.encode(part.substring(is), StandardCharsets.UTF_8);
  }

  /// The text of the question that a file says, if it says one. Of a piece of a file it may be cut.
  public static Optional<String> saidIn(CharSequence file) {
    Matcher matcher = SAYS.matcher(file);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /// The question that a text shows, if it shows one.
  public static Optional<Question> read(String text) {
    Map<String, List<String>> values = new HashMap<>();
    try {
      for (String part : text.split(BETWEEN, -1)) {
        String[] sides = part.split("=", 2);
        String value = sides.length < 2 ? "" : sides[1];
        values
            .computeIfAbsent(sides[0], _ -> new ArrayList<>())
            .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    return values.keySet().stream().allMatch(Question::isKnown)
        ? Optional.of(of(values))
        : Optional.empty();
  }

  private static Question of(Map<String, List<String>> values) {
    List<LinkFilter> links =
        values.getOrDefault("link", List.of()).stream().map(LinkFilter::of).toList();
    String words = values.getOrDefault(WORDS, List.of()).stream().findFirst().orElse(null);
    return new Question(PublishedFilter.read(values, links), words);
  }

  private static boolean isKnown(String name) {
    return name.equals(WORDS) || PublishedFilter.NAMES.contains(name);
  }

  /// The same for the records of one type.
  Question ofType(String type) {
    return new Question(filter.ofType(type), words);
  }

  /// A page of its answer, in the order of the outline.
  PublishedQuery page(@Nullable String cursor, int limit) {
    return new PublishedQuery(filter, words, PublishedOrder.OUTLINE.word(), cursor, limit);
  }
}
