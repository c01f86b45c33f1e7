package org.seccatalogue.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.RawValue;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.record.words.Naming;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.sql.Conditions;
import org.seccatalogue.sql.Query;
import org.seccatalogue.trace.WantedLinks;

/// Finds records, page by page, in the order of the outline.
@ApplicationScoped
public class RecordSearch {

  private final CatalogueSchema schema;
  private final Records records;
  private final Naming meant;
  private final Session database;

  RecordSearch(CatalogueSchema schema, Records records, Naming meant, Session database) {
    this.meant = meant;
    this.schema = schema;
    this.records = records;
    this.database = database;
  }

  @Transactional
  public RecordPage find(RecordQuery query) {
    List<Finding> findings = new ArrayList<>();
    Conditions conditions = conditions(query, findings);
    return findings.isEmpty() ? page(conditions, query.limit()) : new RecordPage.Refused(findings);
  }

  /// Why a query is refused; empty when it is not.
  @Transactional
  public List<Finding> findings(RecordQuery query) {
    List<Finding> findings = new ArrayList<>();
    conditions(query, findings);
    return findings;
  }

  /// A record with the digest of its current revision.
  public record Digested(StoredRecord record, String digest) {}

  /// Hands on all that a query finds that is not refused, as many at a time as it has on a page, in
  /// the order of the outline.
  @Transactional
  public void each(RecordQuery query, Consumer<List<Digested>> consumer) {
    Query<BulkRows.Said> all = all(query);
    database.doWork(
        connection ->
            all.each(
                connection,
                query.limit(),
                found -> consumer.accept(found.stream().map(this::digested).toList())));
  }

  private Query<BulkRows.Said> all(RecordQuery query) {
    return conditions(query, new ArrayList<>())
        .asking(
            BulkRows.Said.class,
            """
            select r.*, v.content, encode(v.digest, 'hex') as digest from (
              select key, type, parent, path, reference, title, stage, revision, version, changed_at
            """,
            """
            ) r join revision v on v.key = r.key and v.number = r.revision order by r.path
            """);
  }

  private Digested digested(BulkRows.Said said) {
    return new Digested(records.of(said.current()), said.words().digest());
  }

  private Conditions conditions(RecordQuery query, List<Finding> findings) {
    Conditions conditions = new Conditions("record");
    ofType(query, conditions, findings);
    below(query, conditions, findings);
    atStage(query, conditions, findings);
    withText(query, conditions);
    query.attributes().forEach(filter -> withAttribute(query, filter, conditions, findings));
    withLinks(query, conditions, findings);
    Optional.ofNullable(query.late())
        .ifPresent(late -> conditions.addInverted(late.condition(schema, conditions)));
    after(query, conditions, findings);
    return conditions;
  }

  /// How many records of each type a query that is not refused finds on all its pages, by the names
  /// of the types in their order.
  @Transactional
  public SequencedMap<String, Integer> counts(RecordQuery query) {
    Conditions conditions = conditions(query, new ArrayList<>());
    Map<String, Integer> found =
        conditions
            .asking(
                Counted.class, "select type, cast(count(*) as integer) as count", "group by type")
            .list(database)
            .stream()
            .collect(Collectors.toMap(Counted::type, Counted::count));
    SequencedMap<String, Integer> counts = new LinkedHashMap<>();
    schema.types().stream()
        .filter(type -> found.containsKey(type.name()))
        .forEach(type -> counts.put(type.name(), found.get(type.name())));
    return counts;
  }

  /// How many records a query that is not refused finds on all its pages, counted up to `most`.
  @Transactional
  public int count(RecordQuery query, int most) {
    Conditions conditions = conditions(query.from(null), new ArrayList<>());
    return conditions
        .asking(
            Integer.class,
            "select cast(count(*) as integer) from (select 1",
            "limit :most) counted")
        .with("most", most)
        .only(database);
  }

  /// The values, as text, that an attribute has in the records that a query finds.
  @Transactional
  public Set<String> values(RecordQuery query, Attribute attribute) {
    Conditions conditions = conditions(query, new ArrayList<>());
    return Set.copyOf(
        conditions
            .asking(String.class, "select distinct coalesce(attributes ->> :nameOf, '')", "")
            .with("nameOf", attribute.name())
            .list(database));
  }

  private void ofType(RecordQuery query, Conditions conditions, List<Finding> findings) {
    String type = query.type();
    if (type != null) {
      if (schema.type(type).isEmpty()) {
        refuse(findings, FindingCode.UNKNOWN_TYPE, "type", type, "the name of a record type");
      }
      conditions.add("type = :type", "type", type);
    }
  }

  private void below(RecordQuery query, Conditions conditions, List<Finding> findings) {
    String section = query.section();
    if (section != null) {
      Meant found = meant.of(section);
      if (found.one().isEmpty()) {
        Place place = new Place.Parameter("section");
        findings.add(found.finding(place, section, "the key or reference of a record"));
      }
      String path = found.one().map(RecordHead::path).orElse("");
      conditions.add("path > :from", "from", path + ".");
      conditions.add("path < :to", "to", path + "/");
    }
  }

  private void atStage(RecordQuery query, Conditions conditions, List<Finding> findings) {
    String stage = query.stage();
    if (stage != null) {
      if (schema.workflow().stage(stage).isEmpty()) {
        refuse(findings, FindingCode.UNKNOWN_CODE, "stage", stage, "the code of a stage");
      }
      conditions.add("stage = :stage", "stage", stage);
    }
  }

  private static void withText(RecordQuery query, Conditions conditions) {
    String text = query.text() == null ? null : storable(query.text());
    if (text != null && !text.isBlank()) {
      conditions.addInverted(
          "(search @@ websearch_to_tsquery('english', :text) or key = :key or reference = :name"
              + " or (reference like '% / %' and regexp_replace(reference, '^.* / ', '') = :name))",
          "text", text);
      conditions.put("key", text.strip().toUpperCase(Locale.ROOT));
      conditions.put("name", text.strip());
    }
  }

