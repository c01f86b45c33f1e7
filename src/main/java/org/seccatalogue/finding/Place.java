package org.seccatalogue.finding;

/// Where something is wrong, exact enough to go there.
public sealed interface Place {

  /// One line that a person can follow.
  String text();

  /// A cell of a sheet. `column` counts from 0, `row` from 1 as spreadsheets show it.
  public record Cell(String sheet, int row, int column) implements Place {
    /// The address as a spreadsheet shows it, such as `C14`.
    public String address() {
      return letters(column) + row;
    }

    @Override
    public String text() {
      return "sheet “" + sheet + "”, cell " + address();
    }

    private static String letters(int column) {
      String last = String.valueOf((char) ('A' + column % 26));
      return column < 26 ? last : letters(column / 26 - 1) + last;
    }
  }

  /// A whole sheet.
  record Sheet(String sheet) implements Place {
    @Override
    public String text() {
      return "sheet “" + sheet + "”";
    }
  }

  /// A place in a JSON body or record, as a JSON pointer (RFC 6901).
  record Pointer(String pointer) implements Place {
    @Override
    public String text() {
      return pointer;
    }
  }

  /// A parameter of a request.
  record Parameter(String name) implements Place {
    @Override
    public String text() {
      return "parameter “" + name + "”";
    }
  }

  /// A place in a file of the catalogue, as a JSON pointer; the empty pointer is the whole file.
  record InFile(String file, String pointer) implements Place {
    @Override
    public String text() {
      return pointer.isEmpty() ? file : file + " at " + pointer;
    }
  }

  /// A record, or with a JSON pointer one of its attributes; the empty pointer is the whole record.
  record OfRecord(String key, String pointer) implements Place {
    @Override
    public String text() {
      return pointer.isEmpty() ? key : key + " at " + pointer;
    }
  }
}
