package org.seccatalogue.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of the draft are not given in parts: whoever asks for one gets all of it, and no answer
/// that announces more than it sends.
@QuarkusTest
@NullUnmarked
class WholeAnswersIT {

  @TestHTTPResource("/")
  URI root;

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-3", "bytes=5-", "bytes=-2", "bytes=0-1,3-4"})
  void aFileOfTheDraftIsWholeWhateverPartIsAskedFor(String range)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = get(range);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("ESM-0001", "ESM-0008");
  }

  private HttpResponse<byte[]> get(String range) throws IOException, InterruptedException {
    String path = "/api/v1/exports/records.csv?type=electricity-meter-spec";
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(path))
            .header("Range", range)
            .timeout(Duration.ofMinutes(1))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
