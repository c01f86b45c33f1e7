package org.seccatalogue.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class Utf8WriterTest {

  private static final String PAIR = "😀";

  @Test
  void writesWhatJavaEncodes() throws IOException {
    String text = "plain, é, – and " + PAIR + "\n";

    assertThat(written(List.of(text, text))).isEqualTo(text + text);
  }

  @Test
  void keepsPairsTogetherWhereverTheyAreDivided() throws IOException {
    for (int before = (1 << 14) - 2; before <= 1 << 14; before++) {
      String filling = "x".repeat(before);

      assertThat(written(List.of(filling + PAIR.charAt(0), PAIR.charAt(1) + "y")))
          .isEqualTo(filling + PAIR + "y");
    }
  }

  @Test
  void makesAQuestionMarkOfHalfAPair() throws IOException {
    assertThat(written(List.of("a" + PAIR.charAt(0), "b" + PAIR.charAt(1) + "c")))
        .isEqualTo("a?b?c");
    assertThat(written(List.of("a" + PAIR.charAt(0)))).isEqualTo("a?");
  }

  @Test
  void waitsForTheSecondHalfWhenItIsFlushed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Utf8Writer writer = new Utf8Writer(bytes)) {
      writer.write("a" + PAIR.charAt(0));
      writer.flush();
      assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("a");
      writer.write(PAIR.charAt(1));
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("a" + PAIR);
  }

  private static String written(List<String> texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Utf8Writer writer = new Utf8Writer(bytes)) {
      for (String text : texts) {
        writer.write(text);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
