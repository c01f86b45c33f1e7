package org.seccatalogue.workbook.annotate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile.Format;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.WorkbookFormats;
import org.seccatalogue.workbook.reading.NotInUtf8;
import org.seccatalogue.workbook.write.XlsxFile;

/// Marks findings in a file, in the way that its format allows.
public final class Annotation {

  private static final String SUFFIX = " with findings";

  private final FindingsSheet list;
  private final Workbook.Limits limits;
  private final Instant time;

  private final ReadingChoices choices;

  /// Findings to be put into a file.
  ///
  /// @param choices how the file was read
  /// @param time of comments that say when they were made, and of a workbook that is made anew
  public Annotation(
      FindingsSheet list, Workbook.Limits limits, Instant time, ReadingChoices choices) {
    this.list = list;
    this.limits = limits;
    this.time = time;
    this.choices = choices;
  }

  /// What was made, and in what format.
  public record Made(AnnotatedForm form, Format format) {}

  /// In what form a file comes back, as far as is seen at a glance.
  public static AnnotatedForm form(Path file, Workbook.Limits limits) throws IOException {
    return switch (WorkbookFormats.format(file, limits)) {
      case XLSX, XLSM -> form(XlsxAnnotation.refusal(file, limits));
      case XLS -> form(XlsAnnotation.refusal(file));
      case ODS -> form(OdsAnnotation.refusal(file, limits));
      case CSV -> new AnnotatedForm.CopyOfRows();
    };
  }

  private static AnnotatedForm form(@org.jspecify.annotations.Nullable String refusal) {
    return refusal == null ? new AnnotatedForm.OwnFile() : new AnnotatedForm.ListAlone(refusal);
  }

  /// Writes the file with its findings.
  ///
  /// @param target a file that is there, and becomes what is made
  public Made write(Path file, Path target) throws IOException {
    try (Workbook workbook = WorkbookFormats.openWhole(list.fileName(), file, limits, choices)) {
      return write(file, workbook, target);
    } catch (NotAnnotated e) {
      return alone(e.because(), target);
    } catch (NotInUtf8 _) {
      return alone("a part of it is not written in UTF-8", target);
    } catch (NotAWorkbook e) {
      return alone("a part of it is not written as usual", target);
    }
  }

  private Made write(Path file, Workbook workbook, Path target) throws IOException {
    Format format = workbook.recognised().format();
    switch (format) {
      case XLSX, XLSM -> XlsxAnnotation.write(file, workbook, list, limits, target);
      case XLS -> XlsAnnotation.write(file, list, target);
      case ODS -> OdsAnnotation.write(file, workbook, list, limits, time, target);
      case CSV -> {
        copy(workbook, target);
        return new Made(new AnnotatedForm.CopyOfRows(), Format.XLSX);
      }
    }
    return new Made(new AnnotatedForm.OwnFile(), format);
  }

  private void copy(Workbook workbook, Path target) throws IOException {
    Path plain = Files.createTempFile(target.toAbsolutePath().getParent(), "rows", ".part");
    try {
      RowsCopy copy = new RowsCopy(workbook);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(plain))) {
        copy.write(out, list.fileName(), time);
      }
      Workbook.Limits own = RowsCopy.limits(limits);
      try (Workbook rows =
          WorkbookFormats.openWhole("rows.xlsx", plain, own, ReadingChoices.USUAL)) {
        XlsxAnnotation.write(plain, rows, list.called(copy::name), own, target);
      }
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  private Made alone(String because, Path target) throws IOException {
    String remark =
        "Comments cannot be put into your workbook, because "
            + because
            + ". Correct the cells there and import it again.";
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      XlsxFile made = new XlsxFile(out, time, "");
      made.sheet(FindingsSheet.form(OwnSheets.FINDINGS), list.in(Set.of(), remark)::write);
      made.finish(OwnSheets.FINDINGS_MARK);
    }
    return new Made(new AnnotatedForm.ListAlone(because), Format.XLSX);
  }

  /// What the file is called for its download; a second round does not make its name longer.
  public static String fileName(String sent, Format format) {
    String name = sent.replaceFirst("\\.[^.]*$", "").replaceFirst(SUFFIX + "( \\([0-9]+\\))?$", "");
    return name + SUFFIX + ending(format);
  }

  private static String ending(Format format) {
    return switch (format) {
      case XLSX -> ".xlsx";
      case XLSM -> ".xlsm";
      case XLS -> ".xls";
      case ODS -> ".ods";
      case CSV -> ".csv";
    };
  }

  public static String mediaType(Format format) {
    return switch (format) {
      case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      case XLSM -> "application/vnd.ms-excel.sheet.macroenabled.12";
      case XLS -> "application/vnd.ms-excel";
      case ODS -> "application/vnd.oasis.opendocument.spreadsheet";
      case CSV -> "text/csv";
    };
  }
}
