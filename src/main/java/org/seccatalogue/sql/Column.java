package org.seccatalogue.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A column of a row. How it is read is found out once, not for each row.
///
/// @param name as the statement names it
/// @param wanted the type of the component that takes it
/// @param stored the type in which the driver gives it: codes and keys are texts
/// @param factory how a text becomes a value of a type of our own
record Column(String name, Class<?> wanted, Class<?> stored, @Nullable Method factory) {

  private static final Map<Class<?>, Class<?>> BOXED =
      Map.of(
          int.class, Integer.class,
          long.class, Long.class,
          boolean.class, Boolean.class,
          double.class, Double.class);

  static Column of(String component, Class<?> type) {
    String name = component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    Class<?> wanted = BOXED.getOrDefault(type, type);
    Method factory = factory(wanted).orElse(null);
    return new Column(name, wanted, stored(wanted, factory), factory);
  }

  private static Class<?> stored(Class<?> wanted, @Nullable Method factory) {
    if (wanted == List.class) {
      return String[].class;
    }
    return wanted.isEnum() || factory != null ? String.class : wanted;
  }

  /// How a text becomes a value of a type of our own: by its `of`.
  static Optional<Method> factory(Class<?> type) {
    try {
      Method factory = type.getMethod("of", String.class);
      return Modifier.isStatic(factory.getModifiers()) && factory.getReturnType() == type
          ? Optional.of(factory)
          : Optional.empty();
    } catch (NoSuchMethodException _) {
      return Optional.empty();
    }
  }

  @Nullable Object read(@Nullable Object value) {
    if (value == null || wanted.isInstance(value)) {
      return value;
    }
    if (value instanceof String[] texts) {
      return List.of(texts);
    }
    return wanted.isEnum() ? code(value) : made(Objects.requireNonNull(factory), value);
  }

  private Object code(Object stored) {
    for (Object constant : wanted.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(stored)) {
        return constant;
      }
    }
    throw new IllegalStateException("no " + wanted.getSimpleName() + ": " + stored);
  }

  private static Object made(Method factory, Object stored) {
    try {
      return factory.invoke(null, stored);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new IllegalStateException("cannot be read: " + stored, e);
    }
  }
}
