package org.seccatalogue.api.published;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Files of baselines that were asked for lately, as they travel: written once, sent as often as is
/// asked for, as a whole or in parts. They stand among the temporary files of the machine, up to a
/// number of bytes, and never change.
@ApplicationScoped
class FinishedFiles {

  private static final long UNIT = 1024;

  /// A file that leaves may be about to be sent.
  private static final Executor LATER = CompletableFuture.delayedExecutor(10, TimeUnit.MINUTES);

  private final AsyncCache<Key, Finished> files;

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

  /// A file that is there.
  ///
  /// @param tag strong: the digest of the uncoded bytes, with the coding
  record Finished(File file, String tag) {}

  FinishedFiles(
      @ConfigProperty(name = "catalogue.public.files", defaultValue = "1G") MemorySize most) {
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

  /// The file in a coding. Who asks while it is being written waits for it.
  Finished of(Wanted wanted, Coding coding) {
    CompletableFuture<Finished> mine = new CompletableFuture<>();
    CompletableFuture<Finished> known =
        files.asMap().putIfAbsent(new Key(wanted.name(), coding), mine);
    if (known != null) {
      return known.join();
    }
    try {
      Finished made = made(wanted, coding);
      mine.complete(made);
      return made;
    } catch (IOException e) {
      mine.completeExceptionally(e);
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static Finished made(Wanted wanted, Coding coding) throws IOException {
    Path file = Files.createTempFile("catalogue-", ".file");
    file.toFile().deleteOnExit();
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
