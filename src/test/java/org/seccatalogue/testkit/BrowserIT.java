package org.seccatalogue.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What looks for barriers finds one.
@BrowserPresent
@NullUnmarked
class BrowserIT {

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @Test
  void findsABarrier() {
    Page page = browser.open("about:blank", 800, 600, true);
    page.setContent(
        "<html lang=\"en\"><head><title>A page</title></head>"
            + "<body><main><h1>Meters</h1><img src=\"data:,\"></main></body></html>");
    assertThat(Browser.barriers(page))
        .containsExactly("image-alt: Images must have alternative text [<img src=\"data:,\">]");
  }
}
