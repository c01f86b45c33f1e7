package org.seccatalogue.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.revision.writing.ChangeNote;

/// Who makes the changes until people can sign in.
@ApplicationScoped
public class Author {

  private final String name;

  Author(@ConfigProperty(name = "catalogue.author", defaultValue = "${user.name}") String name) {
    this.name = name;
  }

  /// With the note that stands in a body.
  public ChangeNote noteIn(JsonNode body) {
    return note(body.has("note") ? body.path("note").asText() : null);
  }

  public ChangeNote note(@Nullable String reason) {
    return new ChangeNote(
        name, reason == null || VisibleText.isBlank(reason) ? null : VisibleText.strip(reason));
  }
}
