package org.seccatalogue.api.published;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Finds the two baselines between which a request asks for changes.
final class BaselinePair {

  private BaselinePair() {}

  /// @param since id of the other baseline; absent: the one before
  /// @param answer of the older, or other, and the newer one
  static Response answer(
      Published published,
      String baseline,
      @Nullable String since,
      BiFunction<Baseline, Baseline, Response> answer) {
    Optional<Baseline> newer = published.find(baseline);
    if (newer.isEmpty()) {
      return ProblemDetails.notFound("baseline of that id");
    }
    Optional<Baseline> older =
        since == null ? published.before(newer.get()) : published.find(since);
    if (older.isPresent()) {
      return answer.apply(older.get(), newer.get());
    }
    return since == null
        ? ProblemDetails.notFound("baseline before " + newer.get().id())
        : ProblemDetails.badRequest(
            List.of(
                Finding.error(
                    FindingCode.UNKNOWN_RECORD,
                    new Place.Parameter("since"),
                    since,
                    "the id of a baseline")));
  }
}
