package org.seccatalogue.document.word;

import java.util.List;
import org.seccatalogue.document.ContentsEntry;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.document.TitlePage;

/// Writes what comes before the body: the title page and the contents.
final class WordFrontMatter {

  private static final int[] CONTROL = {30, 70};
  private static final int[] REVISIONS = {12, 18, 24, 46};

  private final WordParagraphs paragraphs;
  private final WordTables tables;
  private final int textWidth;

  WordFrontMatter(WordParagraphs paragraphs, WordTables tables, int textWidth) {
    this.paragraphs = paragraphs;
    this.tables = tables;
    this.textWidth = textWidth;
  }

  void write(DocumentModel model) {
    TitlePage page = model.titlePage();
    paragraphs.paragraph(WordStyle.PROGRAMME, page.programme());
    paragraphs.paragraph(WordStyle.TITLE, model.identity().title());
    paragraphs.paragraph(WordStyle.SUBTITLE, page.subtitle());
    control(page.control());
    revisions(page.revisions());
    if (!page.statement().isEmpty()) {
      paragraphs.paragraph(WordStyle.STATEMENT, page.statement());
    }
    contents(model.contents());
    if (model.figure() == null) {
      paragraphs.beginPage();
    }
  }

  private void control(List<TitlePage.ControlRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    paragraphs.paragraph(WordStyle.FRONT_HEADING, "Document control");
    tables.open(
        WordStyle.DOCUMENT_CONTROL, "Document control", ColumnWidths.shares(textWidth, CONTROL));
    for (TitlePage.ControlRow row : rows) {
      tables.openRow(row.value().length());
      tables.cell(WordStyle.TABLE_LABEL, row.label());
      tables.cell(WordStyle.TABLE_TEXT, row.value());
      tables.closeRow();
    }
    tables.close();
  }

  private void revisions(List<TitlePage.RevisionRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    paragraphs.paragraph(WordStyle.FRONT_HEADING, "Revision history");
    tables.open(WordStyle.DATA, "Revision history", ColumnWidths.shares(textWidth, REVISIONS));
    tables.headerRow(WordStyle.TABLE_HEADER, List.of("Version", "Date", "Author", "Change"));
    for (TitlePage.RevisionRow row : rows) {
      tables.row(
          WordStyle.DATA_TEXT, List.of(row.version(), row.date(), row.author(), row.change()));
    }
    tables.close();
  }

  /// Every page number is a field of its own, without a number: Word fills it when fields are
  /// updated, LibreOffice when it opens the file. One field for all of the contents would keep
  /// LibreOffice from doing so; and telling Word to update on opening makes it ask the reader about
  /// "fields that may refer to other files".
  private void contents(List<ContentsEntry> entries) {
    if (!entries.isEmpty()) {
      paragraphs.paragraph(WordStyle.CONTENTS_HEADING, "Contents");
      entries.forEach(this::contentsEntry);
    }
  }

  private void contentsEntry(ContentsEntry entry) {
    paragraphs.open(WordStyle.contents(entry.level())).openLink(entry.anchor());
    if (!entry.number().isEmpty()) {
      paragraphs.text(entry.number() + "\t");
    }
    paragraphs.text(entry.text() + "\t");
    paragraphs.field("PAGEREF " + BookmarkName.of(entry.anchor()) + " \\h");
    paragraphs.closeLink().close();
  }
}
