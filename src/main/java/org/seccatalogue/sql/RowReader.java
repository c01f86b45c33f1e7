package org.seccatalogue.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a result, whose columns are looked up by name once.
final class RowReader<T> {

  private final Shape<T> shape;
  private final ResultSet rows;
  private final int[] places;

  RowReader(Shape<T> shape, ResultSet rows) throws SQLException {
    this.shape = shape;
    this.rows = rows;
    List<Column> columns = shape.columns();
    places = new int[columns.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = shape.isRecord() ? rows.findColumn(columns.get(i).name()) : 1;
    }
  }

  T read() throws SQLException {
    @Nullable Object[] values = new Object[places.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(places[i], shape.columns().get(i).stored());
    }
    return shape.read(values);
  }

  private @Nullable Object value(int place, Class<?> type) throws SQLException {
    Object value =
        switch (type.getSimpleName()) {
          case "String" -> rows.getString(place);
          case "Integer" -> rows.getInt(place);
          case "Long" -> rows.getLong(place);
          case "Boolean" -> rows.getBoolean(place);
          case "Double" -> rows.getDouble(place);
          case "byte[]" -> rows.getBytes(place);
          case "String[]" -> texts(rows.getArray(place));
          case "Instant" -> instant(rows.getObject(place, OffsetDateTime.class));
          default -> rows.getObject(place, type);
        };
    return rows.wasNull() ? null : value;
  }

  private static @Nullable Object texts(@Nullable Array texts) throws SQLException {
    return texts == null ? null : texts.getArray();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
