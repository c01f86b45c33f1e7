package org.seccatalogue.revision.writing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows for PostgreSQL's COPY, in its text format: the fastest way in.
public final class TableCopy {

  private final String target;
  private final StringBuilder text = new StringBuilder();
  private boolean rowBegun;

  /// @param target the table with its columns in brackets
  public TableCopy(String target) {
    this.target = target;
  }

  /// Adds a value to the row.
  public TableCopy add(@Nullable Object value) {
    if (rowBegun) {
      text.append('\t');
    }
    rowBegun = true;
    if (value == null) {
      text.append("\\N");
    } else {
      escape(value.toString());
    }
    return this;
  }

  /// Adds bytes to the row.
  public TableCopy addBytes(byte[] bytes) {
    return add("\\x" + java.util.HexFormat.of().formatHex(bytes));
  }

  /// Adds an array of texts to the row.
  public TableCopy addTexts(Iterable<String> texts) {
    StringBuilder array = new StringBuilder("{");
    for (String element : texts) {
      array.append(array.length() > 1 ? ",\"" : "\"");
      array.append(quoted(element)).append('"');
    }
    return add(array.append('}'));
  }

  private static String quoted(String element) {
    return element.indexOf('"') < 0 && element.indexOf('\\') < 0
        ? element
        : element.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /// Ends the row.
  public void end() {
    text.append('\n');
    rowBegun = false;
  }

  /// Takes the rows as bytes, and begins anew: whoever sends them may be another thread. The driver
  /// takes no text: it cuts what is long into pieces, also between the two halves of a character,
  /// and neither half comes to the database.
  public byte[] taken() {
    byte[] rows = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    return rows;
  }

  /// Sends rows that were taken.
  public void send(Connection connection, List<byte[]> taken) throws SQLException {
    if (taken.stream().allMatch(rows -> rows.length == 0)) {
      return;
    }
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
    try {
      for (byte[] rows : taken) {
        copy.writeToCopy(rows, 0, rows.length);
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /// Sends the rows, and begins anew.
  public void send(Connection connection) throws SQLException {
    send(connection, List.of(taken()));
  }

  private void escape(String value) {
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
        text.append(value, from, i).append('\\');
        text.append(
            switch (c) {
              case '\t' -> 't';
              case '\n' -> 'n';
              case '\r' -> 'r';
              default -> c;
            });
        from = i + 1;
      }
    }
    text.append(value, from, value.length());
  }
}
