package org.seccatalogue.export;

import org.seccatalogue.schema.AttributeType;

/// How wide a column is, in characters, by what stands in it.
final class ColumnWidth {

  private static final int SHORT = 30;
  private static final int LONG = 100;

  private ColumnWidth() {}

  static double of(AttributeType kind) {
    return switch (kind) {
      case AttributeType.Line(int most, _) -> most <= SHORT ? 16 : most <= LONG ? 32 : 44;
      case AttributeType.Text _, AttributeType.Table _ -> 60;
      case AttributeType.Numeric _ -> 15;
      case AttributeType.Flag() -> 12;
      case AttributeType.Date() -> 13;
      case AttributeType.Code _ -> 24;
      case AttributeType.Measure _ -> 22;
      case AttributeType.Reference _ -> 13;
      case AttributeType.ListOf _ -> 34;
      case AttributeType.CodeMap _ -> 44;
    };
  }
}
