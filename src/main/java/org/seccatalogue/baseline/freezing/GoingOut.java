package org.seccatalogue.baseline.freezing;

import java.util.List;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.InternalAttribute;
import org.seccatalogue.schema.RecordType;

/// What goes out of records of a type when they are published, and what stays inside.
///
/// @param type as it is published
/// @param internal attributes of the type that are not marked as public, and which were chosen
public record GoingOut(RecordType type, List<InternalAttribute> internal) {

  public GoingOut {
    internal = List.copyOf(internal);
  }

  /// What the attributes that go out are called, in their order.
  public List<String> out() {
    return type.attributes().stream().map(Attribute::label).toList();
  }

  /// What goes out whenever records are published.
  public List<String> always() {
    List<String> names =
        chosen().stream()
            .filter(one -> one.column() == null)
            .map(InternalAttribute::attribute)
            .toList();
    return type.attributes().stream()
        .filter(attribute -> !names.contains(attribute.name()))
        .map(Attribute::label)
        .toList();
  }

  /// What is internal and goes out this time.
  public List<InternalAttribute> chosen() {
    return internal.stream().filter(InternalAttribute::chosen).toList();
  }

  /// What stays inside.
  public List<InternalAttribute> inside() {
    return internal.stream().filter(one -> !one.chosen()).toList();
  }
}
