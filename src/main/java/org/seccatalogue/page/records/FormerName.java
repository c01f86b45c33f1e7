package org.seccatalogue.page.records;

/// What a record was called.
///
/// @param when it was: until the last baseline in which it was, or until a day, or formerly
record FormerName(String when, String reference) {}
