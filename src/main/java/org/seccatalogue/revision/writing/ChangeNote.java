package org.seccatalogue.revision.writing;

import org.jspecify.annotations.Nullable;

/// Who changes something, and why.
public record ChangeNote(String author, @Nullable String reason) {}
