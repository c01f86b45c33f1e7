package org.seccatalogue.scratch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Whether there is room for temporary files: without it nothing can be uploaded or made.
@Readiness
@ApplicationScoped
class ScratchCheck implements HealthCheck {

  private static final String NAME = "Temporary files";
  private static final int MEGABYTE = 1 << 20;
  private static final int LEAST = 100;

  @Override
  public HealthCheckResponse call() {
    try {
      Path file = ScratchFiles.create();
      Files.delete(file);
      long free = Files.getFileStore(file.getParent()).getUsableSpace() / MEGABYTE;
      return HealthCheckResponse.named(NAME)
          .withData("megabytes free", free)
          .status(free >= LEAST)
          .build();
    } catch (IOException e) {
      return HealthCheckResponse.named(NAME).withData("reason", e.toString()).down().build();
    }
  }
}
