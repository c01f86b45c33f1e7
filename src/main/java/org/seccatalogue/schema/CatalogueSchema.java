package org.seccatalogue.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All that the catalogue may hold: record types, link rules, workflow and glossary. Immutable.
public final class CatalogueSchema {

  private final List<RecordType> types;
  private final Map<String, RecordType> byName;
  private final Map<String, RecordType> byPrefix;
  private final List<LinkRule> links;
  private final Workflow workflow;
  private final Glossary glossary;
  private final String digest;

  /// @param digest of the files that it was read from
  CatalogueSchema(
      List<RecordType> types,
      List<LinkRule> links,
      Workflow workflow,
      Glossary glossary,
      String digest) {
    this.types =
        types.stream()
            .sorted(Comparator.comparingInt(RecordType::order).thenComparing(RecordType::name))
            .toList();
    this.byName = types.stream().collect(Collectors.toMap(RecordType::name, Function.identity()));
    this.byPrefix =
        types.stream().collect(Collectors.toMap(RecordType::prefix, Function.identity()));
    this.links = List.copyOf(links);
    this.workflow = workflow;
    this.glossary = glossary;
    this.digest = digest;
  }

  /// The record types in their order.
  public List<RecordType> types() {
    return types;
  }

  public Optional<RecordType> type(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The type of that name, which must be there: names in the database are never removed.
  public RecordType typeOf(String name) {
    return type(name)
        .orElseThrow(() -> new IllegalStateException("no record type is called " + name));
  }

  public Optional<RecordType> withPrefix(String prefix) {
    return Optional.ofNullable(byPrefix.get(prefix));
  }

  /// The names of all types that play this part.
  public List<String> namesOf(TypeKind kind) {
    return types.stream().filter(t -> t.kind() == kind).map(RecordType::name).toList();
  }

  public List<LinkRule> links() {
    return links;
  }

  public Optional<LinkRule> link(String name) {
    return links.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /// The names of the link types that say where a requirement comes from.
  public List<String> derivations() {
    return links.stream().filter(LinkRule::derivation).map(LinkRule::name).toList();
  }

  public Workflow workflow() {
    return workflow;
  }

  public Glossary glossary() {
    return glossary;
  }

  /// Another one for each change of the files that it was read from.
  public String digest() {
    return digest;
  }
}
