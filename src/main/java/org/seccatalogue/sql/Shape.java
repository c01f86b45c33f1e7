package org.seccatalogue.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is made of a row, and of which columns.
final class Shape<T> {

  /// Shapes are made once for each type.
  private static final ClassValue<Shape<?>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Shape<?> computeValue(Class<?> type) {
          return new Shape<>(part(type, "value"));
        }
      };

  private final Part part;
  private final List<Column> columns;

  private Shape(Part part) {
    this.part = part;
    columns = part.columns().toList();
  }

  @SuppressWarnings("unchecked") // the shape of a type gives values of that type
  static <T> Shape<T> of(Class<T> type) {
    return (Shape<T>) KNOWN.get(type);
  }

  boolean isRecord() {
    return part instanceof Part.Whole;
  }

  List<Column> columns() {
    return columns;
  }

  /// @param values of the columns, in their order
  @SuppressWarnings({"unchecked", "NullAway"}) // a column alone may be empty where T may be
  T read(@Nullable Object[] values) {
    return (T) part.read(new Values(values));
  }

  /// The values of a row, taken one after another.
  private static final class Values {
    private final @Nullable Object[] values;
    private int next;

    Values(@Nullable Object[] values) {
      this.values = values;
    }

    @Nullable Object next() {
      return values[next++];
    }
  }

  /// A value of a row: a column, or a record of several.
  private sealed interface Part {

    Stream<Column> columns();

    @Nullable Object read(Values values);

    record Single(Column column) implements Part {
      @Override
      public Stream<Column> columns() {
        return Stream.of(column);
      }

      @Override
      public @Nullable Object read(Values values) {
        return column.read(values.next());
      }
    }

    record Whole(Constructor<?> constructor, List<Part> parts) implements Part {
      @Override
      public Stream<Column> columns() {
        return parts.stream().flatMap(Part::columns);
      }

      /// A record of which the row holds nothing is absent.
      @Override
      public @Nullable Object read(Values values) {
        @Nullable Object[] arguments = new Object[parts.size()];
        boolean present = false;
        for (int i = 0; i < arguments.length; i++) {
          arguments[i] = parts.get(i).read(values);
          present = present || arguments[i] != null;
        }
        return present ? made(constructor, arguments) : null;
      }
    }
  }

  private static Part part(Class<?> type, String name) {
    Optional<Class<?>> record =
        Optional.<Class<?>>of(type)
            .filter(Class::isRecord)
            .filter(t -> Column.factory(t).isEmpty());
    return record.<Part>map(Shape::whole).orElseGet(() -> new Part.Single(Column.of(name, type)));
  }

  private static Part.Whole whole(Class<?> type) {
    List<Part> parts = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      parts.add(part(component.getType(), component.getName()));
      types.add(component.getType());
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return new Part.Whole(constructor, List.copyOf(parts));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object made(Constructor<?> constructor, @Nullable Object[] arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(
          "a row cannot be read as " + constructor.getDeclaringClass().getSimpleName(), e);
    }
  }
}
