package org.seccatalogue.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledFolderTest {

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @TempDir Path folder;

  @BeforeEach
  void aJarOnTheClassPath() throws IOException {
    Path jar = folder.resolve("a program.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : new String[] {"kept/README.md", "kept/one.yaml", "kept/two.txt"}) {
        out.putNextEntry(new JarEntry(name));
        out.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    URL[] urls = {jar.toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(urls, null));
  }

  @AfterEach
  void theClassPathAsItWas() throws IOException {
    ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void theTextsOfAFolderInAJarAreRead() {
    assertThat(BundledFolder.texts("kept")).isEqualTo(Map.of("one.yaml", "kept/one.yaml"));
  }

  @Test
  void twoThatReadOneJarAtTheSameMomentAreNotInEachOthersWay() {
    Map<String, String> inner =
        BundledFolder.read("kept/README.md", file -> BundledFolder.texts("kept"));

    assertThat(inner).containsOnlyKeys("one.yaml");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> BundledFolder.texts("lost"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("lost/README.md is not on the class path");
  }
}
