package org.seccatalogue.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.seccatalogue.testkit.OddRequests.Expected;
import org.seccatalogue.testkit.OddRequests.Oddity;

/// Headers that any request may have.
final class OddHeaders {

  private static final Map<String, List<String>> VALUES =
      Map.of(
          "Accept",
          List.of("", "text/plain", "application/xml", "*/*;q=0", "rubbish", "a/b/c", ";;", "*"),
          "If-None-Match",
          List.of("*", "\"", "W/\"1.1\"", "\"1.1\", \"2.2\"", "rubbish", "\"" + "x".repeat(3000)),
          "If-Modified-Since",
          List.of("rubbish", "Thu, 01 Jan 1970 00:00:00 GMT"),
          "Range",
          List.of("bytes=0-10", "bytes=-1", "bytes=9-1", "rubbish"),
          "Accept-Encoding",
          List.of("", "br", "gzip;q=0, *;q=0", "rubbish"),
          "Accept-Language",
          List.of("", "rubbish", "-", "x".repeat(3000)),
          "Content-Encoding",
          List.of("rubbish"),
          "Origin",
          List.of("null", "rubbish", "http://elsewhere.example"),
          "X-HTTP-Method-Override",
          List.of("DELETE"),
          "X-Forwarded-For",
          List.of("'"));

  private OddHeaders() {}

  static List<Oddity> all() {
    return VALUES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(header -> header.getValue().stream().map(value -> odd(header.getKey(), value)))
        .toList();
  }

  private static Oddity odd(String name, String value) {
    return new Oddity(
        new Expected.Anything(), request -> request.header(name, value).because("odd " + name));
  }

  static Stream<String> mediaTypes() {
    return Stream.of(
        "",
        "text/plain",
        "application/xml",
        "rubbish",
        "application/json; charset=utf-16",
        "application/json; charset=rubbish",
        "multipart/form-data",
        "application/octet-stream",
        "application/x-www-form-urlencoded");
  }
}
