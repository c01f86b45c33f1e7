package org.seccatalogue.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StylesheetTest {

  private final String css = new Stylesheet().text();

  @Test
  void usesNeitherTheTypefaceNorTheCrestOfTheGovernment() {
    assertThat(css).doesNotContain("GDS Transport", "@font-face", "govuk-crest", "/assets/fonts");
    assertThat(css).contains("font-family:Arial,\"Helvetica Neue\",Helvetica,sans-serif");
  }

  @Test
  void hasTheRulesOfTheLibraryAndOurs() {
    assertThat(css).contains(".govuk-button{", ".app-tree");
  }
}
