package org.seccatalogue.document.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.Block.Requirement.AttributeRow;
import org.seccatalogue.document.Block.Requirement.Badge;
import org.seccatalogue.document.Block.Requirement.LinkRow;
import org.seccatalogue.xml.XmlWriter;

/// Writes a requirement as an article: key and title, badges, statement, one table of attributes
/// and links, and its tables. Its key and its digest stand in attributes of the article, so that
/// programs can find and check it.
final class HtmlRequirement {

  private final XmlWriter xml;
  private final HtmlText text;

  HtmlRequirement(XmlWriter xml, HtmlText text) {
    this.xml = xml;
    this.text = text;
  }

  /// @param heading the element of its title, such as `h4`
  void write(Block.Requirement requirement, String heading) {
    open(requirement);
    title(requirement, heading);
    badges(requirement.badges());
    text.paragraph("sec-statement", requirement.statement());
    if (!requirement.attributes().isEmpty() || !requirement.links().isEmpty()) {
      attributes(requirement);
    }
    requirement.tables().forEach(table -> text.table(table, "sec-data"));
    xml.markup("</article>\n");
  }

  private void open(Block.Requirement requirement) {
    xml.markup("<article class=\"sec-requirement");
    xml.markup(isWithdrawn(requirement) ? " sec-withdrawn" : "");
    text.element("\" id=\"", requirement.anchor(), "\"");
    text.element(" data-key=\"", requirement.key(), "\"");
    String digest = requirement.digest();
    if (digest != null) {
      text.element(" data-digest=\"", digest, "\"");
    }
    xml.markup(">\n");
  }

  private static boolean isWithdrawn(Block.Requirement requirement) {
    return requirement.badges().stream().anyMatch(badge -> badge.kind() == Badge.Kind.WITHDRAWN);
  }

  private void title(Block.Requirement requirement, String heading) {
    xml.markup("<").markup(heading).markup(" class=\"sec-title\">");
    xml.markup("<a class=\"sec-key\" href=\"");
    xml.text(text.own(requirement.key(), requirement.anchor())).markup("\">");
    text.element("", requirement.key(), "</a> <span>");
    text.element("", requirement.title(), "</span>");
    xml.close(heading).markup("\n");
  }

  private void badges(List<Badge> badges) {
    if (!badges.isEmpty()) {
      xml.markup("<ul class=\"sec-badges\">\n");
      for (Badge badge : badges) {
        xml.markup("<li class=\"sec-badge-").markup(word(badge.kind())).markup("\">");
        text.element("", badge.text(), "</li>\n");
      }
      xml.markup("</ul>\n");
    }
  }

  private static String word(Badge.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void attributes(Block.Requirement requirement) {
    xml.markup("<table class=\"sec-attributes\">\n");
    text.element("<caption>Attributes and links of ", requirement.key(), "</caption>\n");
    for (List<AttributeRow> group : together(requirement.attributes(), AttributeRow::group)) {
      openGroup(group.getFirst().group());
      group.forEach(this::attribute);
      xml.markup("</tbody>\n");
    }
    if (!requirement.links().isEmpty()) {
      openGroup("Traceability");
      together(requirement.links(), LinkRow::label).forEach(this::links);
      xml.markup("</tbody>\n");
    }
    xml.markup("</table>\n");
  }

  private void openGroup(String title) {
    xml.markup("<tbody>\n");
    if (!title.isEmpty()) {
      text.element("<tr><th class=\"sec-group\" colspan=\"2\" scope=\"rowgroup\">", title, "");
      xml.markup("</th></tr>\n");
    }
  }

  private void attribute(AttributeRow row) {
    text.element("<tr><th scope=\"row\">", row.label(), "</th><td>");
    text.runs(row.value());
    xml.markup("</td></tr>\n");
  }

  /// Links that say the same share a row.
  private void links(List<LinkRow> links) {
    text.element("<tr><th scope=\"row\">", links.getFirst().label(), "</th><td><ul>\n");
    links.forEach(this::link);
    xml.markup("</ul></td></tr>\n");
  }

  private void link(LinkRow link) {
    xml.markup("<li>");
    if (link.anchor() == null) {
      text.elsewhere(link.target());
    } else {
      text.link(link.target(), link.anchor());
    }
    if (!link.targetTitle().isEmpty()) {
      text.element(" ", link.targetTitle(), "");
    }
    if (link.suspect()) {
      xml.markup(" <strong class=\"sec-suspect\">Suspect: the target has changed</strong>");
    }
    if (!link.note().isEmpty()) {
      text.element(" <em>", link.note(), "</em>");
    }
    xml.markup("</li>\n");
  }

  /// Neighbours that have something in common, in lists of their own.
  private static <T> List<List<T>> together(List<T> all, Function<T, String> common) {
    List<List<T>> groups = new ArrayList<>();
    String last = null;
    for (T one : all) {
      String now = common.apply(one);
      if (!now.equals(last)) {
        groups.add(new ArrayList<>());
        last = now;
      }
      groups.getLast().add(one);
    }
    return groups;
  }
}
