package org.seccatalogue.workbook.annotate;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.reading.XmlPart;

/// Changes of a text part at places counted in bytes; all between them is copied as it is.
final class Splices {

  /// What stands from one byte to before another becomes something else.
  private record Splice(long from, long to, UnaryOperator<String> change) {}

  private final List<Splice> splices = new ArrayList<>();

  void insert(long at, String text) {
    replace(at, at, text);
  }

  void replace(long from, long to, String text) {
    change(from, to, _ -> text);
  }

  void change(long from, long to, UnaryOperator<String> change) {
    splices.add(new Splice(from, to, change));
  }

  /// Where an element ends, so that more can be put into it.
  ///
  /// @param name of the element when it has no content yet, and is one tag
  record End(long from, long to, @Nullable String name) {

    /// The end of the element at whose start or end we are; of one with content, its end must be
    /// reached first. What was found before stays.
    static @Nullable End of(XmlPart xml, @Nullable End before) {
      if (xml.isStart()) {
        return xml.isEmpty() ? new End(xml.to() - 2, xml.to(), xml.written()) : before;
      }
      return before == null ? new End(xml.from(), xml.from(), null) : before;
    }
  }

  void append(End end, String text) {
    String name = end.name();
    replace(end.from(), end.to(), name == null ? text : ">" + text + "</" + name + ">");
  }

  boolean isEmpty() {
    return splices.isEmpty();
  }

  void copy(InputStream in, OutputStream out) throws IOException {
    splices.sort(Comparator.comparingLong(Splice::from));
    long at = 0;
    for (Splice splice : splices) {
      copy(in, splice.from() - at, out);
      String before =
          new String(in.readNBytes((int) (splice.to() - splice.from())), StandardCharsets.UTF_8);
      out.write(splice.change().apply(before).getBytes(StandardCharsets.UTF_8));
      at = splice.to();
    }
    in.transferTo(out);
  }

  private static void copy(InputStream in, long count, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (long left = count; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException();
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
