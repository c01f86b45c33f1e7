package org.seccatalogue.sql;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What the catalogue stands on and does not have just now. None of it is the fault of whoever
/// asks, and all of it passes.
public enum Outage {
  DATABASE("The database does not answer", 5),
  CROWD("More is asked at once than the database answers", 2),
  SPACE("There is no space left on the disk", 60),
  FILES("A folder for files is not there or cannot be written", 60);

  /// What servers say when they end, begin, or are not there (PostgreSQL, appendix A).
  private static final List<String> AWAY = List.of("08", "57P");

  private static final String FULL = "53100";
  private static final String RESOURCES = "53";

  /// The pool says it without a state.
  private static final String NO_CONNECTION = "Acquisition timeout";

  private static final List<String> NO_SPACE =
      List.of(
          "No space left on device",
          "Disk quota exceeded",
          "There is not enough space",
          "File too large");

  private final String sentence;
  private final int seconds;

  Outage(String sentence, int seconds) {
    this.sentence = sentence;
    this.seconds = seconds;
  }

  /// What is away when something failed for that.
  public static Optional<Outage> of(Throwable failure) {
    return Causes.of(failure).flatMap(one -> direct(one).stream()).findFirst();
  }

  private static Optional<Outage> direct(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof IOException && NO_SPACE.stream().anyMatch(message::contains)) {
      return Optional.of(SPACE);
    }
    if (failure instanceof FileSystemException) {
      return Optional.of(FILES);
    }
    return failure instanceof SQLException sql
        ? ofState(String.valueOf(sql.getSQLState()), message)
        : Optional.empty();
  }

  private static Optional<Outage> ofState(String state, String message) {
    if (AWAY.stream().anyMatch(state::startsWith)) {
      return Optional.of(DATABASE);
    }
    if (state.equals(FULL)) {
      return Optional.of(SPACE);
    }
    return state.startsWith(RESOURCES) || message.startsWith(NO_CONNECTION)
        ? Optional.of(CROWD)
        : Optional.empty();
  }

  /// For people, without its full stop.
  public String sentence() {
    return sentence;
  }

  /// After how many seconds it is worth asking again.
  public int seconds() {
    return seconds;
  }
}
