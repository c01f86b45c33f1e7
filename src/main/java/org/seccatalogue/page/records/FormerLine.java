package org.seccatalogue.page.records;

import org.seccatalogue.page.shown.RecordLine;

/// A record that had the reference of another one.
///
/// @param until the last baseline in which it had it, or the day
record FormerLine(String until, RecordLine line) {}
