package org.seccatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.testkit.Installation;

/// The database of an application that runs is killed, and nobody comes to help.
@Tag("process")
@NullUnmarked
class OutageIT {

  private static final List<String> ASKED =
      List.of("/", "/api/v1/records?limit=1", "/api/v1/baselines", "/baselines", "/imports");
  private static final int ROUNDS = 400;

  @TempDir Path folder;

  @Test
  void aDatabaseThatIsKilledComesBackByItself() throws Exception {
    try (Installation catalogue =
        Installation.start(
            folder,
            List.of(
                "-Xmx512m",
                "-Dcatalogue.example-baseline=false",
                "-Dcatalogue.database.directory=" + folder.resolve("database"),
                "-Dcatalogue.import.uploads=" + folder.resolve("uploads")))) {
      assertThat(statuses(catalogue)).containsOnly(200);
      Installation.kill(Installation.server(folder.resolve("database")).orElseThrow());
      Set<Integer> seen = new HashSet<>();
      int rounds = 0;
      List<Integer> now = List.of();
      while (rounds++ < ROUNDS && !(now.equals(List.of(200, 200, 200, 200, 200)) && rounds > 20)) {
        now = statuses(catalogue);
        seen.addAll(now);
      }
      assertThat(now).containsOnly(200);
      assertThat(seen).isSubsetOf(200, 503);
      assertThat(catalogue.log())
          .contains("PostgreSQL ended without having been told to; it is started again")
          .contains("PostgreSQL answers again")
          .doesNotContain("ERROR");
      assertThat(catalogue.log().split("The database does not answer", -1)).hasSizeLessThan(3);
    }
  }

  private static List<Integer> statuses(Installation catalogue) {
    List<Integer> statuses = new ArrayList<>();
    for (String address : ASKED) {
      Response answer = catalogue.given().get(address);
      statuses.add(answer.statusCode());
      if (answer.statusCode() == 503) {
        assertThat(answer.header("Retry-After")).as(address).isEqualTo("5");
      }
    }
    return statuses;
  }
}
