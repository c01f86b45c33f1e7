package org.seccatalogue.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

  @ParameterizedTest
  @CsvSource({
    "08001, DATABASE",
    "08006, DATABASE",
    "57P01, DATABASE",
    "57P03, DATABASE",
    "53100, SPACE",
    "53300, CROWD"
  })
  void isToldByTheStateOfTheDatabase(String state, Outage outage) {
    Exception failure = new IllegalStateException(new SQLException("away", state));
    assertThat(Outage.of(failure)).contains(outage);
  }

  @Test
  void isToldByThePoolAndByTheDisk() {
    assertThat(Outage.of(new SQLException("Acquisition timeout while waiting for new connection")))
        .contains(Outage.CROWD);
    assertThat(Outage.of(new UncheckedIOException(new IOException("No space left on device"))))
        .contains(Outage.SPACE);
    assertThat(Outage.of(new IOException("File too large"))).contains(Outage.SPACE);
  }

  @Test
  void isToldByWhatAFolderSaysOfItself() {
    assertThat(Outage.of(new UncheckedIOException(new AccessDeniedException("file"))))
        .contains(Outage.FILES);
    assertThat(Outage.of(new FileSystemException("file", null, "Read-only file system")))
        .contains(Outage.FILES);
    assertThat(Outage.of(new FileSystemException("file", null, "No space left on device")))
        .contains(Outage.SPACE);
  }

  @Test
  void isNothingElse() {
    assertThat(Outage.of(new SQLException("twice", "23505"))).isEmpty();
    assertThat(Outage.of(new IOException("Is a directory"))).isEmpty();
    assertThat(Outage.of(new IllegalStateException("No space left on device"))).isEmpty();
  }
}
