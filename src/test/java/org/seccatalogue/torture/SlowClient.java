package org.seccatalogue.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Somebody with a bad connection, or who does not mean well. Each step is a byte that is sent, and
/// a few that are read.
final class SlowClient {

  /// In what they are slow.
  enum Way {
    /// Connects, and says nothing.
    SILENT(0, "", "408"),
    /// Sends the beginning of a header and leaves it at that.
    HALF_A_HEADER(0, "GET /api/v1/records?limit=5 HTTP/1.1\r\nHost: local", "408"),
    /// Sends a record byte by byte, which ends when nobody waits for it any more.
    SENDING(
        1_000_000,
        """
        POST /api/v1/records HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        Content-Length: 1000000\r
        \r
        {"type": "section", "parent": "C.4.1.a", "attributes":
         {"reference": "C.4.1.a.slowly", "title": "Slowly"}}
        """,
        "408 503"),
    /// Sends a workbook byte by byte.
    UPLOADING(
        1_000_000,
        """
        POST /api/v1/imports HTTP/1.1\r
        Host: localhost\r
        Content-Type: multipart/form-data; boundary=slowly\r
        Content-Length: 1000000\r
        \r
        --slowly\r
        Content-Disposition: form-data; name="file"; filename="slowly.csv"\r
        Content-Type: text/csv\r
        \r
        """,
        "408 503"),
    /// Asks for much and reads little.
    READING(0, "GET /openapi-drafting.yaml HTTP/1.1\r\nHost: localhost\r\n\r\n", "200 503"),
    /// The same of what is made for it.
    READING_WHAT_IS_MADE(
        0,
        "GET /api/v1/exports/records.csv?type=clause HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "200 503");

    private final int spaces;
    private final String request;
    private final String fair;

    /// @param spaces that follow
    /// @param fair what may be answered
    Way(int spaces, String request, String fair) {
      this.spaces = spaces;
      this.request = request;
      this.fair = fair;
    }

    /// Where the slow part begins: those that read little ask as others do.
    private int atOnce() {
      return 4 + Math.max(-4, request.indexOf("\r\n\r\n"));
    }
  }

  private static final int STATUS_LINE = "HTTP/1.1 200".length();
  private static final int SMALL = 1 << 10;
  private static final int READ_AT_A_TIME = 16;

  private final Way way;
  private final int port;
  private Optional<SocketChannel> channel = Optional.empty();
  private int sent;
  private final StringBuilder received = new StringBuilder();
  private int connections;

  SlowClient(Way way, int port) {
    this.way = way;
    this.port = port;
  }

  /// How often it has connected.
  int connections() {
    return connections;
  }

  /// What it was answered and nobody should be.
  Optional<String> wrong() {
    if (received.length() < STATUS_LINE) {
      return Optional.empty();
    }
    String status = received.substring(STATUS_LINE - 3, STATUS_LINE);
    return way.fair.contains(status) ? Optional.empty() : Optional.of(way + ": " + received);
  }

  /// Goes on a little; connects again when the connection has ended.
  void step() {
    try {
      if (channel.isEmpty()) {
        channel = Optional.of(connect());
        sent = 0;
        received.setLength(0);
        connections++;
      } else if (!talk(channel.get())) {
        close();
      }
    } catch (IOException brokenOff) {
      close();
    }
  }

  private SocketChannel connect() throws IOException {
    SocketChannel made = SocketChannel.open();
    made.setOption(StandardSocketOptions.SO_RCVBUF, SMALL);
    try {
      made.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException nobodyThere) {
      made.close();
      throw nobodyThere;
    }
    made.configureBlocking(false);
    return made;
  }

  /// Whether the other side is still there.
  private boolean talk(SocketChannel open) throws IOException {
    send(open);
    ByteBuffer some = ByteBuffer.allocate(READ_AT_A_TIME);
    int count = open.read(some);
    received.append(new String(some.array(), 0, Math.max(0, count), StandardCharsets.US_ASCII));
    return count >= 0;
  }

  private void send(SocketChannel open) throws IOException {
    if (sent < way.request.length()) {
      int next = Math.max(sent + 1, way.atOnce());
      sent += open.write(bytes(way.request.substring(sent, next)));
    } else if (sent < way.request.length() + way.spaces) {
      sent += open.write(bytes(" "));
    }
  }

  private static ByteBuffer bytes(String text) {
    return StandardCharsets.US_ASCII.encode(text);
  }

  void close() {
    try {
      if (channel.isPresent()) {
        channel.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      channel = Optional.empty();
    }
  }
}
