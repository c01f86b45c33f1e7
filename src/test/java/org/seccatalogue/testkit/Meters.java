package org.seccatalogue.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Workbooks with any number of electricity meter requirements that fit the example catalogue.
public final class Meters {

  private static final String[] HEADER = {
    "Title",
    "Requirement",
    "Obligation",
    "Policy status",
    "Priority",
    "Owner (drafter)",
    "Owning group",
    "Fuel",
    "Market segment",
    "Source",
    "Protective marking",
    "Function area",
    "Meter variant",
    "Quantity",
    "Data category",
    "Storage",
    "Survives power loss",
    "Interfaces",
    "Derives from"
  };
  private static final String[] ROW = {
    "",
    "The electricity meter shall work.",
    "shall",
    "SETTLED",
    "Must",
    "Metering drafter",
    "SMDG",
    "E",
    "ALL",
    "FRC",
    "NPM",
    "Clock",
    "ALL",
    "None",
    "Operational",
    "None",
    "Y",
    "WAN;HAN",
    "B.1.2"
  };

  private Meters() {}

  /// The header and rows that are called `title 1`, `title 2` ...
  public static List<List<String>> rows(String title, int count) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(HEADER));
    for (int i = 1; i <= count; i++) {
      List<String> row = new ArrayList<>(List.of(ROW));
      row.set(0, title + " " + i);
      rows.add(row);
    }
    return rows;
  }

  /// Writes a workbook whose rows are called `title 1`, `title 2` ...
  public static Path write(Path file, String title, int rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Electricity meter specs");
      for (int i = 0; i <= rows; i++) {
        for (int column = 0; column < HEADER.length; column++) {
          String cell = i == 0 ? HEADER[column] : column == 0 ? title + " " + i : ROW[column];
          sheet.value(i, column, cell);
        }
        if (i % 1000 == 0) {
          sheet.flush();
        }
      }
    }
    return file;
  }
}
