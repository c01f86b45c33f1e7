package org.seccatalogue.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.seccatalogue.testkit.OddRequests.Expected;
import org.seccatalogue.testkit.OddRequests.Oddity;

/// Values of parameters that are at a boundary, beyond it or strange.
final class OddValues {

  /// As they are meant; they are encoded before they are sent.
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "*",
          "..",
          "../../etc/passwd",
          "'; drop table record; --",
          "\"quoted\"",
          "<script>alert(1)</script>",
          "a/b",
          "a\\b",
          "%",
          "_",
          "\t\r\n",
          "\u0001\u007f",
          "\u00e9\u4e2d\ud83d\ude00",
          "\ufeff\u202e\ufffe",
          "e\u0301",
          ":",
          "::a:b",
          "(((( & | !",
          "-1",
          "0",
          "1.5",
          "1e3",
          "0x10",
          "+1",
          "NaN",
          "null",
          "true",
          "2147483647",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999999999999",
          "ESM-99999999999999999999",
          "esm-0001",
          "a".repeat(3000),
          "{}",
          "[]",
          "${7*7}#{7*7}");

  /// As they go over the wire.
  private static final List<String> RAW = List.of("%FF%FE", "%C3", "a+b", "a%2Bb", "%2525");

  /// As they go over the wire, in what is no address any more.
  private static final List<String> BROKEN = List.of("%", "%zz", "%u0041");

  private OddValues() {}

  static List<Oddity> of(JsonNode parameter) {
    String name = parameter.path("name").asText();
    return switch (parameter.path("in").asText()) {
      case "query" -> inQuery(name, parameter.path("schema"));
      case "path" -> inPath(name, parameter.path("schema"));
      default -> inHeader(name, parameter.path("schema"));
    };
  }

  private static List<Oddity> inQuery(String name, JsonNode schema) {
    List<Oddity> oddities = new ArrayList<>();
    Stream.concat(TEXTS.stream(), boundaries(schema))
        .forEach(text -> oddities.add(query(expected(name, schema, text), name, text)));
    RAW.forEach(
        raw ->
            oddities.add(
                new Oddity(
                    new Expected.Anything(),
                    request -> request.query(name, raw).because(name + " is raw " + raw))));
    BROKEN.forEach(
        raw ->
            oddities.add(
                new Oddity(
                    new Expected.NoAddress(),
                    request -> request.query(name, raw).because(name + " is raw " + raw))));
    Expected refused = new Expected.Refused(name);
    oddities.add(query(refused, name, "a\0b"));
    Expected twice =
        schema.path("type").asText().equals("array") ? new Expected.Anything() : refused;
    oddities.add(
        new Oddity(
            twice, r -> r.query(name, "1").query(name, "2").because(name + " is there twice")));
    return oddities;
  }

  private static Oddity query(Expected expected, String name, String text) {
    return new Oddity(
        expected, request -> request.query(name, OddRequests.encoded(text)).because("odd " + name));
  }

  private static Stream<String> boundaries(JsonNode schema) {
    return Stream.of("minimum", "maximum")
        .filter(schema::has)
        .mapToLong(bound -> schema.path(bound).asLong())
        .boxed()
        .flatMap(bound -> Stream.of(bound - 1, bound, bound + 1))
        .map(String::valueOf);
  }

  /// A number may be the cursor of another list, which is refused.
  private static Expected ofInteger(String name) {
    return name.equals("cursor") ? new Expected.Anything() : new Expected.Taken(name);
  }

  private static Expected expected(String name, JsonNode schema, String text) {
    return switch (schema.path("type").asText()) {
      case "integer" -> isInteger(schema, text) ? ofInteger(name) : new Expected.Refused(name);
      case "boolean" ->
          List.of("true", "false").contains(text)
              ? new Expected.Taken(name)
              : new Expected.Refused(name);
      case "array" -> ofText(name, schema.path("items"), text);
      default -> ofText(name, schema, text);
    };
  }

  private static Expected ofText(String name, JsonNode schema, String text) {
    return text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)
        ? new Expected.Refused(name)
        : new Expected.Anything();
  }

  private static boolean isInteger(JsonNode schema, String text) {
    if (!text.matches("-?(0|[1-9][0-9]{0,18})") || new BigInteger(text).bitLength() >= Long.SIZE) {
      return false;
    }
    long number = Long.parseLong(text);
    boolean small = schema.path("format").asText().equals("int32");
    return number >= schema.path("minimum").asLong(small ? Integer.MIN_VALUE : Long.MIN_VALUE)
        && number <= schema.path("maximum").asLong(small ? Integer.MAX_VALUE : Long.MAX_VALUE);
  }

  private static List<Oddity> inPath(String name, JsonNode schema) {
    return Stream.concat(
            TEXTS.stream()
                .filter(text -> !List.of("", "..").contains(text))
                .map(OddRequests::encoded),
            Stream.concat(RAW.stream(), Stream.of("%00", "a%00b", "x;jsessionid=1")))
        .map(
            raw ->
                new Oddity(
                    raw.matches("a+") ? ofText(name, schema, raw) : new Expected.Anything(),
                    request -> request.path(name, raw).because("odd " + name)))
        .toList();
  }

  private static List<Oddity> inHeader(String name, JsonNode schema) {
    return Stream.of(
            "",
            "*",
            "\"",
            "\"\"",
            "\"1.1\", \"2.2\"",
            "W/\"1.1\"",
            "1.1",
            "\"9.9\"",
            "\"-1.-1\"",
            "\"99999999999999999999.1\"",
            "\"1\"",
            "\"" + "1".repeat(3000) + "\"",
            "\u00e9")
        .map(
            value ->
                new Oddity(
                    ofText(name, schema, value),
                    request -> request.header(name, value).because("odd " + name)))
        .toList();
  }

  /// Parameters that no operation knows.
  static List<Oddity> unknown() {
    return Stream.of("colour", "Limit", "limit[]", "$where", "a.b", "__proto__", "\u00e9")
        .map(name -> query(new Expected.Refused(name), OddRequests.encoded(name), "1"))
        .toList();
  }
}
