package org.seccatalogue.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/// Fails a test in which the application answered otherwise than its contract says.
public final class ContractKept implements QuarkusTestAfterEachCallback {

  @Override
  public void afterEach(QuarkusTestMethodContext test) {
    assertThat(WatchedResponse.departures()).as("departures from the contract").isEmpty();
  }
}