  /// PostgreSQL knows no text with NUL.
  private static String storable(String text) {
    return text.replace('\0', ' ');
  }

  private void withAttribute(
      RecordQuery query,
      RecordQuery.AttributeFilter filter,
      Conditions conditions,
      List<Finding> findings) {
    List<AttributeType> types =
        schema.types().stream()
            .filter(type -> query.type() == null || type.name().equals(query.type()))
            .flatMap(type -> type.attribute(filter.name()).stream())
            .map(Attribute::type)
            .distinct()
            .toList();
    String text = storable(filter.value());
    String code = codeIfItMeansOne(types, text);
    Set<JsonNode> values = new LinkedHashSet<>();
    types.forEach(type -> wanted(type, text).or(() -> wanted(type, code)).ifPresent(values::add));
    if (!values.isEmpty()) {
      conditions.addInverted(
          values.stream()
              .map(value -> holding(filter.name(), value, conditions))
              .collect(Collectors.joining(" or ", "(", ")")));
    } else if (types.stream().anyMatch(AttributeType::refers)) {
      Place place = new Place.Parameter("attribute");
      findings.add(meant.of(text).finding(place, text, "the key or reference of a record"));
    } else if (types.stream().anyMatch(type -> type.codeList().isPresent())) {
      String expected = "one of the codes of the attribute “%s”".formatted(filter.name());
      refuse(findings, FindingCode.UNKNOWN_CODE, "attribute", text, expected);
    } else {
      String expected = "the name of an attribute with a simple value, as name:value";
      refuse(findings, FindingCode.UNKNOWN_ATTRIBUTE, "attribute", filter.name(), expected);
    }
  }

  private static String codeIfItMeansOne(List<AttributeType> types, String text) {
    return types.stream()
        .flatMap(type -> type.codeList().flatMap(codes -> codes.find(text)).stream())
        .map(CodeList.Value::code)
        .findFirst()
        .orElse(text);
  }

  private static String holding(String attribute, JsonNode value, Conditions conditions) {
    ObjectNode fragment = JsonNodeFactory.instance.objectNode();
    fragment.set(attribute, value);
    String name = conditions.newName("attribute");
    conditions.put(name, fragment.toString());
    return "attributes @> cast(:" + name + " as jsonb)";
  }

  private void withLinks(RecordQuery query, Conditions conditions, List<Finding> findings) {
    WantedLinks.read(query.links(), schema.links(), meant::of, findings)
        .forEach(links -> linked(links, conditions));
  }

  /// A link to any of the targets; of some types, from any of them too.
  private static void linked(WantedLinks links, Conditions conditions) {
    String type = conditions.newName("link");
    conditions.put(type, links.type());
    List<String> names = new ArrayList<>();
    for (String target : links.targets()) {
      String name = conditions.newName("end");
      conditions.put(name, target);
      names.add(":" + name);
    }
    String any = names.isEmpty() ? "('')" : "(" + String.join(", ", names) + ")";
    String from = "select source from link where type = :" + type + " and target in " + any;
    String to = "select target from link where type = :" + type + " and source in " + any;
    conditions.addInverted("key in (" + from + (links.symmetric() ? " union all " + to : "") + ")");
  }

  /// The value as it stands in a record: lists hold it among others, and a record that is referred
  /// to stands by its key. The same name may be an attribute of several types.
  private Optional<JsonNode> wanted(AttributeType type, String text) {
    return switch (type) {
      case AttributeType.ListOf list ->
          wanted(list.item(), text).map(value -> JsonNodeFactory.instance.arrayNode().add(value));
      case AttributeType.Reference _ ->
          meant.of(text).one().map(head -> TextNode.valueOf(head.key().toString()));
      case AttributeType.Code(CodeList codes) ->
          codes.find(text).map(found -> TextNode.valueOf(found.code()));
      case AttributeType.CodeMap _, AttributeType.Table _, AttributeType.Measure _ ->
          Optional.empty();
      case AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Numeric _,
          AttributeType.Flag _,
          AttributeType.Date _ ->
          Optional.of(RawValue.of(type, text, RawValue.Separators.IN_CELL));
    };
  }

  private static void after(RecordQuery query, Conditions conditions, List<Finding> findings) {
    String cursor = query.after();
    if (cursor != null) {
      String path = RecordPage.behind(cursor).orElse("");
      if (path.isEmpty()) {
        String expected = "a cursor as a page of this list gave it";
        refuse(findings, FindingCode.BAD_VALUE, "cursor", cursor, expected);
      }
      conditions.add("path > :after", "after", path);
    }
  }

  private RecordPage page(Conditions conditions, int limit) {
    NativeQuery<RecordEntity> select =
        database.createNativeQuery(
            "select "
                + RecordEntity.COLUMNS
                + " from "
                + conditions.from()
                + " order by path limit :limit",
            RecordEntity.class);
    conditions.values().forEach(select::setParameter);
    List<RecordEntity> found =
        select.setParameter("limit", limit + 1).setReadOnly(true).getResultList();
    found.forEach(database::detach);
    boolean more = found.size() > limit;
    List<RecordEntity> shown = more ? found.subList(0, limit) : found;
    return new RecordPage.Page(
        records.of(shown), more ? RecordPage.cursor(shown.getLast().path) : null);
  }

  private static void refuse(
      List<Finding> findings, FindingCode code, String name, String found, String expected) {
    findings.add(Finding.error(code, new Place.Parameter(name), found, expected));
  }

  private record Counted(String type, int count) {}
}
