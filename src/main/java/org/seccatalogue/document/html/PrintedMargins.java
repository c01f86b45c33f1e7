package org.seccatalogue.document.html;

import org.seccatalogue.document.DocumentModel.Identity;

/// What is printed on every page of an HTML document, where the browser can do so: title, version,
/// status, digest and the number of the page. The first page has them all in its text.
final class PrintedMargins {

  private PrintedMargins() {}

  static String of(Identity identity) {
    return """
    @page{
    @top-left{content:%s}
    @top-right{content:%s}
    @bottom-left{content:%s}
    @bottom-right{content:"Page " counter(page) " of " counter(pages)}
    }
    @page:first{@top-left{content:none}@top-right{content:none}}
    """
        .formatted(
            string(identity.title()),
            string(identity.version()),
            string(identity.status() + "\nContent digest: " + identity.digest()));
  }

  /// A string of CSS. Whatever is no letter or digit is written by its number, so that nothing in
  /// it can end the string, the style or the file.
  private static String string(String text) {
    StringBuilder css = new StringBuilder("\"");
    text.codePoints()
        .filter(c -> c >= ' ' || c == '\n')
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .forEach(c -> append(css, c));
    return css.append('"').toString();
  }

  private static void append(StringBuilder css, int c) {
    boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == ' ');
    if (plain) {
      css.append((char) c);
    } else {
      css.append('\\').append(Integer.toHexString(c)).append(' ');
    }
  }
}
