package org.seccatalogue.api.published;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.description.Contract;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.search.PublishedFilter;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.LinkFilter;

/// What readers ask of records, as parameters of an address. Links are `link=name:key`, or
/// `name=key` with the name of a type of link; which names there are, the baseline says.
@ApplicationScoped
class FilterParameters {

  private final Contract contract;
  private final Published published;
  private final UriInfo address;

  FilterParameters(Contract contract, Published published, @Context UriInfo address) {
    this.contract = contract;
    this.published = published;
    this.address = address;
  }

  /// All that is asked of the records of a baseline.
  ///
  /// @param link the values of the parameter of that name
  PublishedFilter filter(@Nullable List<String> link, Baseline baseline) {
    return PublishedFilter.read(address.getQueryParameters(), wanted(link, baseline));
  }

  /// @param link the values of the parameter of that name
  List<LinkFilter> wanted(@Nullable List<String> link, Baseline... baselines) {
    Stream<LinkFilter> given = link == null ? Stream.of() : link.stream().map(LinkFilter::of);
    return Stream.concat(
            given, LinkFilter.named(address.getQueryParameters(), types(baselines)).stream())
        .toList();
  }

  /// A finding for each parameter that neither the contract nor a baseline knows.
  ///
  /// @param operation its name in the contract
  List<Finding> unknown(String operation, Baseline... baselines) {
    List<String> known = new ArrayList<>(contract.parameters(operation));
    known.addAll(types(baselines));
    return address.getQueryParameters().keySet().stream()
        .filter(name -> !known.contains(name))
        .map(
            name ->
                Finding.error(
                    FindingCode.UNKNOWN_FIELD,
                    new Place.Parameter(name),
                    name,
                    known.isEmpty() ? "no parameters" : "one of " + String.join(", ", known)))
        .toList();
  }

  /// The same where a baseline is not there: of what any baseline knows.
  Response without(String operation) {
    List<Finding> unknown = unknown(operation, published.baselines().toArray(Baseline[]::new));
    return unknown.isEmpty()
        ? ProblemDetails.notFound("baseline of that id")
        : ProblemDetails.badRequest(unknown);
  }

  private List<String> types(Baseline... baselines) {
    return Stream.of(baselines)
        .flatMap(baseline -> published.schema(baseline).links().stream())
        .map(LinkRule::name)
        .distinct()
        .toList();
  }
}
