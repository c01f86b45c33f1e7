package org.seccatalogue.baseline.files;

import org.jspecify.annotations.Nullable;

/// One published file, as a signed list says it.
///
/// @param name under which it is offered; of a part of an archive, its path there
/// @param within the name of the archive that it is a part of
/// @param title what people call it, such as `The Word specification of C.4.1.a`
/// @param form of the writer that wrote it, counted from 1
/// @param sha256 of its bytes, 64 hexadecimal digits
public record ListedFile(
    String name, @Nullable String within, String title, int form, String sha256) {}
