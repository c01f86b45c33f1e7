package org.seccatalogue.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Asks a server on this machine for addresses as fast as it answers, over a few connections that
/// stay open. Knows as little of HTTP as it needs, so that the server is what is measured.
final class Load {

  private static final int CONNECTIONS = 4;

  private final URI root;

  Load(URI root) {
    this.root = root;
  }

  /// Answers in a second, over so many seconds.
  double perSecond(List<String> paths, double seconds) {
    AtomicLong answers = new AtomicLong();
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    List<Thread> threads =
        IntStream.range(0, CONNECTIONS)
            .mapToObj(i -> Thread.ofPlatform().start(() -> ask(paths, i, end, answers)))
            .toList();
    threads.forEach(Load::join);
    return answers.get() / ((System.nanoTime() - begin) / 1e9);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void ask(List<String> paths, int start, long end, AtomicLong answers) {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      OutputStream out = socket.getOutputStream();
      for (int i = start; System.nanoTime() < end; i++) {
        String request =
            "GET "
                + paths.get(i % paths.size())
                + " HTTP/1.1\r\nHost: "
                + root.getAuthority()
                + "\r\n\r\n";
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        answer(in);
        answers.incrementAndGet();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.contains(" 200 ")) {
      throw new IOException(status);
    }
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
