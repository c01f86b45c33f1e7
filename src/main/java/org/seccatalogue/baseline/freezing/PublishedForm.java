package org.seccatalogue.baseline.freezing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.CanonicalJson;
import org.seccatalogue.record.RecordKey;

/// What a record says in a baseline: what it says in the draft, without any word of records that
/// are not published.
final class PublishedForm {

  private static final int LETTERS = 3;
  private static final int LEAST_DIGITS = 4;
  private static final int MOST_DIGITS = 9;

  private static final String ATTRIBUTES = "attributes";

  /// What stands before the key of the record above.
  private static final String PARENT = "\"parent\":\"";

  private PublishedForm() {}

  /// The keys that a canonical form names.
  ///
  /// @param refers those that are values of their own, in links and references; not its parent
  /// @param mentions those in its texts
  record Named(Set<String> refers, Set<String> mentions) {

    private void add(String key, boolean value) {
      (value ? refers : mentions).add(key);
    }

    Set<String> all() {
      Set<String> all = new LinkedHashSet<>(refers);
      all.addAll(mentions);
      return all;
    }
  }

  /// The canonical form of a content, in which the attributes stand first.
  ///
  /// @param attributes their canonical form
  static String canonical(ObjectNode content, String attributes) {
    ObjectNode rest = content.objectNode().setAll(content);
    rest.remove(ATTRIBUTES);
    return "{\"" + ATTRIBUTES + "\":" + attributes + "," + CanonicalJson.text(rest).substring(1);
  }

  /// Looks for keys, once and without a pattern: contents are many and long.
  static Named named(String canonical) {
    Named named = new Named(new LinkedHashSet<>(), new LinkedHashSet<>());
    for (int at = canonical.indexOf('-'); at >= 0; at = canonical.indexOf('-', at + 1)) {
      int begin = at - LETTERS;
      int end = endOfDigits(canonical, at + 1);
      if (begin >= 0
          && end - at > LEAST_DIGITS
          && end - at <= MOST_DIGITS + 1
          && areCapitals(canonical, begin, at)
          && (begin == 0 || !isOfWord(canonical.charAt(begin - 1)))
          && (end == canonical.length() || !isOfWord(canonical.charAt(end)))
          && !canonical.startsWith(PARENT, begin - PARENT.length())) {
        named.add(canonical.substring(begin, end), isValue(canonical, begin, end));
      }
    }
    return named;
  }

  private static boolean isValue(String text, int begin, int end) {
    return begin > 0
        && text.charAt(begin - 1) == '"'
        && end < text.length()
        && text.charAt(end) == '"';
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static boolean areCapitals(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /// Takes out links and references to records that are not in the baseline.
  ///
  /// @param content a canonical form; is changed
  /// @param published the keys of the records that are
  /// @param parent the nearest record above that is published
  /// @return whether anything but the parent had to be taken out
  static boolean cut(ObjectNode content, Set<String> published, @Nullable String parent) {
    if (parent == null) {
      content.remove("parent");
    } else {
      content.put("parent", parent);
    }
    ArrayNode links = (ArrayNode) content.get("links");
    int before = links.size();
    for (int i = before - 1; i >= 0; i--) {
      if (!published.contains(links.get(i).path("target").asText())) {
        links.remove(i);
      }
    }
    return cutReferences(content.path(ATTRIBUTES), published) || links.size() < before;
  }

  private static boolean cutReferences(JsonNode node, Set<String> published) {
    boolean cut = false;
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyStream().map(Map.Entry::getKey).toList()) {
        if (isCut(object.get(name), published)) {
          cut = true;
          removeEmptied(object, name);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        if (isCut(array.get(i), published)) {
          cut = true;
          removeEmptied(array, i);
        }
      }
    }
    return cut;
  }

  private static boolean isCut(JsonNode value, Set<String> published) {
    return isOutside(value, published) || cutReferences(value, published);
  }

  /// What was cut is gone itself, or has lost something and may have something left.
  private static void removeEmptied(ObjectNode object, String name) {
    if (object.get(name).isEmpty()) {
      object.remove(name);
    }
  }

  private static void removeEmptied(ArrayNode array, int index) {
    if (array.get(index).isEmpty()) {
      array.remove(index);
    }
  }

  /// A text that is nothing but a key names a record.
  private static boolean isOutside(JsonNode value, Set<String> published) {
    return value.isTextual()
        && RecordKey.parse(value.asText()).isPresent()
        && !published.contains(value.asText());
  }
}
