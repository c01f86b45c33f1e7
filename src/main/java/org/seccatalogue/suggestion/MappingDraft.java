package org.seccatalogue.suggestion;

import org.seccatalogue.mapping.Profile;
import org.seccatalogue.workbook.ReadingChoices;

/// A workbook that was sent, and how it would be read as far as that is decided.
///
/// @param id under which it is kept for a while
///
/// @param choices how the file is read
public record MappingDraft(String id, String fileName, ReadingChoices choices, Profile profile) {}
