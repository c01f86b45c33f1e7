package org.seccatalogue.api.published.answers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Answers about named baselines that were given lately, up to a number of bytes. They never
/// change, so none is ever thrown away but for room.
@ApplicationScoped
public class AnswerMemory {

  /// No answer takes more than this part of all.
  private static final int LARGEST_PART = 16;

  private final Cache<Key, CachedAnswer> answers;
  private final long largest;

  private record Key(String address, Coding coding) {}

  AnswerMemory(
      @ConfigProperty(name = "catalogue.public.memory", defaultValue = "32M") MemorySize most) {
    long bytes = most.asLongValue();
    largest = bytes / LARGEST_PART;
    answers =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher(
                (Key key, CachedAnswer answer) -> 400 + key.address().length() + answer.weight())
            .build();
  }

  @Nullable CachedAnswer find(String address, Coding coding) {
    return answers.getIfPresent(new Key(address, coding));
  }

  void keep(String address, Coding coding, CachedAnswer answer) {
    if (answer.weight() <= largest) {
      answers.put(new Key(address, coding), answer);
    }
  }

  /// How many bytes are kept just now.
  long bytes() {
    answers.cleanUp();
    return answers
        .policy()
        .eviction()
        .map(eviction -> eviction.weightedSize().orElse(0))
        .orElse(0L);
  }
}
