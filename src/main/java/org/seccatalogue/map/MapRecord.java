package org.seccatalogue.map;

import java.util.List;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.RecordType;

/// A record as a map reads it, wherever it comes from.
public record MapRecord(
    RecordHead head, RecordType type, Attributes attributes, List<Link> links) {}
