package org.seccatalogue.record;

import java.util.List;

/// A key that an attribute names; whether there is such a record, only the store knows.
///
/// @param pointer JSON pointer of the value below the attributes
/// @param types names of the record types that are allowed, any when empty
public record ReferenceUse(String pointer, RecordKey key, List<String> types) {}
