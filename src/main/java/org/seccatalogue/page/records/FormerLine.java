package org.seccatalogue.page.records;

import org.seccatalogue.page.shown.RecordLine;

/// A record that had the reference of another one.
///
/// @param when it had it: until the last baseline in which it did, or until a day, or formerly
record FormerLine(String when, RecordLine line) {}
