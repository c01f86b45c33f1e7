package org.seccatalogue.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends requests as they are, with targets and headers that other clients would refuse or mend.
public final class RawHttp {

  private static final int PATIENCE_MS = 60_000;
  private static final Pattern ANSWER =
      Pattern.compile("HTTP/1\\.1 (\\d{3})[^\r]*\r\n(.*?)\r\n\r\n(.*)", Pattern.DOTALL);
  private static final Pattern MEDIA_TYPE = Pattern.compile("(?im)^content-type: *([^\r\n]*)");
  private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding: *chunked");

  private final int port;

  public RawHttp(int port) {
    this.port = port;
  }

  /// An answer; its media type is empty when it has none.
  public record Answer(int status, String mediaType, String body) {}

  /// Sends a request on a connection of its own and reads the whole answer.
  public Answer send(OddRequest request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      OutputStream out = socket.getOutputStream();
      out.write(bytes(request));
      out.flush();
      return answer(
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
    }
  }

  private byte[] bytes(OddRequest request) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1:").append(port).append("\r\nConnection: close\r\n");
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    byte[] body = request.body();
    if (body != null) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    if (body != null) {
      whole.write(body);
    }
    return whole.toByteArray();
  }

  /// The text has one character for each byte.
  private static Answer answer(String text) {
    Matcher answer = ANSWER.matcher(text);
    if (!answer.matches()) {
      throw new IllegalStateException("no answer of HTTP: " + text);
    }
    Matcher type = MEDIA_TYPE.matcher(answer.group(2));
    String body = answer.group(3);
    String whole = CHUNKED.matcher(answer.group(2)).find() ? joined(body) : body;
    return new Answer(
        Integer.parseInt(answer.group(1)),
        type.find() ? type.group(1) : "",
        new String(whole.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }

  private static String joined(String chunks) {
    StringBuilder whole = new StringBuilder();
    int at = 0;
    while (true) {
      int end = chunks.indexOf("\r\n", at);
      int length = Integer.parseInt(chunks.substring(at, end), 16);
      if (length == 0) {
        return whole.toString();
      }
      whole.append(chunks, end + 2, end + 2 + length);
      at = end + 2 + length + 2;
    }
  }
}
