package org.seccatalogue.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Whether somebody looks for jobs: a node that has stopped to do so does not recover by itself.
@Liveness
@ApplicationScoped
class JobsCheck implements HealthCheck {

  private final JobTimer timer;

  JobsCheck(JobTimer timer) {
    this.timer = timer;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Jobs").status(timer.isLooking()).build();
  }
}
