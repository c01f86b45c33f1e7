package org.seccatalogue.workbook.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.SheetRow;

/// Rows that are read one after the other, when they are asked for.
public abstract class PulledRows implements Iterator<SheetRow>, Closeable {

  private @Nullable SheetRow ahead;
  private boolean ended;

  /// Reads the next row; absent at the end.
  protected abstract @Nullable SheetRow read() throws IOException;

  @Override
  public final boolean hasNext() {
    if (ahead == null && !ended) {
      ahead = NotAWorkbook.guarded("a file of which a row cannot be read", this::read);
      ended = ahead == null;
    }
    return ahead != null;
  }

  @Override
  public final SheetRow next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException();
    }
    SheetRow row = ahead;
    ahead = null;
    return row;
  }

  /// The rows as a stream that closes what they are read from.
  public final Stream<SheetRow> stream() {
    int how = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, how), false)
        .onClose(this::closeQuietly);
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
