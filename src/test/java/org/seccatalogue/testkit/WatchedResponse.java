package org.seccatalogue.testkit;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads along what is answered, and holds it against the contract before the last of it leaves.
final class WatchedResponse implements InvocationHandler {

  private static final Queue<String> DEPARTURES = new ConcurrentLinkedQueue<>();
  private static final int SHOWN = 2000;

  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final ContractCheck check;
  private Handler<Void> beforeHead = _ -> {};
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private WatchedResponse(HttpServerRequest request, ContractCheck check) {
    this.request = request;
    this.response = request.response();
    this.check = check;
  }

  static HttpServerResponse of(HttpServerRequest request, ContractCheck check) {
    return (HttpServerResponse)
        Proxy.newProxyInstance(
            WatchedResponse.class.getClassLoader(),
            new Class<?>[] {HttpServerResponse.class},
            new WatchedResponse(request, check));
  }

  static boolean isWatched(HttpServerResponse response) {
    return Proxy.isProxyClass(response.getClass())
        && Proxy.getInvocationHandler(response) instanceof WatchedResponse;
  }

  /// What departed from the contract since this was asked last.
  static List<String> departures() {
    List<String> departures = new ArrayList<>();
    for (String next = DEPARTURES.poll(); next != null; next = DEPARTURES.poll()) {
      departures.add(next);
    }
    return departures;
  }

  @Override
  @SuppressWarnings({"unchecked", "ReferenceEquality"}) // of a method declared so, and of itself
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] given = arguments == null ? new Object[0] : arguments;
    switch (method.getName()) {
      case "headersEndHandler" -> given[0] = beforeHead((Handler<Void>) given[0]);
      case "write" -> read(given);
      case "end", "send" -> {
        read(given);
        hold();
      }
      case "sendFile" -> {
        readFile((String) given[0]);
        hold();
      }
      default -> {}
    }
    try {
      Object result = method.invoke(response, given);
      return result == response ? proxy : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /// Much sets status and headers only when they are about to leave, which we have to do earlier.
  private Handler<Void> beforeHead(Handler<Void> last) {
    AtomicBoolean done = new AtomicBoolean();
    beforeHead =
        _ -> {
          if (done.compareAndSet(false, true)) {
            last.handle(null);
          }
        };
    return beforeHead;
  }

  private void read(Object[] given) {
    if (given.length > 0 && given[0] instanceof Buffer buffer) {
      body.writeBytes(buffer.getBytes());
    } else if (given.length > 0 && given[0] instanceof String text) {
      body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Other files than those of JSON may be large, and are not looked into.
  private void readFile(String name) throws IOException {
    completeHead();
    if (header(HttpHeaders.CONTENT_TYPE).endsWith("json")) {
      body.writeBytes(Files.readAllBytes(Path.of(name)));
    }
  }

  private void completeHead() {
    if (!response.headWritten()) {
      beforeHead.handle(null);
    }
  }

  private void hold() {
    completeHead();
    ContractCheck.Answer answer =
        new ContractCheck.Answer(
            request.method().name(),
            request.path(),
            response.getStatusCode(),
            header(HttpHeaders.CONTENT_TYPE),
            text());
    if (!answer.method().equals("OPTIONS")) {
      check.departures(answer).stream()
          .map(departure -> departure + " <- " + shown(answer))
          .forEach(DEPARTURES::add);
    }
  }

  private String header(CharSequence name) {
    return Optional.ofNullable(response.headers().get(name)).orElse("");
  }

  private String text() {
    try (InputStream bytes = new ByteArrayInputStream(body.toByteArray());
        InputStream decoded = decoded(bytes)) {
      return new String(decoded.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "undecoded: " + e;
    }
  }

  private InputStream decoded(InputStream bytes) throws IOException {
    return body.size() == 0
        ? bytes
        : switch (header(HttpHeaders.CONTENT_ENCODING)) {
          case "gzip" -> new GZIPInputStream(bytes);
          case "br" -> new BrotliInputStream(bytes);
          default -> bytes;
        };
  }

  private String shown(ContractCheck.Answer answer) {
    String text = request.method() + " " + request.uri() + ": " + answer;
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
  }
}
