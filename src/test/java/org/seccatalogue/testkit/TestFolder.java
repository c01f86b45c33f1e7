package org.seccatalogue.testkit;

import java.nio.file.Path;

/// Where the tests of this process keep what they make; those of a process that runs beside it have
/// a folder of their own.
public final class TestFolder {

  public static final Path PATH = Path.of(System.getProperty("catalogue.test.folder", "target"));

  private TestFolder() {}
}
