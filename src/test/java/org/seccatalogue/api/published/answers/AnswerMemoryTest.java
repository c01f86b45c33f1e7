package org.seccatalogue.api.published.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerMemoryTest {

  private static final int MOST = 1 << 20;

  private final AnswerMemory memory = new AnswerMemory(new MemorySize(BigInteger.valueOf(MOST)));

  private static CachedAnswer answer(int bytes) {
    return CachedAnswer.of(new byte[bytes], Coding.IDENTITY, "application/json", Map.of());
  }

  private long found(int answers) {
    return IntStream.range(0, answers)
        .filter(i -> memory.find("/records/" + i, Coding.IDENTITY) != null)
        .count();
  }

  @Test
  void keepsWhatFitsAndLetsTheRestGo() {
    for (int i = 0; i < 1_000; i++) {
      memory.keep("/records/" + i, Coding.IDENTITY, answer(10_000));
    }
    assertThat(memory.bytes()).isLessThanOrEqualTo(MOST).isGreaterThan(MOST / 2);
    assertThat(found(1_000)).isBetween(50L, 105L);
  }

  @Test
  void keepsNoAnswerThatWouldDriveAllOthersOut() {
    memory.keep("/outline", Coding.IDENTITY, answer(MOST / 16 + 1));
    assertThat(memory.find("/outline", Coding.IDENTITY)).isNull();
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void keepsOneAnswerForEachCoding() {
    CachedAnswer plain = answer(100);
    CachedAnswer gzip = CachedAnswer.of(new byte[100], Coding.GZIP, "application/json", Map.of());
    memory.keep("/records/1", Coding.IDENTITY, plain);
    memory.keep("/records/1", Coding.GZIP, gzip);
    assertThat(memory.find("/records/1", Coding.IDENTITY)).isSameAs(plain);
    assertThat(memory.find("/records/1", Coding.GZIP)).isSameAs(gzip);
    assertThat(memory.find("/records/1", Coding.BROTLI)).isNull();
  }
}
