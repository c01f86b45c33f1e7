package org.seccatalogue.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class XmlWriterTest {

  private final StringWriter out = new StringWriter();
  private final XmlWriter xml = new XmlWriter(out);

  @Test
  void escapesTextAndAttributes() {
    xml.open("a", "b", "\"<&>").text("1 < 2 & \"3\" > 2").close("a");

    assertThat(out)
        .hasToString("<a b=\"&quot;&lt;&amp;&gt;\">1 &lt; 2 &amp; &quot;3&quot; &gt; 2</a>");
  }

  @Test
  void dropsWhatXmlForbids() {
    xml.text("a\u0000b\u0008c\u000bd\u001fe\ufffef\uffffg\ud800h\udc00i");

    assertThat(out).hasToString("abcdefghi");
    assertThat(XmlWriter.allowed("a\u0000b\ud800c")).isEqualTo("abc");
  }

  @Test
  void keepsEveryOtherCharacter() {
    String text = "\t\n\r \u0085\u00a3\u2265\ud7ff\ue000\ufffd\ud83d\ude00";

    xml.text(text);

    assertThat(out).hasToString(text);
  }

  @Test
  void writesEmptyElements() {
    xml.empty("w:pStyle", "w:val", "Title");

    assertThat(out).hasToString("<w:pStyle w:val=\"Title\"/>");
  }
}
