package org.seccatalogue.schema;

import java.util.List;

/// The record types as they are published: with the attributes that their files mark as public, and
/// with the internal ones that were chosen. An attribute without a mark is internal, so that one
/// that somebody adds and forgets to mark stays inside.
///
/// @param files the files of record types without what stays inside; a file in which nothing does
///     is as it was
/// @param internal all attributes and columns that are not marked as public
public record Projection(SchemaFiles files, List<InternalAttribute> internal) {

  public Projection {
    internal = List.copyOf(internal);
  }
}
