package org.seccatalogue.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Configures the shared application otherwise while the tests of a class run. It is for what beans
/// read when they are made: the limits, addresses and times of `catalogue.*`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Setting.All.class)
public @interface Setting {

  String name();

  String value();

  /// Several of them.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface All {
    Setting[] value();
  }
}
