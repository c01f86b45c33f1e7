package org.seccatalogue.api.published.answers;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.quarkus.logging.Log;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.door.FileSpace;
import org.seccatalogue.api.door.SpacedFile;
import org.seccatalogue.queue.Queue;
import org.seccatalogue.queue.Queues;
import org.seccatalogue.queue.Shares;
import org.seccatalogue.queue.WorkQueue;
import org.seccatalogue.sql.Outage;
import org.seccatalogue.sql.OutageLog;

/// Files of baselines that were asked for lately, as they travel: written once, sent as often as is
/// asked for, as a whole or in parts. They stand among the temporary files of the machine, up to a
/// number of bytes, those that are being written or sent included, and never change. What is not
/// there waits in a queue until it is written, and no thread waits with it.
@ApplicationScoped
public class FinishedFiles {

  private static final long UNIT = 1024;

  private final AsyncCache<Key, Finished> files;
  private final Queues queues;
  private final FileSpace space;

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
  record Finished(SpacedFile stored, String tag) implements Answer {

    File file() {
      return stored.file();
    }
  }

  /// It is being written, or waits for that.
  ///
  /// @param waiting how many files are to be written, this one included
  record UnderWay(int waiting) implements Answer {}

  /// No more files can wait, or there is no space for them.
  ///
  /// @param ofClient because the client waits for its share of them already
  record Full(boolean ofClient) implements Answer {}

  FinishedFiles(
      Queues queues,
      @ConfigProperty(name = "catalogue.public.files", defaultValue = "1G") MemorySize most) {
    this.queues = queues;
    space = new FileSpace(most.asLongValue());
    files =
        Caffeine.newBuilder()
            .maximumWeight(most.asLongValue() / UNIT)
            .weigher((Key _, Finished made) -> units(made))
            .removalListener(
                (@Nullable Key _, @Nullable Finished made, RemovalCause _) -> drop(made))
            .executor(Runnable::run)
            .buildAsync();
  }

  private static int units(Finished made) {
    return (int) Math.min(Integer.MAX_VALUE, 1 + made.stored().bytes() / UNIT);
  }

  private static void drop(@Nullable Finished made) {
    if (made != null) {
      made.stored().drop();
    }
  }

  /// The file in a coding, if it is there or is there soon. Whoever asks again finds it.
  CompletableFuture<Answer> of(Wanted wanted, Coding coding, Asker asker) {
    Key key = new Key(wanted.name(), coding);
    CompletableFuture<Finished> mine = new CompletableFuture<>();
    CompletableFuture<Finished> known = files.asMap().putIfAbsent(key, mine);
    if (known != null) {
      return awaited(known, asker.patience());
    }
    Shares.Room room = queue().add(asker.client(), () -> make(wanted, coding, mine));
    if (room == Shares.Room.THERE_IS) {
      return awaited(mine, asker.patience());
    }
    files.asMap().remove(key, mine);
    mine.completeExceptionally(new SpacedFile.NoSpace());
    return CompletableFuture.completedFuture(new Full(room == Shares.Room.CLIENT_FULL));
  }

  private WorkQueue queue() {
    return queues.of(Queue.WRITING_FILES);
  }

  private CompletableFuture<Answer> awaited(CompletableFuture<Finished> file, Duration patience) {
    CompletableFuture<Answer> soon = file.handle(FinishedFiles::answer);
    return patience.isZero()
        ? CompletableFuture.completedFuture(soon.getNow(new UnderWay(queue().size())))
        : soon.applyToEither(after(patience), Function.identity());
  }

  private CompletableFuture<Answer> after(Duration patience) {
    return CompletableFuture.supplyAsync(
        () -> new UnderWay(queue().size()),
        CompletableFuture.delayedExecutor(
            patience.toMillis(), TimeUnit.MILLISECONDS, Runnable::run));
  }

  private static Answer answer(@Nullable Finished file, @Nullable Throwable failure) {
    if (failure instanceof SpacedFile.NoSpace || (file == null && failure == null)) {
      return new Full(false);
    }
    if (file == null) {
      throw new CompletionException("The file cannot be written", failure);
    }
    return file;
  }

  private void make(Wanted wanted, Coding coding, CompletableFuture<Finished> file) {
    try {
      file.complete(made(wanted, coding));
    } catch (IOException | RuntimeException | Error e) {
      tell(wanted, e);
      file.completeExceptionally(e);
    }
  }

  /// Whoever asked may not wait any more.
  private static void tell(Wanted wanted, Throwable failure) {
    if (!(failure instanceof SpacedFile.NoSpace)) {
      Outage.of(failure)
          .ifPresentOrElse(
              outage -> OutageLog.tell(outage, failure),
              () -> Log.errorf(failure, "The file %s cannot be written", wanted.name()));
    }
  }

  private Finished made(Wanted wanted, Coding coding) throws IOException {
    SpacedFile file = SpacedFile.create(space);
    MessageDigest digest = CachedAnswer.sha256();
    try (OutputStream coded = coding.encoding(file.writing(this::makeRoom));
        OutputStream plain = new DigestOutputStream(coded, digest)) {
      wanted.writer().write(plain);
    } catch (IOException | RuntimeException | Error e) {
      file.drop();
      throw e;
    }
    return new Finished(file, CachedAnswer.tag(digest, coding));
  }

  /// Lets the file go that was not asked for the longest; whether there was one.
  private boolean makeRoom() {
    Map<Key, Finished> coldest = files.synchronous().policy().eviction().orElseThrow().coldest(1);
    coldest.keySet().forEach(files.synchronous()::invalidate);
    return !coldest.isEmpty();
  }

  /// Bytes on the disk, of whichever file.
  long bytes() {
    return space.used();
  }

  /// Writes every file anew from now on.
  void forget() {
    files.synchronous().invalidateAll();
  }
}
