package org.seccatalogue.api.published;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Answers about named baselines that were given lately, up to a number of bytes. They never
/// change, so none is ever thrown away but for room.
@ApplicationScoped
class AnswerMemory {

  /// No answer takes more than this part of all.
  private static final int LARGEST_PART = 16;

  private final Cache<Key, Kept> kept;
  private final long largest;

  private record Key(String address, Coding coding) {}

  AnswerMemory(
      @ConfigProperty(name = "catalogue.public.memory", defaultValue = "32M") MemorySize most) {
    long bytes = most.asLongValue();
    largest = bytes / LARGEST_PART;
    kept =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Key key, Kept answer) -> 400 + key.address().length() + answer.weight())
            .build();
  }

  @Nullable Kept find(String address, Coding coding) {
    return kept.getIfPresent(new Key(address, coding));
  }

  void keep(String address, Coding coding, Kept answer) {
    if (answer.weight() <= largest) {
      kept.put(new Key(address, coding), answer);
    }
  }

  /// How many bytes are kept just now.
  long bytes() {
    kept.cleanUp();
    return kept.policy().eviction().map(eviction -> eviction.weightedSize().orElse(0)).orElse(0L);
  }
}
