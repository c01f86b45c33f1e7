package org.seccatalogue.page.imports;

import org.seccatalogue.plan.rows.PlannedChange;

/// What a row of an import would do, in words and a colour.
record KindTag(String label, String look) {

  static KindTag of(PlannedChange.Kind kind) {
    return switch (kind) {
      case NEW -> new KindTag("New", "green");
      case CHANGED -> new KindTag("Changed", "blue");
      case SAME -> new KindTag("Same", "grey");
      case CONFLICT -> new KindTag("Conflict", "orange");
      case MISSING -> new KindTag("Not in the workbook", "yellow");
    };
  }
}
