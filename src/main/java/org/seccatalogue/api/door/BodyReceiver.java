package org.seccatalogue.api.door;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.scratch.ScratchFiles;

/// Receives one body without a thread that waits for it, and gives it up when it comes too slowly
/// or is too large. All of it is done by the event loop of the request.
final class BodyReceiver {

  private static final int MOST_IN_MEMORY = 1 << 16;
  private static final long LOOK_EVERY = 500;

  private final RoutingContext context;
  private final Limits limits;
  private final Runnable whenDone;
  private final Vertx vertx;
  private final long begun = System.nanoTime();
  private Buffer memory = Buffer.buffer();
  private @Nullable Path path;
  private @Nullable AsyncFile file;
  private long received;
  private long timer;
  private boolean done;

  /// @param largest most bytes
  /// @param leastSpeed bytes a second
  record Limits(long largest, Duration patience, long leastSpeed) {}

  private BodyReceiver(RoutingContext context, Limits limits, Runnable whenDone) {
    this.context = context;
    this.limits = limits;
    this.whenDone = whenDone;
    vertx = context.vertx();
  }

  /// Receives the body of a request: it, or why it was given up, stands in the context then.
  static void receive(RoutingContext context, Limits limits, Runnable whenDone) {
    BodyReceiver receiver = new BodyReceiver(context, limits, whenDone);
    HttpServerRequest request = context.request();
    context.addEndHandler(_ -> receiver.remove());
    receiver.timer = context.vertx().setPeriodic(LOOK_EVERY, _ -> receiver.look());
    request.handler(receiver::take);
    request.exceptionHandler(_ -> receiver.broken());
    request.endHandler(_ -> receiver.end());
    request.resume();
  }

  private void take(Buffer bytes) {
    received += bytes.length();
    if (done) {
      return;
    }
    if (received > limits.largest()) {
      giveUp(Refusal.TOO_LARGE);
    } else if (file == null) {
      memory.appendBuffer(bytes);
      if (memory.length() > MOST_IN_MEMORY) {
        toFile();
      }
    } else {
      write(file, bytes);
    }
  }

  private void toFile() {
    context.request().pause();
    try {
      Path made = ScratchFiles.create();
      path = made;
      var _ =
          vertx
              .fileSystem()
              .open(made.toString(), new OpenOptions().setWrite(true))
              .onSuccess(this::opened)
              .onFailure(_ -> giveUp(Refusal.NO_ROOM));
    } catch (IOException e) {
      giveUp(Refusal.NO_ROOM);
    }
  }

  private void opened(AsyncFile opened) {
    file = opened;
    opened.exceptionHandler(_ -> giveUp(Refusal.NO_ROOM));
    write(opened, memory);
    memory = Buffer.buffer();
    context.request().resume();
  }

  private void write(AsyncFile to, Buffer bytes) {
    var _ = to.write(bytes).onFailure(_ -> giveUp(Refusal.NO_ROOM));
    if (to.writeQueueFull()) {
      context.request().pause();
      to.drainHandler(_ -> context.request().resume());
    }
  }

  private void look() {
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    if (taken.compareTo(limits.patience()) > 0
        && received < limits.leastSpeed() * taken.toMillis() / 1000) {
      giveUp(Refusal.TOO_SLOW);
    }
  }

  private void end() {
    AsyncFile open = file;
    if (done) {
      return;
    }
    if (open == null) {
      finish(ReceivedBody.BODY, new ReceivedBody.InMemory(memory));
    } else {
      Path whole = Objects.requireNonNull(path);
      var _ =
          open.end()
              .onSuccess(_ -> finish(ReceivedBody.BODY, new ReceivedBody.InFile(whole)))
              .onFailure(_ -> giveUp(Refusal.NO_ROOM));
    }
  }

  /// What comes of the rest is of no interest: the connection ends with the answer.
  private void giveUp(Refusal reason) {
    if (!done) {
      context.response().putHeader("Connection", "close");
      context.addEndHandler(_ -> context.request().connection().close());
      finish(Refusal.REASON, reason);
    }
  }

  /// The connection has ended: there is nobody to answer.
  private void broken() {
    if (!done) {
      done = true;
      vertx.cancelTimer(timer);
      whenDone.run();
    }
  }

  private void finish(String name, Object result) {
    if (!done) {
      done = true;
      vertx.cancelTimer(timer);
      context.put(name, result);
      whenDone.run();
      context.request().resume();
    }
  }

  private void remove() {
    AsyncFile open = file;
    Path left = path;
    if (open != null && !(context.get(ReceivedBody.BODY) instanceof ReceivedBody.InFile)) {
      var _ = open.close();
    }
    if (left != null) {
      var _ = vertx.fileSystem().delete(left.toString());
    }
  }
}
