package org.seccatalogue.api.published.answers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedFiles;

/// Answers with files of baselines, in the form that they were published in or in another one.
@ApplicationScoped
public class FileAnswers {

  private final PublishedFiles files;
  private final FileForms forms;

  FileAnswers(PublishedFiles files, FileForms forms) {
    this.files = files;
    this.forms = forms;
  }

  /// A file that is there, or that it is still being written.
  ///
  /// @param asked for; absent: the form that it was published in
  public Response of(
      Baseline baseline, FileKind kind, @Nullable Integer asked, IntFunction<PublishedFile> file) {
    int own = files.form(baseline, kind);
    int form = asked == null ? own : asked;
    return forms.writer(kind, form).isPresent()
        ? answer(file.apply(form), form == own)
        : ProblemDetails.notFound("such form of the file");
  }

  private Response answer(PublishedFile file, boolean own) {
    Response.ResponseBuilder answer =
        Response.ok(
            new FinishedFiles.Wanted(file.name(), out -> files.write(file, out)),
            mediaType(file.kind()));
    return isRead(file.kind())
        ? answer.build()
        : answer
            .header("Content-Disposition", "attachment; filename=\"" + file.fileName(own) + "\"")
            .build();
  }

  /// Whether a browser shows it, and so need not save it.
  private static boolean isRead(FileKind kind) {
    return kind == FileKind.HTML || kind.isMap() || kind == FileKind.CHANGES_JSON;
  }

  private static String mediaType(FileKind kind) {
    return switch (kind) {
      case BUNDLE -> "application/zip";
      case WORKBOOK, EXTRACT, CHANGES_WORKBOOK ->
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      case WORD, CHANGES_WORD ->
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      case MAP -> "image/svg+xml";
      case MAP_PDF -> "application/pdf";
      case MAP_PNG -> "image/png";
      case HTML -> "text/html;charset=UTF-8";
      case CHANGES_JSON -> "application/json";
    };
  }
}
