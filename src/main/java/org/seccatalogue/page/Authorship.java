package org.seccatalogue.page;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.revision.writing.ChangeNote;

/// Who makes the changes: until people can sign in, the person at this machine.
@ApplicationScoped
public class Authorship {

  private final String author;

  Authorship(
      @ConfigProperty(name = "catalogue.author", defaultValue = "${user.name}") String author) {
    this.author = author;
  }

  public ChangeNote note(@Nullable String reason) {
    return new ChangeNote(author, Html.given(reason));
  }
}
