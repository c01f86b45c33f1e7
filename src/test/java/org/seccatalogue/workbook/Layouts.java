package org.seccatalogue.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Workbooks as strangers lay them out, made here.
public final class Layouts {

  private Layouts() {}

  /// A list of devices: group headings above headings, five rows that explain them, identifiers
  /// with leading zeros and in hexadecimal, an empty first column. Entries are numbered from the
  /// one after `after`.
  public static List<List<String>> devices(int after) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        row(
            "Data Group",
            "Entry",
            "Entry",
            "Device_Type",
            "Device_Model",
            "Device_Model",
            "Image"));
    rows.add(
        row(
            "Data Attribute",
            "number",
            "status",
            "name",
            "manufacturer_identifier",
            "firmware_version",
            "hash"));
    rows.add(explained("Notes", "This field is to identify uniquely each entry of the list"));
    rows.add(explained("Conditionality rule", "Must be specified"));
    rows.add(explained("Source of definition", "Panel configuration management"));
    rows.add(explained("Format", "An octet string of the length that the definition gives for it"));
    rows.add(
        explained("Valid values", "Must be one of the values that the definition allows here"));
    String[] types = {"Communications Hub", "In-Home Display", "Pre-Payment Interface Device"};
    for (int i = 1; i <= 24; i++) {
      rows.add(
          row(
              "",
              "%06d".formatted(after + i),
              i % 8 == 0 ? "Removed" : "Current",
              types[i % 3],
              "10:%02X".formatted(i * 7),
              "00:0A:%02X:00".formatted(i),
              "13:7E:D5:BC:81:A2:1F:6D:21:87:BC:38:03:81:AE:%02X".formatted(i)));
    }
    return rows;
  }

  private static List<String> explained(String what, String explanation) {
    List<String> row = new ArrayList<>(List.of(what));
    for (int i = 0; i < 6; i++) {
      row.add(explanation);
    }
    return row;
  }

  /// A catalogue of controls: long texts of several lines, names that repeat, lists of others.
  public static List<List<String>> controls(String issue) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        row(
            "Control Identifier",
            "Control (or Control Enhancement) Name",
            "Control Text",
            "Discussion",
            "Related Controls"));
    for (int i = 1; i <= 20; i++) {
      String family = List.of("AC", "AU", "IA", "SC").get(i % 4);
      rows.add(
          row(
              family + issue + "-" + i + (i % 5 == 0 ? "(" + i / 5 + ")" : ""),
              i % 4 == 1
                  ? "Policy and Procedures"
                  : "Account Management | Support " + (i == 2 ? "of Controls, ".repeat(9) : "") + i,
              "a. Develop, document, and disseminate the policy of the organization to all roles;\n"
                  + "b. Designate an official to manage it; and\nc. Review it every "
                  + i
                  + " months.",
              "The policy addresses the controls of the family that are implemented within systems"
                  + " and organizations. The risk management strategy is a factor in establishing"
                  + " it. Number "
                  + i
                  + ".",
              i % 3 == 0 ? "None." : "IA-1, PM-9, PM-24, PS-8, SI-12 ."));
    }
    return rows;
  }

  private static List<String> row(String... cells) {
    return Arrays.asList(cells);
  }

  /// The rows as they are read from a file.
  public static List<SheetRow> asRead(List<List<String>> rows) {
    List<SheetRow> read = new ArrayList<>();
    rows.forEach(row -> read.add(new SheetRow(read.size() + 1, row)));
    return read;
  }

  /// One sheet of a workbook.
  public record Named(String name, List<List<String>> rows) {}

  /// Writes a workbook.
  public static Path write(Path file, Named... sheets) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      for (Named sheet : sheets) {
        Worksheet worksheet = workbook.newWorksheet(sheet.name());
        for (int r = 0; r < sheet.rows().size(); r++) {
          for (int c = 0; c < sheet.rows().get(r).size(); c++) {
            String cell = sheet.rows().get(r).get(c);
            if (!cell.isEmpty()) {
              worksheet.value(r, c, cell);
            }
          }
        }
      }
    }
    return file;
  }
}
