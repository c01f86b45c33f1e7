package org.seccatalogue.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A column of a row.
///
/// @param name as the statement names it
/// @param wanted the type of the component that takes it
record Column(String name, Class<?> wanted) {

  private static final Map<Class<?>, Class<?>> BOXED =
      Map.of(
          int.class, Integer.class,
          long.class, Long.class,
          boolean.class, Boolean.class,
          double.class, Double.class);

  static Column of(String component, Class<?> wanted) {
    String name = component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return new Column(name, BOXED.getOrDefault(wanted, wanted));
  }

  /// The type in which the driver gives it: codes and keys are texts.
  Class<?> stored() {
    if (wanted == List.class) {
      return String[].class;
    }
    return wanted.isEnum() || factory(wanted).isPresent() ? String.class : wanted;
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

  @Nullable Object read(@Nullable Object stored) {
    if (stored == null || wanted.isInstance(stored)) {
      return stored;
    }
    if (stored instanceof String[] texts) {
      return List.of(texts);
    }
    return wanted.isEnum() ? code(stored) : made(factory(wanted).orElseThrow(), stored);
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
