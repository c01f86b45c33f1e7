package org.seccatalogue.document.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.ContentsEntry;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.document.TitlePage;
import org.seccatalogue.xml.XmlWriter;

/// Writes what comes before the body: the title with document control, and the contents.
final class HtmlFrontMatter {

  private final XmlWriter xml;
  private final HtmlText text;

  HtmlFrontMatter(XmlWriter xml, HtmlText text) {
    this.xml = xml;
    this.text = text;
  }

  void write(DocumentModel model) {
    TitlePage page = model.titlePage();
    DocumentModel.Identity identity = model.identity();
    xml.markup("<header class=\"sec-front\">\n");
    text.element("<p class=\"sec-programme\">", page.programme(), "</p>\n");
    text.element("<h1>", identity.title(), "</h1>\n");
    text.element("<p class=\"sec-subtitle\">", page.subtitle(), "</p>\n");
    text.element("<p class=\"sec-edition\"><span>", identity.version(), "</span> ");
    text.element("<strong>", identity.status(), "</strong></p>\n");
    control(page.control());
    revisions(page.revisions());
    text.paragraph("sec-reliance", page.statement());
    xml.markup("</header>\n");
    contents(model.contents());
  }

  private void control(List<TitlePage.ControlRow> rows) {
    if (!rows.isEmpty()) {
      xml.markup("<table class=\"sec-control\">\n<caption>Document control</caption>\n<tbody>\n");
      for (TitlePage.ControlRow row : rows) {
        text.element("<tr><th scope=\"row\">", row.label(), "</th>");
        text.element("<td>", row.value(), "</td></tr>\n");
      }
      xml.markup("</tbody>\n</table>\n");
    }
  }

  private void revisions(List<TitlePage.RevisionRow> rows) {
    if (!rows.isEmpty()) {
      text.table(
          new Block.Table(
              "Revision history",
              List.of("Version", "Date", "Author", "Change"),
              rows.stream()
                  .map(row -> List.of(row.version(), row.date(), row.author(), row.change()))
                  .toList()),
          "sec-data");
    }
  }

  private void contents(List<ContentsEntry> entries) {
    if (!entries.isEmpty()) {
      // Beside the text it scrolls by itself, also by keyboard.
      xml.markup("<nav class=\"sec-contents\" aria-labelledby=\"sec-contents\" tabindex=\"0\">\n");
      xml.markup("<h2 id=\"sec-contents\">Contents</h2>\n");
      xml.markup("<details>\n<summary>Contents</summary>\n");
      list(entries);
      xml.markup("</details>\n</nav>\n");
    }
  }

  /// A list within its entry for each level that follows, however many levels that leaves out.
  private void list(List<ContentsEntry> entries) {
    Deque<Integer> open = new ArrayDeque<>();
    for (ContentsEntry entry : entries) {
      while (!open.isEmpty() && open.peek() > entry.level()) {
        xml.markup("</li>\n</ol>\n");
        open.pop();
      }
      if (!open.isEmpty() && open.peek() == entry.level()) {
        xml.markup("</li>\n");
      } else {
        xml.markup(open.isEmpty() ? "<ol>\n" : "\n<ol>\n");
        open.push(entry.level());
      }
      entry(entry);
    }
    open.forEach(_ -> xml.markup("</li>\n</ol>\n"));
  }

  private void entry(ContentsEntry entry) {
    xml.markup("<li><a href=\"#").text(entry.anchor()).markup("\">");
    if (!entry.number().isEmpty()) {
      text.element("<span class=\"sec-number\">", entry.number(), "</span> ");
    }
    text.element("<span>", entry.text(), "</span></a>");
  }
}
