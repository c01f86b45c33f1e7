package org.seccatalogue.document.word;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordTemplateTest {

  private final WordTemplate template = WordFixture.template();

  @ParameterizedTest
  @EnumSource(WordStyle.class)
  void hasEveryStyle(WordStyle style) {
    assertThat(template.styleId(style)).isNotEmpty();
  }

  @Test
  void hasADifferentStyleForEachUse() {
    assertThat(Arrays.stream(WordStyle.values()).map(template::styleId)).doesNotHaveDuplicates();
  }

  @Test
  void isAPageOfA4() {
    assertThat(template.documentTail()).contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>");
    assertThat(template.textWidth()).isEqualTo(11906 - 2 * 1134);
  }

  @Test
  void namesTheStylesThatAreMissing() throws IOException {
    byte[] docx = with("word/styles.xml", "w:val=\"SEC Summary\"", "w:val=\"Something else\"");

    assertThatIOException()
        .isThrownBy(() -> WordTemplate.read(new ByteArrayInputStream(docx)))
        .withMessage("The template lacks the styles [SEC Summary]");
  }

  @Test
  void refusesWhatIsNoWordDocument() {
    assertThatIOException()
        .isThrownBy(() -> WordTemplate.read(new ByteArrayInputStream(new byte[100])))
        .withMessageContaining("is it a .docx file?");
  }

  private byte[] with(String part, String from, String to) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : template.parts().entrySet()) {
        String text = new String(entry.getValue(), UTF_8);
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write((entry.getKey().equals(part) ? text.replace(from, to) : text).getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }
}
