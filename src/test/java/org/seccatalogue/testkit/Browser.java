package org.seccatalogue.testkit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A Chromium that is on the PATH, to see pages as people do.
public final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome");
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final List<String> WCAG_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /// What looks for barriers, as its library has it: it is run in the page itself, since its driver
  /// opens a second page for each look and carries across all that is in order.
  private static final String AXE = axe();

  private static final String BARRIERS =
      """
      async tags => (await axe.run({runOnly: tags, resultTypes: ['violations']})).violations
        .map(rule => `${rule.id}: ${rule.help} [${rule.nodes.map(node => node.html).join(', ')}]`)
      """;

  /// Milliseconds until a page that does not come to what is expected of it fails a test: longer
  /// than a busy machine takes.
  private static final int PATIENCE = 60_000;

  private static final int DESK = 1280;
  private static final int PHONE = 390;
  private static final int HEIGHT = 900;

  /// Started for the first who asks, for all tests of the process.
  private static @Nullable Started started;

  private final List<BrowserContext> contexts = new ArrayList<>();

  private record Started(Playwright playwright, com.microsoft.playwright.Browser browser) {

    static Started now() {
      Path program =
          program()
              .orElseThrow(() -> new IllegalStateException("there is no chromium on the PATH"));
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      return new Started(
          playwright,
          playwright
              .chromium()
              .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(QUIET)));
    }
  }

  private static synchronized com.microsoft.playwright.Browser browser() {
    if (started == null) {
      started = Started.now();
      Runtime.getRuntime().addShutdownHook(new Thread(started.playwright()::close));
    }
    return started.browser();
  }

  private static String axe() {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// A window of a width and height, with or without script.
  public Page open(String address, int width, int height, boolean script) {
    BrowserContext context =
        browser()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setBaseURL(address)
                    .setViewportSize(width, height)
                    .setJavaScriptEnabled(script));
    context.setDefaultTimeout(PATIENCE);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    contexts.add(context);
    return context.newPage();
  }

  /// What is wrong with a page by WCAG 2.2 AA, each with the elements that it is about.
  public static List<String> barriers(Page page) {
    page.evaluate(AXE);
    return found((List<?>) page.evaluate(BARRIERS, WCAG_AA));
  }

  /// What is wrong with pages on a desk and on a phone: barriers, and what makes a page scroll to
  /// the side. On a phone barriers are looked for on a sample of them, or on all.
  ///
  /// @param paths by the names that findings and pictures have
  public List<String> faults(String address, Map<String, String> paths) {
    List<String> found = new ArrayList<>();
    Set<String> asked = new HashSet<>(Proof.of(List.copyOf(paths.keySet()), paths.size() / 3));
    for (int width : List.of(DESK, PHONE)) {
      Page page = open(address, width, HEIGHT, true);
      paths.forEach(
          (name, path) -> {
            page.navigate(path);
            if (width == DESK || asked.contains(name)) {
              barriers(page).forEach(b -> found.add(name + " at " + width + ": " + b));
            }
            int wide = (Integer) page.evaluate("() => document.documentElement.scrollWidth");
            if (wide > width) {
              found.add(name + " is " + wide + " wide at " + width);
            }
            screenshot(page, name + "-" + width);
          });
    }
    return found;
  }

  private static List<String> found(List<?> barriers) {
    return barriers.stream().map(String.class::cast).toList();
  }

  /// Keeps what a page looks like, whole, where `-Dcatalogue.screenshots` names a folder.
  public static void screenshot(Page page, String name) {
    String folder = System.getProperty("catalogue.screenshots");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }
  }

  /// Closes the windows; the program goes on for the next who needs it.
  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
  }
}
