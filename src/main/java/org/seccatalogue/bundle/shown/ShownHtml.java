package org.seccatalogue.bundle.shown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seccatalogue.baseline.signing.Digests;

/// What an HTML document shows. Its styles and elements decide that together, so each of them is a
/// sign: only spaces between words may be others.
public final class ShownHtml {

  private static final Pattern ELEMENT = Pattern.compile("<[^<>]*>|[^<>]+|[<>]");
  private static final Pattern OF_RECORD =
      Pattern.compile("<[a-z0-9]+\\s[^<>]*\\bid=\"([A-Z]{3}-[0-9]{4,9})\"[^<>]*>");
  private static final Pattern WITHOUT_WORDS =
      Pattern.compile("(?i)</?(?:style|script|title)\\b.*");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?is)</?(?:p|li|tr|td|th|h[1-6]|div|article|section|br|dl|dt|dd|table|figcaption|text"
              + "|desc)\\b.*");
  private static final Pattern FIGURE = Pattern.compile("(?is)</?figure\\b.*");

  private final Words words = new Words();
  private final Map<String, Integer> elements = new LinkedHashMap<>();
  private final StringBuilder order = new StringBuilder();
  private boolean shown = true;
  private String key = "";
  private int figures;

  private ShownHtml() {}

  /// Reads a document.
  public static Shown of(Path file) throws IOException {
    ShownHtml html = new ShownHtml();
    Matcher token = ELEMENT.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    while (token.find()) {
      if (token.group().startsWith("<")) {
        html.element(token.group());
      } else {
        html.text(token.group());
      }
    }
    html.endRecord();
    return html.words.shown();
  }

  private void element(String element) {
    Matcher record = OF_RECORD.matcher(element);
    if (record.matches()) {
      endRecord();
      key = record.group(1);
      words.begin(key);
    }
    boolean ofFigure = FIGURE.matcher(element).matches();
    if (ofFigure && !element.startsWith("</")) {
      endRecord();
      words.begin(Shown.FIGURE + ++figures);
    }
    if (WITHOUT_WORDS.matcher(element).matches()) {
      shown = element.startsWith("</");
    }
    if (BLOCK.matcher(element).matches()) {
      words.add("\n");
    }
    String plain = element.replaceAll("\\s+", " ");
    elements.merge(plain, 1, Integer::sum);
    order.append(plain);
    if (ofFigure && element.startsWith("</")) {
      endRecord();
      words.begin(key);
    }
  }

  private void endRecord() {
    elements.forEach(
        (element, times) ->
            words.sign("An element", times == 1 ? element : element + " (" + times + " times)"));
    words.sign(Shown.ORDER, Digests.hex(Digests.sha256(order.toString())));
    elements.clear();
    order.setLength(0);
  }

  private void text(String text) {
    if (shown) {
      words.add(plain(text));
    } else {
      words.sign("A style or script", Words.plain(text));
    }
  }

  private static String plain(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }
}
