package org.seccatalogue.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.testkit.Installation;
import org.seccatalogue.testkit.Proof;

/// Nothing that was acknowledged is lost, and nothing is half there, whatever is killed and when,
/// whether the disk is full, and however slow others are. `make torture` makes more rounds of it.
@Tag("process")
class TortureIT {

  /// How long; without it there are two rounds.
  private static final int MINUTES = Integer.getInteger("torture.minutes", 0);

  private static final int FEW = 2;
  private static final long SEED = Long.getLong("torture.seed", Proof.SEED);
  private static final int MOST_DONE = 15;
  private static final int MOST_REFUSED = 6;

  /// Most bytes that a full disk still takes.
  private static final int MOST_LEFT = 1 << 19;

  @TempDir Path folder;

  private final Random random = new Random(SEED);

  /// Of all rounds that are over.
  private final Diary whole = new Diary();

  private final Tally tally = new Tally();
  private Site site;

  @Test
  void nothingThatWasToldIsLostAndNothingIsHalfThere() throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    Disk disk = Disk.of(Files.createDirectory(folder.resolve("disk")));
    System.out.printf("torture: seed %d; the disk that is filled is %s%n", SEED, disk.kind());
    site = Site.start(folder, disk);
    while (MINUTES == 0 ? tally.rounds() < FEW : System.nanoTime() < end) {
      round(MINUTES == 0 ? Fault.of(tally.rounds()) : Fault.any(random, disk));
    }
    comparison(whole, "at the end").nothingIsLostOrHalfThere();
    int baselines = comparison(whole, "at the end").verifiedBundles(folder);
    System.out.printf(
        "torture: seed %d, %s; %d acknowledged, 0 lost, 0 half, %d baselines verified%n",
        SEED, tally.told(), whole.acknowledged.get(), baselines);
  }

  private Comparison comparison(Diary diary, String when) {
    return new Comparison(site.catalogue(), diary, when);
  }

  private void round(Fault fault) throws Exception {
    String told = "round %d of seed %d, %s".formatted(tally.rounds() + 1, SEED, fault);
    Installation before = site.catalogue();
    Diary diary = new Diary();
    Crew crew = new Crew(before, diary, folder);
    SlowClients slow = new SlowClients(before, diary);
    slow.begin();
    crew.begin();
    diary.awaitDone(1 + random.nextInt(MOST_DONE));
    befall(fault, diary);
    crew.stop();
    tally.add(fault, slow.stop());
    site.untilReady(fault.killsApplication());
    assertThat(diary.wrong).as("%s%n%s", told, Site.faults(before)).isEmpty();
    assertThat(Site.faults(before)).as(told).isEmpty();
    assertThat(Site.repeated(before)).as(told).isEmpty();
    comparison(diary, told).nothingIsLostOrHalfThere();
    whole.add(diary);
  }

  /// What is left goes on by itself, with the same people.
  private void befall(Fault fault, Diary diary) throws IOException, InterruptedException {
    if (fault.fillsDisk()) {
      site.fill(random.nextInt(MOST_LEFT));
      diary.awaitRefused(1 + random.nextInt(MOST_REFUSED));
    }
    fault.kill(site);
    if (fault.fillsDisk() && !fault.killsApplication()) {
      diary.awaitRefused(1 + random.nextInt(MOST_REFUSED));
    }
    site.free();
    if (!fault.killsApplication()) {
      diary.awaitDone(1 + random.nextInt(MOST_REFUSED));
    }
  }

  @AfterEach
  void stop() throws IOException {
    if (site != null) {
      site.close();
    }
  }
}
