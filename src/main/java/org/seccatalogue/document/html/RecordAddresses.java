package org.seccatalogue.document.html;

/// Where records have pages of their own, for a document that stands among such pages.
@FunctionalInterface
public interface RecordAddresses {

  /// The address of the page of a record.
  ///
  /// @param name its reference or its key
  String of(String name);
}
