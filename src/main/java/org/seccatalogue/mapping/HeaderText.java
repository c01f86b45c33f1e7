package org.seccatalogue.mapping;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.seccatalogue.record.VisibleText;

/// The text of a header.
public final class HeaderText {

  /// A header in brackets within a constant: it stands for the cell of that column.
  static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)\\}");

  private HeaderText() {}

  /// A header without regard to case, spaces and the asterisk of what is required.
  public static String folded(String header) {
    String plain = VisibleText.plain(header);
    String name = plain.endsWith("*") ? plain.substring(0, plain.length() - 1).strip() : plain;
    return name.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// The headers that stand in brackets in a constant.
  public static Stream<String> headersIn(String constant) {
    return PLACEHOLDER.matcher(constant).results().map(found -> found.group(1));
  }
}
