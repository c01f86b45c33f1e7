package org.seccatalogue.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A value as the database takes it.
sealed interface Value {

  void bind(PreparedStatement statement, int index) throws SQLException;

  static Value of(@Nullable Object value) {
    return switch (value) {
      case null -> new Nothing();
      case String[] texts -> new Many("text", texts);
      case byte[][] bytes -> new Many("bytea", bytes);
      case Integer[] numbers -> new Many("integer", numbers);
      case Long[] numbers -> new Many("bigint", numbers);
      case Collection<?> many -> collected(many);
      case Enum<?> code -> new One(code.name());
      default -> new One(value);
    };
  }

  private static Value collected(Collection<?> many) {
    return switch (many.stream().filter(Objects::nonNull).findFirst().orElse(null)) {
      case byte[] _ -> new Many("bytea", many.toArray(byte[][]::new));
      case Integer _ -> new Many("integer", many.toArray(Integer[]::new));
      case Long _ -> new Many("bigint", many.toArray(Long[]::new));
      case null, default -> new Many("text", many.stream().map(Value::text).toArray(String[]::new));
    };
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /// The database itself says of what type what is not there would be.
  record Nothing() implements Value {
    @Override
    public void bind(PreparedStatement statement, int index) throws SQLException {
      statement.setNull(index, Types.NULL);
    }
  }

  record One(Object value) implements Value {
    @Override
    public void bind(PreparedStatement statement, int index) throws SQLException {
      statement.setObject(
          index, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
  }

  /// A list of values as an array of the database.
  ///
  /// @param type of one, as the database names it
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Many(String type, Object[] values) implements Value {
    @Override
    public void bind(PreparedStatement statement, int index) throws SQLException {
      statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
  }
}
