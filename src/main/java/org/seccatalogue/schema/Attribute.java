package org.seccatalogue.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One typed field of a record type, or one column of a table.
///
/// @param hint a sentence for whoever fills it in
/// @param group the heading under which forms and documents show it
/// @param requiredFrom code of the stage from which a value is required
/// @param requiredWhen the value of another attribute that makes this one required
/// @param initial the value that a new record starts with: in a form, or in a row that gives none
public record Attribute(
    String name,
    String label,
    AttributeType type,
    boolean required,
    @Nullable String requiredFrom,
    @Nullable When requiredWhen,
    Set<AttributeRole> roles,
    @Nullable String group,
    @Nullable String hint,
    Compared compared,
    List<String> aliases,
    @Nullable JsonNode initial) {

  /// What its value is held against.
  ///
  /// @param unique whether no other record of the type may have it
  /// @param together the attributes of which no other record has all values, among them this one;
  ///     of one of them alone, else empty
  /// @param notBefore the attribute with the day before which it is not
  /// @param absentWhen the value of another attribute beside which there is none
  public record Compared(
      boolean unique,
      List<String> together,
      @Nullable String notBefore,
      @Nullable When absentWhen) {

    /// A value that may be any.
    public static final Compared NOT = new Compared(false, List.of(), null, null);

    public Compared {
      together = List.copyOf(together);
    }
  }

  /// When `attribute` has one of `values`; when it has any value if the list is empty.
  public record When(String attribute, List<String> values) {}

  public Attribute {
    roles = Set.copyOf(roles);
    aliases = List.copyOf(aliases);
  }

  /// Whether no other record of the type may have its value.
  public boolean unique() {
    return compared.unique();
  }

  public boolean has(AttributeRole role) {
    return roles.contains(role);
  }

  /// The same attribute, which plays a role more.
  Attribute playing(AttributeRole role) {
    Set<AttributeRole> all = EnumSet.of(role);
    all.addAll(roles);
    return new Attribute(
        name,
        label,
        type,
        required,
        requiredFrom,
        requiredWhen,
        all,
        group,
        hint,
        compared,
        aliases,
        initial);
  }

  /// The same attribute with values of another type.
  Attribute of(AttributeType other) {
    return new Attribute(
        name,
        label,
        other,
        required,
        requiredFrom,
        requiredWhen,
        roles,
        group,
        hint,
        compared,
        aliases,
        initial);
  }

  /// The unit of its numbers, if there is one.
  public @Nullable String unit() {
    return type instanceof AttributeType.Numeric number ? number.unit() : null;
  }
}
