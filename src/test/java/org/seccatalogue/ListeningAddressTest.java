package org.seccatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"})
  void listensOnThisMachine(String host) {
    assertThat(ListeningAddress.refusal(host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "no.such.host.invalid"})
  void listensNowhereElse(String host) {
    assertThat(ListeningAddress.refusal(host)).isPresent();
  }

  @Test
  void saysWhatToDo() {
    assertThat(ListeningAddress.refusal("0.0.0.0"))
        .hasValue(
            "The catalogue does not listen on 0.0.0.0: nobody can sign in yet, so it is for this"
                + " machine alone. Leave quarkus.http.host at 127.0.0.1, localhost or ::1.");
  }
}
