package org.seccatalogue.revision.writing;

import java.time.Instant;

/// Who writes, why and when.
public record WrittenBy(ChangeNote note, Instant at) {

  public String author() {
    return note.author();
  }
}
