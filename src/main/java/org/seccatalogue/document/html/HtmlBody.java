package org.seccatalogue.document.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.Run;
import org.seccatalogue.xml.XmlWriter;

/// Writes the blocks of the body, one at a time. Each heading opens a section that the next heading
/// of its level, or of a higher one, closes.
final class HtmlBody {

  private static final List<String> INTERACTION_LABELS =
      List.of("Code or agreement", "Area", "Kind", "Impact", "Raised by", "Response");
  private static final int RAISED_BY = 4;
  private static final int RESPONSE = 5;
  private static final int DEEPEST = 6;

  private final XmlWriter xml;
  private final HtmlText text;
  private final HtmlRequirement requirement;
  private final Deque<Integer> sections = new ArrayDeque<>();

  HtmlBody(XmlWriter xml, HtmlText text) {
    this.xml = xml;
    this.text = text;
    this.requirement = new HtmlRequirement(xml, text);
  }

  void write(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Summary(var runs) -> summary(runs);
      case Block.Paragraph(var runs) -> text.paragraph("sec-body", runs);
      case Block.Bullets(var items) -> bullets(items);
      case Block.Options options -> options(options);
      case Block.DraftingNote note -> draftingNote(note);
      case Block.InteractionBox box -> interactionBox(box);
      case Block.AgreementsBox box -> agreementsBox(box);
      case Block.Requirement record -> requirement.write(record, below());
      case Block.Table table -> text.table(table, "sec-data");
    }
  }

  /// Closes the sections that are open.
  void end() {
    closeFrom(1);
  }

  private void closeFrom(int level) {
    while (!sections.isEmpty() && sections.peek() >= level) {
      xml.markup("</section>\n");
      sections.pop();
    }
  }

  private void heading(Block.Heading heading) {
    closeFrom(heading.level());
    sections.push(heading.level());
    String element = element(heading.level());
    xml.markup("<section>\n");
    xml.open(
        element, "class", "sec-heading sec-heading-" + heading.level(), "id", heading.anchor());
    if (!heading.number().isEmpty()) {
      text.element("<span class=\"sec-number\">", heading.number(), "</span> ");
    }
    xml.markup("<span>");
    text.runs(heading.runs());
    xml.markup("</span>");
    if (heading.provisional()) {
      xml.markup(" <span class=\"sec-provisional\">[provisional]</span>");
    }
    xml.close(element).markup("\n");
  }

  /// The element of a level of headings, below the title of the document.
  private static String element(int level) {
    return "h" + Math.min(level + 1, DEEPEST);
  }

  /// The element of a heading within the section that is open.
  private String below() {
    return element(sections.isEmpty() ? 1 : sections.peek() + 1);
  }

  private void summary(List<Run> runs) {
    xml.markup(
        "<div class=\"sec-summary\">\n<p class=\"sec-label\">Clear English summary</p>\n<p>");
    text.runs(runs);
    xml.markup("</p>\n</div>\n");
  }

  private void bullets(List<List<Run>> items) {
    xml.markup("<ul class=\"sec-bullets\">\n");
    for (List<Run> item : items) {
      xml.markup("<li>");
      text.runs(item);
      xml.markup("</li>\n");
    }
    xml.markup("</ul>\n");
  }

  private void options(Block.Options options) {
    xml.markup("<div class=\"sec-options\">\n<p class=\"sec-question\">");
    if (!options.reference().isEmpty()) {
      text.element("<span class=\"sec-key\">", options.reference(), "</span> ");
    }
    text.runs(options.question());
    xml.markup("</p>\n<ul>\n");
    options.options().forEach(this::option);
    xml.markup("</ul>\n</div>\n");
  }

  private void option(Block.Options.Option option) {
    text.element("<li><strong>Option ", option.label(), ":</strong> ");
    text.runs(option.text());
    if (!option.state().isEmpty()) {
      text.element(" <span class=\"sec-state\">", option.state(), "</span>");
    }
    xml.markup("</li>\n");
  }

  private void draftingNote(Block.DraftingNote note) {
    List<String> details =
        Stream.of(note.author(), note.state()).filter(detail -> !detail.isEmpty()).toList();
    String label = ("Drafting note " + note.reference()).strip();
    text.element("<aside class=\"sec-note\">\n<p><strong>", label, "</strong>");
    if (!details.isEmpty()) {
      text.element(" (", String.join(", ", details), ")");
    }
    xml.markup(": ");
    text.runs(note.text());
    xml.markup("</p>\n</aside>\n");
  }

  private void interactionBox(Block.InteractionBox box) {
    String heading = below();
    xml.markup("<section class=\"sec-interactions\">\n");
    xml.open(heading).text(box.title()).close(heading).markup("\n");
    if (box.interactions().isEmpty()) {
      xml.markup("<p class=\"sec-body\">None identified.</p>\n");
    } else {
      List<List<String>> rows =
          box.interactions().stream().map(one -> told(box, cells(one))).toList();
      Block.Table table = new Block.Table(box.title(), told(box, INTERACTION_LABELS), rows);
      text.table(table, "sec-data sec-titled");
    }
    xml.markup("</section>\n");
  }

  private void agreementsBox(Block.AgreementsBox box) {
    String heading = below();
    xml.markup("<section class=\"sec-interactions\">\n");
    xml.open(heading).text(box.title()).close(heading).markup("\n");
    text.paragraph("sec-body", box.lead());
    if (!box.rows().isEmpty()) {
      text.table(box);
    }
    xml.markup("</section>\n");
  }

  private static List<String> cells(Block.InteractionBox.Interaction one) {
    return List.of(
        one.code(),
        one.area(),
        one.kind(),
        one.impact(),
        Objects.requireNonNullElse(one.raisedBy(), ""),
        Objects.requireNonNullElse(one.response(), ""));
  }

  /// Those of the cells whose columns are there.
  private static List<String> told(Block.InteractionBox box, List<String> cells) {
    List<String> told = new ArrayList<>(cells);
    if (!box.tellsAnswers()) {
      told.remove(RESPONSE);
    }
    if (!box.tellsWhoRaised()) {
      told.remove(RAISED_BY);
    }
    return told;
  }
}
