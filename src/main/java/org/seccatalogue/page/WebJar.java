package org.seccatalogue.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// A library of files for the browser that came with the program, whatever its version.
record WebJar(String name, String version) {

  static WebJar of(String name) {
    Properties properties = new Properties();
    try (InputStream in = open("META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new WebJar(name, properties.getProperty("version"));
  }

  /// The address of one of its files.
  String address(String file) {
    return "/webjars/" + name + "/" + version + "/" + file;
  }

  String text(String file) {
    return resource("META-INF/resources" + address(file));
  }

  /// The text of a file on the class path, which must be there.
  static String resource(String path) {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path);
    if (in == null) {
      throw new IOException(path + " is not on the class path");
    }
    return in;
  }
}
