package org.seccatalogue.trace;

import java.util.List;
import org.seccatalogue.record.RecordHead;

/// Where the trace between clauses and requirements has gaps. Each list holds at most as many
/// entries as were asked for; the counts are of all.
///
/// @param clauses number of clauses at the ends of Parts A and B
/// @param uncovered clauses from which no requirement derives
/// @param requirements number of requirements that are not withdrawn
/// @param orphans requirements that derive from nothing
/// @param suspects links whose target has changed or was withdrawn
public record TraceReport(
    int clauses,
    int uncoveredCount,
    List<RecordHead> uncovered,
    int requirements,
    int orphanCount,
    List<RecordHead> orphans,
    int links,
    int suspectCount,
    List<TracedLink> suspects) {}
