package org.seccatalogue.page.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.testkit.Drafts;

/// Fills in the form of a record as a browser would send it.
public final class FormFields {

  private FormFields() {}

  public static Map<String, List<String>> of(RecordType type, Drafts draft) {
    ObjectNode attributes = draft.attributes().deepCopy();
    TypedForm form =
        FormWriter.form(type, Attributes.stored(attributes), text(draft.stage()), draft.parent());
    Map<String, List<String>> fields = new LinkedHashMap<>(form.below(""));
    for (int i = 0; i < draft.links().size(); i++) {
      LinkDraft link = draft.links().get(i);
      fields.put("/links/" + i + "/type", List.of(link.type()));
      fields.put("/links/" + i + "/target", List.of(link.target()));
      fields.put("/links/" + i + "/note", List.of(text(link.note())));
    }
    if (draft.place().first()) {
      fields.put(TypedForm.FIRST, List.of(FormWriter.YES));
    }
    fields.put(TypedForm.BEFORE, List.of(text(draft.place().before())));
    fields.put(TypedForm.AFTER, List.of(text(draft.place().after())));
    fields.put("type", List.of(draft.type()));
    return fields;
  }

  /// What a page says of a finding of the API.
  public static String words(JsonNode finding) {
    String expected = finding.path("expected").asText();
    String words =
        finding.path("code").asText().equals("MISSING_VALUE")
            ? "Enter " + expected + "."
            : finding.path("message").asText();
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String text(@org.jspecify.annotations.Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
