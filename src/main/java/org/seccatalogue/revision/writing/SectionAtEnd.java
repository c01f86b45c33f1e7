package org.seccatalogue.revision.writing;

/// A record would stand below one that somebody else has just brought to an end. Nothing is
/// written.
public final class SectionAtEnd extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SectionAtEnd(String key) {
    super(key + " would stand below a record at an end of the workflow");
  }
}
