package org.seccatalogue.revision.writing;

/// A record beside which another one is to stand has just been put elsewhere. Nothing is written.
public final class SiblingLeft extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SiblingLeft(String key) {
    super(key + " stands elsewhere by now");
  }
}
