package org.seccatalogue.page;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The one stylesheet of all pages: GOV.UK Frontend without the typeface and the crest that only
/// gov.uk may use, and our own rules after it.
@Singleton
@Named("looks")
class Stylesheet {

  private static final String TYPEFACE = "Arial,\"Helvetica Neue\",Helvetica,sans-serif";

  private final String text;
  private final String digest;
  private final String htmx;
  private final String govuk;

  Stylesheet() {
    WebJar frontend = WebJar.of("govuk-frontend");
    this.text =
        withoutGovernmentLooks(frontend.text("dist/govuk/govuk-frontend.min.css"))
            + WebJar.resource("page/catalogue.css")
            + WebJar.resource("document/specification.css")
            + WebJar.resource("page/published.css");
    this.digest = digest(text).substring(0, 16);
    this.htmx = WebJar.of("htmx.org").address("dist/htmx.min.js");
    this.govuk = frontend.address("dist/govuk/govuk-frontend.min.js");
  }

  static String withoutGovernmentLooks(String css) {
    return css.replaceAll("@font-face\\{[^}]*}", "")
        .replaceAll("\"?GDS Transport\"?(,\\s*arial)?(,\\s*sans-serif)?", TYPEFACE)
        .replaceAll("url\\(/assets/[^)]*\\)", "none")
        .replaceAll("/\\*# sourceMappingURL=[^*]*\\*/", "");
  }

  String text() {
    return text;
  }

  String digest() {
    return digest;
  }

  /// The address of the stylesheet; it changes with the content, so that it can be kept for ever.
  public String href() {
    return "/styles/" + digest + ".css";
  }

  /// The address of htmx.
  public String htmx() {
    return htmx;
  }

  /// The address of the script of GOV.UK Frontend.
  public String govuk() {
    return govuk;
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
