package org.seccatalogue.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A request that is about to be made odd. All texts of its target are as they go over the wire.
public final class OddRequest {

  private final String method;
  private final String template;
  private final Map<String, String> path = new TreeMap<>();
  private final List<String> query = new ArrayList<>();
  private final Map<String, String> headers = new TreeMap<>();
  private final List<String> oddities = new ArrayList<>();
  private byte @Nullable [] body;

  OddRequest(String method, String template) {
    this.method = method;
    this.template = template;
  }

  OddRequest path(String name, String value) {
    path.put(name, value);
    return this;
  }

  OddRequest query(String name, String value) {
    query.add(name + "=" + value);
    return this;
  }

  OddRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  OddRequest body(byte @Nullable [] content) {
    body = content;
    return this;
  }

  OddRequest because(String oddity) {
    oddities.add(oddity);
    return this;
  }

  /// The method, in capitals.
  public String method() {
    return method;
  }

  /// The path of the operation in the contract.
  public String template() {
    return template;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public byte @Nullable [] body() {
    return body;
  }

  /// Path and query.
  public String target() {
    String target = template;
    for (Map.Entry<String, String> value : path.entrySet()) {
      target = target.replace("{" + value.getKey() + "}", value.getValue());
    }
    return query.isEmpty() ? target : target + "?" + String.join("&", query);
  }

  @Override
  public String toString() {
    String sent = body == null ? "" : " with " + body.length + " bytes";
    return method
        + " "
        + shortened(target())
        + shortened(headers.toString())
        + sent
        + " "
        + oddities;
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "... (" + text.length() + ")";
  }
}
