package org.seccatalogue.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.testkit.OddRequests.Expected;
import org.seccatalogue.testkit.OddRequests.Oddity;

/// Bodies that are cut short, deep, doubled, huge or of another kind.
final class OddBodies {

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "1" + "0".repeat(2000),
          "1.5",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "{\"a\": {}}",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\u202e\"",
          "\"" + "x".repeat(100_000) + "\"",
          "[" + "1,".repeat(10_000) + "1]");

  private OddBodies() {}

  static List<Oddity> of(ObjectNode plain) {
    String json = plain.toString();
    List<Oddity> oddities = new ArrayList<>();
    whole(json).map(text -> odd("body", OddRequests.utf8(text))).forEach(oddities::add);
    oddities.add(odd("no body", null));
    oddities.add(
        odd("bytes that are no UTF-8", new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}));
    oddities.add(odd("UTF-16", json.getBytes(StandardCharsets.UTF_16)));
    plain
        .fieldNames()
        .forEachRemaining(
            name ->
                VALUES.forEach(
                    value ->
                        oddities.add(
                            odd("odd " + name, OddRequests.utf8(with(plain, name, value))))));
    VALUES.forEach(
        value -> oddities.add(odd("unknown", OddRequests.utf8(with(plain, "colour", value)))));
    OddHeaders.mediaTypes().map(OddBodies::mediaType).forEach(oddities::add);
    return oddities;
  }

  private static Stream<String> whole(String json) {
    return Stream.concat(
        VALUES.stream(),
        Stream.of(
            "",
            " ",
            "{",
            "rubbish",
            "\ufeff" + json,
            json + json,
            json + " rubbish",
            json.substring(0, json.length() - 1),
            json.substring(0, json.length() / 2),
            json.replaceFirst("\\{", "{\"a\": 1, \"a\": 2, "),
            json.replaceFirst("\\{", "{// comment\n"),
            json.replace('"', '\''),
            "{\"a\":".repeat(5000) + "1" + "}".repeat(5000),
            "[".repeat(5000) + "]".repeat(5000),
            "[".repeat(100_000)));
  }

  private static String with(ObjectNode plain, String name, String value) {
    ObjectNode rest = plain.deepCopy();
    rest.remove(name);
    String others = rest.toString().substring(1);
    return "{\"" + name + "\": " + value + (rest.isEmpty() ? "" : ", ") + others;
  }

  private static Oddity odd(String why, byte @Nullable [] body) {
    return new Oddity(new Expected.Anything(), request -> request.body(body).because(why));
  }

  private static Oddity mediaType(String value) {
    return new Oddity(
        new Expected.Anything(),
        request -> request.header("Content-Type", value).because("odd Content-Type"));
  }

  /// Bodies where a form with a file is expected.
  static List<Oddity> ofForms() {
    List<Oddity> oddities = new ArrayList<>();
    OddHeaders.mediaTypes().map(OddBodies::mediaType).forEach(oddities::add);
    Stream.of(
            "",
            "rubbish",
            "--b--\r\n",
            "--b\r\n\r\n--b--\r\n",
            part("form-data; name=\"file\"", "no file"),
            part("form-data; name=\"file\"; filename=\"\"", ""),
            part("form-data; name=\"file\"; filename=\"../../x.xlsx\"", "no workbook"),
            part("form-data; name=\"file\"; filename=\"a\u0000b.csv\"", "a,b"),
            part("form-data; name=\"file\"; filename=\"x.xlsx\"", "PK\u0003\u0004"),
            part("form-data; name=\"colour\"", "red"),
            part("form-data", "red"),
            part("rubbish", "red"),
            part("form-data; name=\"file\"; filename=\"x.csv\"", "a,b").substring(0, 60))
        .map(
            text ->
                new Oddity(
                    new Expected.Anything(),
                    r ->
                        r.header("Content-Type", "multipart/form-data; boundary=b")
                            .body(OddRequests.utf8(text))
                            .because("odd form")))
        .forEach(oddities::add);
    return oddities;
  }

  private static String part(String disposition, String content) {
    return "--b\r\nContent-Disposition: " + disposition + "\r\n\r\n" + content + "\r\n--b--\r\n";
  }
}
