package org.seccatalogue.page.records;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.shown.OutlineTree;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.revision.Outline;

/// The first page: the outline of the whole code.
@Path("/")
@HtmlPage
@Blocking
class OutlinePages {

  private final Outline outline;
  private final RecordLines lines;

  OutlinePages(Outline outline, RecordLines lines) {
    this.outline = outline;
    this.lines = lines;
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance outline(OutlineTree tree, boolean all);
  }

  @GET
  public TemplateInstance outline(@QueryParam("open") @Nullable String open) {
    return Templates.outline(
        OutlineTree.of(outline.headings().stream().map(Outline.Entry::head).toList(), lines),
        "all".equals(open));
  }
}
