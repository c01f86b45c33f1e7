package org.seccatalogue.workbook.reading;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.scratch.ScratchFiles;

/// The texts that a workbook shares between its cells, by their number. The first of them, which
/// are used most, are in memory; the others in a file, so that memory does not grow with them.
public final class SharedTexts implements Closeable {

  private static final ValueLayout.OfInt LENGTH =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN);

  /// Every so many texts the place of one in the file is known.
  private static final int STEP = 16;

  private final List<String> first = new ArrayList<>();
  private final BitSet struck = new BitSet();
  private final int mostCharacters;
  private long characters;
  private int size;
  private long[] places = new long[1024];
  private long end;
  private @Nullable Path file;
  private @Nullable DataOutputStream out;
  private @Nullable Arena arena;
  private MemorySegment rest = MemorySegment.NULL;

  /// Texts of which so many characters stay in memory.
  ///
  /// @param mostCharacters of the texts in memory
  public SharedTexts(int mostCharacters) {
    this.mostCharacters = mostCharacters;
  }

  public int size() {
    return size;
  }

  public void add(String text) throws IOException {
    characters += text.length() + STEP;
    if (characters <= mostCharacters) {
      first.add(text);
    } else {
      spill(text);
    }
    size++;
  }

  /// Says of the next text that words of it are struck through.
  public void strikeNext() {
    struck.set(size);
  }

  public boolean isStruck(int number) {
    return struck.get(number);
  }

  private void spill(String text) throws IOException {
    int index = size - first.size();
    if (index % STEP == 0) {
      if (index / STEP == places.length) {
        places = Arrays.copyOf(places, places.length * 2);
      }
      places[index / STEP] = end;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    DataOutputStream to = out();
    to.writeInt(bytes.length);
    to.write(bytes);
    end += Integer.BYTES + bytes.length;
  }

  private DataOutputStream out() throws IOException {
    if (out == null) {
      file = ScratchFiles.create();
      OutputStream stream = Files.newOutputStream(file);
      out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
    }
    return out;
  }

  /// No more texts come; they may be asked for now. The arena is closed with these texts.
  @SuppressWarnings("MustBeClosedChecker")
  public void finish() throws IOException {
    if (out != null && file != null) {
      out.close();
      arena = Arena.ofShared();
      try (FileChannel channel = FileChannel.open(file)) {
        rest = channel.map(FileChannel.MapMode.READ_ONLY, 0, end, arena);
      }
    }
  }

  /// The text of that number.
  ///
  /// @param number from 0 to below the size
  public String get(int number) {
    if (number < first.size()) {
      return first.get(number);
    }
    int index = number - first.size();
    long place = places[index / STEP];
    for (int i = index % STEP; i > 0; i--) {
      place += Integer.BYTES + rest.get(LENGTH, place);
    }
    byte[] bytes = new byte[rest.get(LENGTH, place)];
    MemorySegment.copy(rest, ValueLayout.JAVA_BYTE, place + Integer.BYTES, bytes, 0, bytes.length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    if (arena != null) {
      arena.close();
      arena = null;
    }
    if (out != null) {
      out.close();
    }
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
