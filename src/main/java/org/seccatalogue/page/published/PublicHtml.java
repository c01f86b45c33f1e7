package org.seccatalogue.page.published;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.seccatalogue.schema.Glossary;

/// Answers that carry a page for readers. Anybody may keep them for a minute: what may change on
/// them is only what became of the baseline.
public final class PublicHtml {

  private static final MediaType TYPE = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
  private static final String KEPT = "public, max-age=60";

  private PublicHtml() {}

  /// A page as it is.
  public static Response ok(TemplateInstance page) {
    return answer(page.render());
  }

  /// A page on which terms of the glossary are explained where they stand.
  public static Response ok(TemplateInstance page, Glossary glossary, PageFrame frame) {
    return answer(new TermMarks(glossary, frame.at() + "/glossary").in(page.render()));
  }

  private static Response answer(String page) {
    return Response.ok(page, TYPE).header("Cache-Control", KEPT).build();
  }
}
