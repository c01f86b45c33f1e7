package org.seccatalogue.testkit;

import org.seccatalogue.baseline.Baseline;

/// The example catalogue frozen as SEC v0.01 and, with one record more, one less, one reworded and
/// two elsewhere, as SEC v0.02.
///
/// @param added key of the record that only the newer one has
public record TwoBaselines(Baseline older, Baseline newer, String added) {

  public static TwoBaselines freeze(Freezer freezer) {
    Baseline older = freezer.freeze("SEC v0.01", "2011-11-30");
    String added = freezer.beside("ESM-0002", "An added record").key().toString();
    freezer.withdraw("ESM-0003");
    freezer.reword("ESM-0002", "shall", "must always");
    freezer.move("ESM-0005", "C.4.1.b", null);
    freezer.move("ESM-0006", String.valueOf(freezer.record("ESM-0006").parent()), added);
    return new TwoBaselines(older, freezer.freeze("SEC v0.02", "2011-12-31"), added);
  }
}
