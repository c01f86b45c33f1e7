package org.seccatalogue.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.mapping.profile.ProfileJson;
import org.seccatalogue.suggestion.MappingPreview;
import org.seccatalogue.suggestion.Mappings;
import org.seccatalogue.workbook.ReadingChoices;

/// Suggests profiles for workbooks. Written by hand: the generated interfaces know no names of
/// files.
@Path("/api/v1/import-suggestions")
class SuggestionResource {

  private static final int MOST_FINDINGS = 200;

  private final Mappings mappings;

  SuggestionResource(Mappings mappings) {
    this.mappings = mappings;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({MediaType.APPLICATION_JSON, Problems.TYPE})
  public Response suggestImportProfile(
      @RestForm("file") @Nullable FileUpload file, MultipartFormDataInput form) {
    List<Finding> findings = UploadCheck.check(form, ReadingForm.with("file"), file);
    ReadingChoices choices = ReadingForm.read(form, findings);
    return file == null || !findings.isEmpty()
        ? Problems.badRequest(findings)
        : answer(mappings.suggest(file.fileName(), file.uploadedFile(), choices), choices);
  }

  private static Response answer(Mappings.Looked looked, ReadingChoices choices) {
    return switch (looked) {
      case Mappings.Looked.Seen(Mappings.Suggestion suggestion) ->
          Response.ok(json(suggestion, choices)).build();
      case Mappings.Looked.Unreadable(List<Finding> findings) -> Problems.unprocessable(findings);
    };
  }

  private static ObjectNode json(Mappings.Suggestion suggestion, ReadingChoices choices) {
    ObjectNode node = Json.object();
    node.set("reading", Json.reading(choices, suggestion.file()));
    node.set("profile", ProfileJson.of(suggestion.profile()));
    node.set("sheets", Json.array(suggestion.previews(), SuggestionResource::json));
    return node;
  }

  private static ObjectNode json(MappingPreview preview) {
    ObjectNode node = Json.object();
    if (preview.mapping().sheet() != null) {
      node.put("sheet", preview.mapping().sheet());
    }
    node.put("type", preview.type().name()).put("rows", preview.rows());
    node.put("more", preview.more());
    node.set("headings", Json.array(preview.shown(), SuggestionResource::heading));
    node.set("lines", Json.array(preview.lines(), SuggestionResource::line));
    node.put("errors", preview.errors());
    node.set(
        "findings",
        Json.array(preview.findings().stream().limit(MOST_FINDINGS).toList(), Json::finding));
    return node;
  }

  private static ObjectNode heading(MappingPreview.Heading heading) {
    return Json.object().put("label", heading.label()).put("from", heading.from());
  }

  private static ObjectNode line(MappingPreview.Line line) {
    ObjectNode node = Json.object().put("row", line.row());
    node.set(
        "values", Json.array(line.cells(), cell -> JsonNodeFactory.instance.textNode(cell.text())));
    return node;
  }
}
