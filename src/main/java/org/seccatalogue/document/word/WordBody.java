package org.seccatalogue.document.word;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.Block.InteractionBox.Interaction;

/// Writes the blocks of the body, one at a time.
final class WordBody {

  /// From so many columns on, text is set smaller.
  private static final int NARROW_COLUMNS = 9;
  private static final List<String> INTERACTION_LABELS =
      List.of("Code or agreement", "Area", "Kind", "Impact", "Raised by", "Response");
  private static final int[] INTERACTIONS = {13, 19, 17, 22, 16, 13};
  private static final int[] COLUMNS = {0, 1, 2, 3, 4, 5};
  private static final int[] AGREEMENTS = {22, 50, 28};

  /// About how many characters a stretch of text in a box has.
  private static final int LONG_RUN = 30;
  private static final int RAISED_BY = 4;
  private static final int RESPONSE = 5;

  private final WordParagraphs paragraphs;
  private final WordTables tables;
  private final WordRequirement requirement;
  private final int textWidth;

  WordBody(WordParagraphs paragraphs, WordTables tables, int textWidth) {
    this.paragraphs = paragraphs;
    this.tables = tables;
    this.textWidth = textWidth;
    this.requirement = new WordRequirement(paragraphs, tables, textWidth);
  }

  void write(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Summary(var runs) -> paragraphs.paragraph(WordStyle.SUMMARY, runs);
      case Block.Paragraph(var runs) -> paragraphs.paragraph(WordStyle.BODY_TEXT, runs);
      case Block.Bullets(var items) ->
          items.forEach(item -> paragraphs.paragraph(WordStyle.BULLET, item));
      case Block.Options options -> options(options);
      case Block.DraftingNote note -> draftingNote(note);
      case Block.InteractionBox box -> interactionBox(box);
      case Block.AgreementsBox box -> agreementsBox(box);
      case Block.Requirement record -> {
        requirement.write(record);
        record.tables().forEach(this::table);
      }
      case Block.Table table -> table(table);
    }
  }

  private void heading(Block.Heading heading) {
    paragraphs.open(WordStyle.heading(heading.level())).beginBookmark(heading.anchor());
    if (!heading.number().isEmpty()) {
      paragraphs.text(heading.number() + "\t");
    }
    paragraphs.runs(heading.runs()).endBookmark();
    if (heading.provisional()) {
      paragraphs.text(" ").text(WordStyle.PROVISIONAL, "[provisional]");
    }
    paragraphs.close();
  }

  private void options(Block.Options options) {
    paragraphs.open(WordStyle.OPTION_QUESTION);
    if (!options.reference().isEmpty()) {
      paragraphs.text(options.reference() + "  ");
    }
    paragraphs.runs(options.question()).close();
    for (Block.Options.Option option : options.options()) {
      paragraphs.open(WordStyle.OPTION).text(WordStyle.STRONG, "Option " + option.label());
      paragraphs.text(": ").runs(option.text());
      if (!option.state().isEmpty()) {
        paragraphs.text("  ").text(WordStyle.STATE, "[" + option.state() + "]");
      }
      paragraphs.close();
    }
  }

  private void draftingNote(Block.DraftingNote note) {
    String details =
        String.join(
            ", ", Stream.of(note.author(), note.state()).filter(s -> !s.isEmpty()).toList());
    String label = "Drafting note " + note.reference();
    paragraphs
        .open(WordStyle.DRAFTING_NOTE)
        .text(WordStyle.NOTE_LABEL, label.strip() + (details.isEmpty() ? ": " : ""))
        .text(details.isEmpty() ? "" : " (" + details + "): ")
        .runs(note.text())
        .close();
  }

  /// The title is a paragraph that joins the table below it, because programs do not agree on how a
  /// second header row looks.
  private void interactionBox(Block.InteractionBox box) {
    paragraphs.paragraph(WordStyle.INTERACTION_TITLE, box.title());
    int[] shares =
        IntStream.of(COLUMNS).filter(at -> told(box, at)).map(at -> INTERACTIONS[at]).toArray();
    tables.open(WordStyle.INTERACTIONS, box.title(), ColumnWidths.shares(textWidth, shares));
    if (box.interactions().isEmpty()) {
      tables.openRow(0);
      tables.cell(WordStyle.DATA_TEXT, "None identified.", shares.length);
      tables.closeRow();
    } else {
      tables.headerRow(WordStyle.TABLE_HEADER, told(box, INTERACTION_LABELS));
      box.interactions().forEach(one -> tables.row(WordStyle.DATA_TEXT, told(box, cells(one))));
    }
    tables.close();
  }

  /// Its lead stands in the title, because programs take the first row alone for the header.
  private void agreementsBox(Block.AgreementsBox box) {
    if (box.rows().isEmpty()) {
      paragraphs.paragraph(WordStyle.INTERACTION_TITLE, box.title());
    } else {
      paragraphs.open(WordStyle.INTERACTION_TITLE).text(box.title() + " \u2013 ");
      paragraphs.runs(box.lead()).close();
    }
    tables.open(WordStyle.INTERACTIONS, box.title(), ColumnWidths.shares(textWidth, AGREEMENTS));
    if (box.rows().isEmpty()) {
      tables.openRow(0);
      tables.openCell(AGREEMENTS.length);
      paragraphs.paragraph(WordStyle.DATA_TEXT, box.lead());
      tables.closeCell();
      tables.closeRow();
    } else {
      tables.headerRow(WordStyle.TABLE_HEADER, Block.AgreementsBox.COLUMNS);
      box.rows().forEach(this::agreement);
    }
    tables.close();
  }

  private void agreement(Block.AgreementsBox.Row row) {
    tables.openRow(row.said().stream().mapToInt(List::size).sum() * LONG_RUN);
    Stream.of(List.of(row.agreement()), row.said(), row.assessed())
        .forEach(
            cell -> {
              tables.openCell(1);
              cell.forEach(one -> paragraphs.paragraph(WordStyle.DATA_TEXT, one));
              tables.closeCell();
            });
    tables.closeRow();
  }

  private static List<String> cells(Interaction interaction) {
    return List.of(
        interaction.code(),
        interaction.area(),
        interaction.kind(),
        interaction.impact(),
        Objects.requireNonNullElse(interaction.raisedBy(), ""),
        Objects.requireNonNullElse(interaction.response(), ""));
  }

  /// An empty box has all columns, as it had when all were always there.
  private static boolean told(Block.InteractionBox box, int column) {
    return box.interactions().isEmpty()
        || ((column != RAISED_BY || box.tellsWhoRaised())
            && (column != RESPONSE || box.tellsAnswers()));
  }

  private static List<String> told(Block.InteractionBox box, List<String> cells) {
    return IntStream.of(COLUMNS).filter(at -> told(box, at)).mapToObj(cells::get).toList();
  }

  private void table(Block.Table table) {
    if (!table.caption().isEmpty()) {
      paragraphs.paragraph(WordStyle.CAPTION, table.caption());
    }
    tables.open(
        WordStyle.DATA,
        table.caption(),
        ColumnWidths.fitting(textWidth, table.header(), table.rows()));
    boolean narrow = table.header().size() >= NARROW_COLUMNS;
    WordStyle header = narrow ? WordStyle.TABLE_HEADER_NARROW : WordStyle.TABLE_HEADER;
    WordStyle text = narrow ? WordStyle.DATA_TEXT_NARROW : WordStyle.DATA_TEXT;
    tables.headerRow(header, table.header());
    table.rows().forEach(cells -> tables.row(text, cells));
    tables.close();
  }
}
