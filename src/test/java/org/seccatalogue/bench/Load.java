package org.seccatalogue.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Asks a server on this machine for addresses as fast as it answers, over a few connections that
/// stay open, with some questions under way on each. Knows as little of HTTP as it needs, so that
/// the server is what is measured.
final class Load {

  private static final int CONNECTIONS = 4;
  private static final int AHEAD = 8;
  private static final byte[] OK = "HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

  private final URI root;

  Load(URI root) {
    this.root = root;
  }

  /// Answers in a second, over so many seconds.
  double perSecond(List<String> paths, double seconds) {
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < Math.max(paths.size(), AHEAD); i += AHEAD) {
      requests.add(together(paths, i));
    }
    AtomicLong answers = new AtomicLong();
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      int start = i * requests.size() / CONNECTIONS;
      threads.add(Thread.ofPlatform().start(() -> ask(requests, start, end, answers)));
    }
    threads.forEach(Load::join);
    return answers.get() / ((System.nanoTime() - begin) / 1e9);
  }

  private byte[] together(List<String> paths, int from) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < from + AHEAD; i++) {
      text.append("GET ").append(paths.get(i % paths.size())).append(" HTTP/1.1\r\nHost: ");
      text.append(root.getAuthority()).append("\r\n\r\n");
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void ask(List<byte[]> requests, int start, long end, AtomicLong answers) {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setTcpNoDelay(true);
      Answers in = new Answers(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (int i = start; System.nanoTime() < end; i++) {
        out.write(requests.get(i % requests.size()));
        for (int j = 0; j < AHEAD; j++) {
          in.next();
        }
        answers.addAndGet(AHEAD);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Answers as they come in.
  private static final class Answers {
    private final InputStream in;
    private final byte[] bytes = new byte[1 << 17];
    private int from;
    private int to;

    Answers(InputStream in) {
      this.in = in;
    }

    /// Goes past the next answer.
    void next() throws IOException {
      int body = head();
      if (!startsWith(OK, from)) {
        throw new IOException(new String(bytes, from, body - from, StandardCharsets.US_ASCII));
      }
      int left = length(body) - (to - body);
      from = left >= 0 ? to : to + left;
      while (left > 0) {
        fill();
        int read = Math.min(left, to - from);
        from += read;
        left -= read;
      }
    }

    /// Where the body begins.
    private int head() throws IOException {
      int at = from;
      while (true) {
        for (; at + 3 < to; at++) {
          if (bytes[at] == '\r' && bytes[at + 2] == '\r') {
            return at + 4;
          }
        }
        int seen = at - from;
        fill();
        at = from + seen;
      }
    }

    private void fill() throws IOException {
      System.arraycopy(bytes, from, bytes, 0, to - from);
      to -= from;
      from = 0;
      int read = in.read(bytes, to, bytes.length - to);
      if (read < 0) {
        throw new EOFException();
      }
      to += read;
    }

    private int length(int body) throws IOException {
      for (int at = from; at < body; at++) {
        if (bytes[at] == '\n' && startsWith(LENGTH, at + 1)) {
          int length = 0;
          for (int i = at + 1 + LENGTH.length; bytes[i] != '\r'; i++) {
            length = length * 10 + bytes[i] - '0';
          }
          return length;
        }
      }
      throw new IOException("an answer without a length");
    }

    private boolean startsWith(byte[] text, int at) {
      for (int i = 0; i < text.length; i++) {
        if (Character.toLowerCase(bytes[at + i]) != Character.toLowerCase(text[i])) {
          return false;
        }
      }
      return true;
    }
  }
}
