package org.seccatalogue.document.word;

import java.util.List;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.Block.Requirement.AttributeRow;
import org.seccatalogue.document.Block.Requirement.Badge;
import org.seccatalogue.document.Block.Requirement.LinkRow;
import org.seccatalogue.document.Run;

/// Writes a requirement: key and title, badges, statement, and one table of attributes and links.
final class WordRequirement {

  /// Two attributes share a row if the labels and values of both are no longer than this.
  private static final int SHORT_LABEL = 30;

  private static final int SHORT_VALUE = 28;

  /// Label, value, label, value.
  private static final int[] COLUMNS = {21, 29, 21, 29};

  private static final int BESIDE_LABEL = COLUMNS.length - 1;

  private final WordParagraphs paragraphs;
  private final WordTables tables;
  private final int[] widths;

  WordRequirement(WordParagraphs paragraphs, WordTables tables, int textWidth) {
    this.paragraphs = paragraphs;
    this.tables = tables;
    this.widths = ColumnWidths.shares(textWidth, COLUMNS);
  }

  void write(Block.Requirement requirement) {
    title(requirement);
    badges(requirement.badges());
    paragraphs.paragraph(WordStyle.REQUIREMENT_STATEMENT, requirement.statement());
    if (requirement.attributes().isEmpty() && requirement.links().isEmpty()) {
      return;
    }
    String description = "Attributes and links of " + requirement.key();
    tables.open(WordStyle.ATTRIBUTES, description, widths);
    tables.openHeaderRow();
    tables.cell(WordStyle.TABLE_TITLE, description, COLUMNS.length);
    tables.closeRow();
    attributes(requirement.attributes());
    links(requirement.links());
    tables.close();
  }

  private void title(Block.Requirement requirement) {
    boolean withdrawn =
        requirement.badges().stream().anyMatch(b -> b.kind() == Badge.Kind.WITHDRAWN);
    paragraphs
        .open(WordStyle.REQUIREMENT_TITLE)
        .beginBookmark(requirement.anchor())
        .text(WordStyle.REQUIREMENT_KEY, requirement.key())
        .endBookmark()
        .text("\t");
    if (withdrawn) {
      paragraphs.text(WordStyle.WITHDRAWN_TITLE, requirement.title());
    } else {
      paragraphs.text(requirement.title());
    }
    paragraphs.close();
  }

  private void badges(List<Badge> badges) {
    if (badges.isEmpty()) {
      return;
    }
    paragraphs.open(WordStyle.REQUIREMENT_BADGES);
    String separator = "";
    for (Badge badge : badges) {
      paragraphs.text(separator);
      badge(badge);
      separator = "  \u00b7  ";
    }
    paragraphs.close();
  }

  private void badge(Badge badge) {
    switch (badge.kind()) {
      case STAGE, PRIORITY -> paragraphs.text(badge.text());
      case OBLIGATION -> paragraphs.text(WordStyle.STRONG, badge.text());
      case PROVISIONAL -> paragraphs.text(WordStyle.PROVISIONAL, "[" + badge.text() + "]");
      case WITHDRAWN -> paragraphs.text(WordStyle.WITHDRAWN, badge.text());
    }
  }

  private void attributes(List<AttributeRow> rows) {
    String group = "";
    int at = 0;
    while (at < rows.size()) {
      AttributeRow row = rows.get(at);
      if (!row.group().equals(group)) {
        group = row.group();
        group(group);
      }
      tables.openRow(length(row.value()));
      if (sharesRowWithNext(rows, at)) {
        attribute(row, 1);
        attribute(rows.get(++at), 1);
      } else {
        attribute(row, BESIDE_LABEL);
      }
      tables.closeRow();
      at++;
    }
  }

  private static boolean sharesRowWithNext(List<AttributeRow> rows, int at) {
    return at + 1 < rows.size()
        && rows.get(at + 1).group().equals(rows.get(at).group())
        && isShort(rows.get(at))
        && isShort(rows.get(at + 1));
  }

  private void attribute(AttributeRow row, int span) {
    tables.cell(WordStyle.TABLE_LABEL, row.label());
    tables.openCell(span);
    paragraphs.paragraph(WordStyle.TABLE_TEXT, row.value());
    tables.closeCell();
  }

  private void group(String title) {
    if (!title.isEmpty()) {
      tables.openRow(0);
      tables.cell(WordStyle.TABLE_GROUP, title, COLUMNS.length);
      tables.closeRow();
    }
  }

  /// Links that say the same share a row.
  private void links(List<LinkRow> links) {
    if (!links.isEmpty()) {
      group("Traceability");
    }
    int at = 0;
    while (at < links.size()) {
      String label = links.get(at).label();
      int end = at + 1;
      while (end < links.size() && links.get(end).label().equals(label)) {
        end++;
      }
      tables.openRow(0);
      tables.cell(WordStyle.TABLE_LABEL, label);
      tables.openCell(BESIDE_LABEL);
      links.subList(at, end).forEach(this::link);
      tables.closeCell();
      tables.closeRow();
      at = end;
    }
  }

  private void link(LinkRow link) {
    paragraphs.open(WordStyle.TABLE_TEXT);
    if (link.anchor() == null) {
      paragraphs.text(link.target());
    } else {
      paragraphs.crossReference(link.target(), link.anchor());
    }
    paragraphs.text(link.targetTitle().isEmpty() ? "" : "  " + link.targetTitle());
    if (link.suspect()) {
      paragraphs.text("  ").text(WordStyle.SUSPECT, "[suspect: the target has changed]");
    }
    if (!link.note().isEmpty()) {
      paragraphs.text("  ").text(WordStyle.EMPHASIS, link.note());
    }
    paragraphs.close();
  }

  private static boolean isShort(AttributeRow row) {
    return row.label().length() <= SHORT_LABEL
        && length(row.value()) <= SHORT_VALUE
        && row.value().stream().noneMatch(run -> text(run).contains("\n"));
  }

  private static int length(List<Run> runs) {
    return runs.stream().mapToInt(run -> text(run).length()).sum();
  }

  private static String text(Run run) {
    return switch (run) {
      case Run.Text(String text, var _) -> text;
      case Run.CrossReference(String text, var _) -> text;
    };
  }
}
