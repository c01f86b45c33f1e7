package org.seccatalogue.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The header that offers a file for download under its name (RFC 6266).
public final class Disposition {

  private Disposition() {}

  public static String of(String fileName) {
    String plain = fileName.replaceAll("[^A-Za-z0-9._() -]", "_");
    String all = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + all.replace("*", "%2A");
  }
}
