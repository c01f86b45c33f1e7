package org.seccatalogue.export.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.baseline.search.Extracts;
import org.seccatalogue.baseline.search.Question;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.write.SheetForm;
import org.seccatalogue.workbook.write.SheetForm.Look;
import org.seccatalogue.workbook.write.SheetWriter;

/// Those records of a baseline that answer a question, as a workbook that names both.
///
/// It is the same bytes for everybody who asks the same.
@ApplicationScoped
public class ExtractWorkbook implements PublishedWriter {

  private final Published published;
  private final Extracts extracts;
  private final BaselineWorkbook workbook;
  private final PublishedRecords records;

  ExtractWorkbook(
      Published published, Extracts extracts, BaselineWorkbook workbook, PublishedRecords records) {
    this.records = records;
    this.published = published;
    this.extracts = extracts;
    this.workbook = workbook;
  }

  @Override
  public FileKind kind() {
    return FileKind.EXTRACT;
  }

  @Override
  public int form() {
    return FileForms.FIRST;
  }

  @Override
  public FileMarks marks() {
    return BaselineWorkbook.MARKS;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    write(file, form(), out);
  }

  /// Writes it in one of its forms. The stream stays open.
  void write(PublishedFile file, int form, OutputStream out) throws IOException {
    Baseline baseline = file.baseline();
    Question question = Question.read(file.asked()).orElseThrow();
    Map<String, Integer> counts = extracts.counts(baseline, question);
    workbook.write(baseline, new Answer(baseline, question, counts, form), out);
  }

  /// What answers a question.
  private final class Answer implements BaselineWorkbook.Content {
    private final Baseline baseline;
    private final Question question;
    private final Map<String, Integer> counts;
    private final int form;

    Answer(Baseline baseline, Question question, Map<String, Integer> counts, int form) {
      this.form = form;
      this.baseline = baseline;
      this.question = question;
      this.counts = counts;
    }

    @Override
    public Map<String, Integer> counts() {
      return counts;
    }

    @Override
    public void each(String type, Consumer<List<PublishedRecord>> batch) {
      extracts.each(baseline, question, type, batch);
    }

    @Override
    public void cover(SheetWriter sheet, List<SheetForm> forms) {
      int records = counts.values().stream().mapToInt(Integer::intValue).sum();
      sheet.row(List.of(BaselineWorkbook.words(Look.TITLE, title())));
      sheet.row(List.of());
      fact(
          sheet,
          "What it is",
          "%,d of the %,d records of a published baseline: those that answer the question below. It"
                  .formatted(records, baseline.records())
              + " was made when somebody asked, and was not published as a file.");
      fact(sheet, "Baseline", baseline.name());
      fact(sheet, "Dated", baseline.dated().toString());
      fact(sheet, "Digest of the baseline (SHA-256)", baseline.digest());
      fact(
          sheet,
          "How to check it",
          "Give the workbook to the page Verify where the baseline is published: it asks the same"
              + " again and tells whether every cell says what the baseline says.");
      BaselineWorkbook.longTexts(sheet, form);
      sheet.row(List.of());
      sheet.row(List.of(BaselineWorkbook.words(Look.LABEL, "Asked for")));
      new QuestionWords(
              published.schema(baseline), extracts.facets(baseline, question), this::titled)
          .of(question)
          .forEach((name, value) -> fact(sheet, name, value));
      BaselineWorkbook.sheets(sheet, forms, records);
    }

    private String titled(String name) {
      return records
          .find(baseline, name)
          .map(PublishedRecord::head)
          .map(head -> head.name() + " " + head.title())
          .orElse(name);
    }

    private static void fact(SheetWriter sheet, String label, String text) {
      BaselineWorkbook.fact(sheet, label, text);
    }

    @Override
    public String title() {
      return OwnSheets.MARK + ": an extract of " + baseline.name();
    }

    @Override
    public String said() {
      String said = Question.SAID + question.text();
      return form == FileForms.FIRST ? said : said + " " + FileForms.said(form);
    }

    @Override
    public int form() {
      return form;
    }
  }
}
