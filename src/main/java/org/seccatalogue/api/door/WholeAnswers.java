package org.seccatalogue.api.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.FilePart;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Documents and workbooks of the draft are written as a whole before any of them is sent: so no
/// thread waits for a client that reads slowly, and what fails half-way is no file.
@ApplicationScoped
class WholeAnswers {

  private final CurrentVertxRequest current;
  private final FileSpace space;

  WholeAnswers(
      CurrentVertxRequest current,
      @ConfigProperty(name = "catalogue.draft.files", defaultValue = "1G") MemorySize most) {
    this.current = current;
    space = new FileSpace(most.asLongValue());
  }

  @ServerResponseFilter(priority = 1)
  public void filter(ContainerResponseContext response) throws IOException {
    RoutingContext context = current.getCurrent();
    if (context != null && response.getEntity() instanceof StreamingOutput output) {
      try {
        send(written(output), context, response);
      } catch (SpacedFile.NoSpace e) {
        refuse(response, Refusal.NO_ROOM.answer());
      }
    }
  }

  /// It is there until it has been sent, however long that takes.
  private static void send(
      SpacedFile file, RoutingContext context, ContainerResponseContext response) {
    var _ = file.begin();
    file.drop();
    context.addEndHandler(_ -> file.end());
    // As a part that is all of it: of a file as such the library sends what Range asks for.
    response.setEntity(new FilePart(file.file(), 0, file.bytes()), null, response.getMediaType());
    response.getHeaders().putSingle("Content-Length", file.bytes());
  }

  private static void refuse(ContainerResponseContext response, Response refusal) {
    response.setStatus(refusal.getStatus());
    response.getHeaders().clear();
    response.getHeaders().putAll(refusal.getHeaders());
    response.setEntity(refusal.getEntity(), null, refusal.getMediaType());
  }

  private SpacedFile written(StreamingOutput output) throws IOException {
    SpacedFile file = SpacedFile.create(space);
    try (OutputStream out = file.writing(() -> false)) {
      output.write(out);
    } catch (IOException | RuntimeException | Error e) {
      file.drop();
      throw e;
    }
    return file;
  }
}
