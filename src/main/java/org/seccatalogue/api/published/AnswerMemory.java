package org.seccatalogue.api.published;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Answers about named baselines that were given lately, up to a number of bytes. They never
/// change, so none is ever thrown away but for room.
@ApplicationScoped
class AnswerMemory {

  /// No answer takes more than this part of all.
  private static final int LARGEST_PART = 16;

  private final Cache<String, Kept> kept;
  private final long largest;

  AnswerMemory(
      @ConfigProperty(name = "catalogue.public.memory", defaultValue = "32M") MemorySize most) {
    long bytes = most.asLongValue();
    largest = bytes / LARGEST_PART;
    kept =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((String address, Kept answer) -> 200 + address.length() + answer.weight())
            .build();
  }

  Optional<Kept> find(String address, Coding coding) {
    return Optional.ofNullable(kept.getIfPresent(coding.word() + address));
  }

  void keep(String address, Coding coding, Kept answer) {
    if (answer.weight() <= largest) {
      kept.put(coding.word() + address, answer);
    }
  }
}
