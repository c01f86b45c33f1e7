package org.seccatalogue.api.published.answers;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.scratch.ScratchFiles;

/// Files of baselines that were asked for lately, as they travel: written once, sent as often as is
/// asked for, as a whole or in parts. They stand among the temporary files of the machine, up to a
/// number of bytes, and never change. What is not there waits in a queue until it is written, and
/// nobody waits with it for long.
@ApplicationScoped
public class FinishedFiles {

  private static final long UNIT = 1024;

  /// A file that leaves may be about to be sent.
  private static final Executor LATER = CompletableFuture.delayedExecutor(10, TimeUnit.MINUTES);

  private final AsyncCache<Key, Finished> files;
  private final FileQueue queue;

  private record Key(String name, Coding coding) {}

  /// Writes a file; the stream stays open.
  @FunctionalInterface
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  /// A file that is asked for.
  ///
  /// @param name no other file has it, and whatever has it is the same bytes for ever
  record Wanted(String name, Writer writer) {}

  /// Who asks for a file.
  ///
  /// @param patience how long this request may wait for it
  record Asker(String client, Duration patience) {}

  /// What comes of asking for a file.
  sealed interface Answer {}

  /// It is there.
  ///
  /// @param tag strong: the digest of the uncoded bytes, with the coding
  record Finished(File file, String tag) implements Answer {}

  /// It is being written, or waits for that.
  ///
  /// @param waiting how many files are to be written, this one included
  record UnderWay(int waiting) implements Answer {}

  /// No more files can wait.
  ///
  /// @param ofClient because the client waits for its share of them already
  record Full(boolean ofClient) implements Answer {}

  FinishedFiles(
      FileQueue queue,
      @ConfigProperty(name = "catalogue.public.files", defaultValue = "1G") MemorySize most) {
    this.queue = queue;
    files =
        Caffeine.newBuilder()
            .maximumWeight(most.asLongValue() / UNIT)
            .weigher((Key _, Finished made) -> units(made))
            .removalListener(
                (@Nullable Key _, @Nullable Finished made, RemovalCause _) -> removeLater(made))
            .buildAsync();
  }

  private static int units(Finished made) {
    return (int) Math.min(Integer.MAX_VALUE, 1 + made.file().length() / UNIT);
  }

  private static void removeLater(@Nullable Finished made) {
    if (made != null) {
      LATER.execute(
          () -> {
            var _ = made.file().delete();
          });
    }
  }

  /// The file in a coding, if it is there or is there soon. Whoever asks again finds it.
  Answer of(Wanted wanted, Coding coding, Asker asker) {
    CompletableFuture<Finished> mine = new CompletableFuture<>();
    CompletableFuture<Finished> known =
        files.asMap().putIfAbsent(new Key(wanted.name(), coding), mine);
    if (known != null) {
      return awaited(known, asker.patience());
    }
    FileQueue.Place place = queue.add(asker.client(), () -> make(wanted, coding, mine));
    return switch (place) {
      case WAITING -> awaited(mine, asker.patience());
      case FULL, CLIENT_FULL -> {
        files.asMap().remove(new Key(wanted.name(), coding), mine);
        yield new Full(place == FileQueue.Place.CLIENT_FULL);
      }
    };
  }

  private Answer awaited(CompletableFuture<Finished> file, Duration patience) {
    try {
      return file.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new UnderWay(queue.waiting());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new UnderWay(queue.waiting());
    } catch (java.util.concurrent.ExecutionException e) {
      throw new CompletionException("The file cannot be written", e.getCause());
    }
  }

  private void make(Wanted wanted, Coding coding, CompletableFuture<Finished> file) {
    try {
      file.complete(made(wanted, coding));
    } catch (IOException e) {
      file.completeExceptionally(new UncheckedIOException(e));
    } catch (RuntimeException | Error e) {
      file.completeExceptionally(e);
    }
  }

  private Finished made(Wanted wanted, Coding coding) throws IOException {
    Path file = ScratchFiles.create();
    MessageDigest digest = CachedAnswer.sha256();
    try (OutputStream coded =
            coding.encoding(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        OutputStream plain = new DigestOutputStream(coded, digest)) {
      wanted.writer().write(plain);
    } catch (IOException | RuntimeException | Error e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return new Finished(file.toFile(), CachedAnswer.tag(digest, coding));
  }

  /// Writes every file anew from now on.
  void forget() {
    files.synchronous().invalidateAll();
  }
}
