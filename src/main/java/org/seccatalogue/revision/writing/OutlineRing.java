package org.seccatalogue.revision.writing;

import org.seccatalogue.record.RecordKey;

/// Records would come to stand below themselves. Nothing is written.
public final class OutlineRing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutlineRing(RecordKey key) {
    super(key + " would stand below itself");
  }
}
