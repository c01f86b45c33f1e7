package org.seccatalogue.revision.numbering;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.numbering.RenumberingPlan.Called;
import org.seccatalogue.revision.numbering.RenumberingPlan.Cites;
import org.seccatalogue.revision.numbering.RenumberingPlan.Citing;
import org.seccatalogue.revision.numbering.RenumberingPlan.Line;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.sql.Query;

/// Finds what cites records by their numbers: links, which follow them, and texts, which people
/// have to mend.
@ApplicationScoped
class CitingTexts {

  private static final int MOST_TEXTS = 2_000;

  private static final Query<Text> TEXTS =
      Query.of(
          Text.class,
          """
          select r.key, coalesce(r.reference, r.key) as name, r.title, r.type,
            cast(r.attributes as text) as attributes, coalesce((
              select string_agg(l.note, '; ' order by l.type, l.target) from link l
              where l.source = r.key and l.note ~ :pattern), '') as notes
          from record r
          where cast(r.attributes - cast(:own as text[]) as text) ~ :pattern or exists (
            select from link l where l.source = r.key and l.note ~ :pattern)
          order by r.path limit :most
          """);

  /// @param notes of its links
  private record Text(
      RecordKey key, String name, String title, String type, String attributes, String notes) {}

  private final BranchRows rows;
  private final CatalogueSchema schema;
  private final Session database;

  CitingTexts(BranchRows rows, CatalogueSchema schema, Session database) {
    this.rows = rows;
    this.schema = schema;
    this.database = database;
  }

  /// The same plan with what cites the numbers that change in it.
  RenumberingPlan of(RenumberingPlan plan) {
    if (plan.lines().isEmpty()) {
      return plan;
    }
    CitedNumbers numbers = new CitedNumbers(plan.lines().stream().map(Line::from).toList());
    List<Text> texts =
        TEXTS
            .with("pattern", numbers.pattern())
            .with("own", own())
            .with("most", MOST_TEXTS + 1)
            .list(database);
    List<Citing> citing = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Text text : texts.subList(0, Math.min(MOST_TEXTS, texts.size()))) {
      Set<String> found = numbers(text, numbers);
      found.forEach(number -> counts.merge(number, 1, Integer::sum));
      if (!found.isEmpty()) {
        Called record = new Called(text.key(), text.name(), text.title());
        citing.add(new Citing(record, List.copyOf(found)));
      }
    }
    return cited(plan, counts, citing, texts.size() <= MOST_TEXTS);
  }

  /// The attributes that hold the references of records themselves.
  private List<String> own() {
    return schema.types().stream()
        .flatMap(type -> type.playing(AttributeRole.REFERENCE).stream())
        .map(Attribute::name)
        .distinct()
        .toList();
  }

  private RenumberingPlan cited(
      RenumberingPlan plan, Map<String, Integer> counts, List<Citing> citing, boolean all) {
    Map<RecordKey, Integer> links = rows.links(plan.lines().stream().map(Line::key).toList());
    List<Line> lines =
        plan.lines().stream()
            .map(
                line ->
                    line.citedBy(
                        new Cites(
                            links.getOrDefault(line.key(), 0),
                            counts.getOrDefault(line.from(), 0))))
            .toList();
    return new RenumberingPlan(plan.head(), plan.other(), lines, plan.findings(), citing, all);
  }

  /// Its own reference is none that a record cites.
  private Set<String> numbers(Text text, CitedNumbers numbers) {
    RecordType type = schema.typeOf(text.type());
    Attributes attributes = Attributes.parsed(type, text.attributes());
    String own = type.playing(AttributeRole.REFERENCE).map(Attribute::name).orElse("");
    Set<String> found = new TreeSet<>(numbers.in(text.notes()));
    for (Attribute attribute : type.attributes()) {
      JsonNode value = attributes.look(attribute.name());
      if (value != null && !attribute.name().equals(own)) {
        add(value, numbers, found);
      }
    }
    return found;
  }

  private static void add(JsonNode value, CitedNumbers numbers, Set<String> found) {
    if (value.isTextual()) {
      found.addAll(numbers.in(value.asText()));
    }
    value.forEach(part -> add(part, numbers, found));
  }
}
