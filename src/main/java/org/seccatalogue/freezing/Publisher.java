package org.seccatalogue.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// In whose name baselines are published: a role or name that was chosen, which readers see. The
/// account of the machine is no such name.
@ApplicationScoped
public class Publisher {

  private static final int LONGEST = 200;

  private final Optional<String> usual;

  Publisher(@ConfigProperty(name = "catalogue.publisher") Optional<String> usual) {
    this.usual = usual.map(String::strip).filter(name -> !name.isEmpty());
  }

  /// The name to publish in, if it is left out.
  public Optional<String> usual() {
    return usual;
  }

  /// The name that was given, or else the usual one.
  public Optional<String> named(@Nullable String given) {
    return Optional.ofNullable(given).map(String::strip).filter(n -> !n.isEmpty()).or(this::usual);
  }

  /// What is wrong with a name that was given or left out.
  public List<Finding> findings(@Nullable String given) {
    Optional<String> named = named(given);
    return named.filter(name -> name.length() <= LONGEST).isPresent()
        ? List.of()
        : List.of(
            Finding.error(
                FindingCode.MISSING_VALUE,
                new Place.Pointer("/by"),
                named.orElse(null),
                "the role or name that publishes, of at most 200 characters"));
  }
}
