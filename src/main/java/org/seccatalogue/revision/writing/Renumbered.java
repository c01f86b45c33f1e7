package org.seccatalogue.revision.writing;

import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.RecordType;

/// A record that gets another reference and says the same as before.
public record Renumbered(RecordKey key, RecordType type, String from, String to) {}
