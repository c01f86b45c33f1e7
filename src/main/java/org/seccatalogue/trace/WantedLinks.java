package org.seccatalogue.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.schema.LinkRule;

/// Links that records must have: one of this type, to any of the targets.
///
/// @param symmetric whether the link may begin at the target as well
/// @param targets keys of records
public record WantedLinks(String type, boolean symmetric, List<String> targets) {

  private static final String KNOWN = "the key or reference of a record";

  public WantedLinks {
    targets = List.copyOf(targets);
  }

  /// Reads filters, those of one type together, and tells what is wrong with them.
  ///
  /// @param rules the types of link that there are
  /// @param meant finds the record that a name means
  public static List<WantedLinks> read(
      List<LinkFilter> filters,
      Collection<LinkRule> rules,
      Function<String, Meant> meant,
      List<Finding> findings) {
    List<WantedLinks> wanted = new ArrayList<>();
    LinkFilter.types(filters)
        .forEach(
            type ->
                rules.stream()
                    .filter(rule -> rule.name().equals(type))
                    .findFirst()
                    .ifPresentOrElse(
                        rule -> wanted.add(of(rule, targets(type, filters, meant, findings))),
                        () -> findings.add(unknown(type, rules))));
    return wanted;
  }

  /// The links one by one, those of symmetric types alone or all.
  public static List<LinkFilter> pairs(List<WantedLinks> wanted, boolean symmetricAlone) {
    return wanted.stream()
        .filter(links -> links.symmetric() || !symmetricAlone)
        .flatMap(links -> links.targets().stream().map(key -> new LinkFilter(links.type(), key)))
        .toList();
  }

  private static WantedLinks of(LinkRule rule, List<String> targets) {
    return new WantedLinks(rule.name(), rule.symmetric(), targets);
  }

  private static List<String> targets(
      String type,
      List<LinkFilter> filters,
      Function<String, Meant> meant,
      List<Finding> findings) {
    List<String> keys = new ArrayList<>();
    filters.stream()
        .filter(filter -> filter.type().equals(type))
        .map(filter -> filter.target().replace('\0', ' '))
        .forEach(
            target -> {
              Meant found = meant.apply(target);
              found
                  .one()
                  .ifPresentOrElse(
                      head -> keys.add(head.key().toString()),
                      () -> findings.add(found.finding(new Place.Parameter(type), target, KNOWN)));
            });
    return keys;
  }

  private static Finding unknown(String type, Collection<LinkRule> rules) {
    String known = String.join(", ", rules.stream().map(LinkRule::name).distinct().toList());
    return Finding.error(
        FindingCode.UNKNOWN_FIELD,
        new Place.Parameter("link"),
        type,
        "a type of link, as name:key; one of " + known);
  }
}
