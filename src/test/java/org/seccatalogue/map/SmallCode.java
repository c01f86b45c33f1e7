package org.seccatalogue.map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;
import org.seccatalogue.schema.TypeKind;

/// A code that a test writes, with the record types of the catalogue.
public final class SmallCode implements MapSource {

  private static final CatalogueSchema SCHEMA =
      ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(SchemaFiles.bundled())).schema();

  private final List<MapRecord> records = new ArrayList<>();

  @Override
  public CatalogueSchema schema() {
    return SCHEMA;
  }

  @Override
  public MapEdition edition() {
    return new MapEdition("Test <1>", LocalDate.of(2011, 11, 30), "0123456789abcdef".repeat(4));
  }

  @Override
  public void each(Consumer<MapRecord> reader) {
    records.forEach(reader);
  }

  private static RecordType first(TypeKind kind) {
    return SCHEMA.typeOf(SCHEMA.namesOf(kind).getFirst());
  }

  /// The path of what stands in such places, one below the other.
  public static String path(int... places) {
    List<String> steps = new ArrayList<>();
    for (int place : places) {
      steps.add("%08x".formatted(place));
    }
    return String.join(".", steps);
  }

  public SmallCode add(TypeKind kind, String key, String reference, String title, int... places) {
    return add(
        kind, key, reference, title, JsonNodeFactory.instance.objectNode(), List.of(), places);
  }

  /// A requirement that links to others, given as type, key, type, key.
  public SmallCode requirement(String key, List<String> links, int... places) {
    List<Link> all = new ArrayList<>();
    for (int i = 0; i < links.size(); i += 2) {
      all.add(new Link(links.get(i), RecordKey.of(links.get(i + 1)), 1, null));
    }
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return add(TypeKind.REQUIREMENT, key, null, "Says " + key, nothing, all, places);
  }

  /// A subsidiary document.
  ///
  /// @param serves what it serves, by key or reference
  public SmallCode document(String key, String reference, List<String> serves, int... places) {
    RecordType type = first(TypeKind.DOCUMENT);
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    ArrayNode all = said.putArray(name(type, AttributeRole.SERVES));
    serves.forEach(all::add);
    return add(TypeKind.DOCUMENT, key, reference, "Title of " + reference, said, List.of(), places);
  }

  public SmallCode interaction(
      String key, String concerns, String agreement, String kind, int... places) {
    RecordType type = first(TypeKind.INTERACTION);
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    said.put(name(type, AttributeRole.CONCERNS), concerns);
    said.put(name(type, AttributeRole.AGREEMENT), agreement);
    said.put(name(type, AttributeRole.INTERACTION_KIND), kind);
    return add(TypeKind.INTERACTION, key, null, "Area of " + key, said, List.of(), places);
  }

  /// What the administrator of an agreement says of a chapter.
  public SmallCode assessment(String key, String agreement, String chapter, int... places) {
    RecordType type = first(TypeKind.ASSESSMENT);
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    said.put(name(type, AttributeRole.AGREEMENT), agreement);
    said.put(name(type, AttributeRole.CONCERNS), chapter);
    String title = agreement + " on " + chapter;
    return add(TypeKind.ASSESSMENT, key, null, title, said, List.of(), places);
  }

  private static String name(RecordType type, AttributeRole role) {
    return type.playing(role).orElseThrow().name();
  }

  private SmallCode add(
      TypeKind kind,
      String key,
      @Nullable String reference,
      String title,
      ObjectNode said,
      List<Link> links,
      int... places) {
    RecordType type = first(kind);
    RecordHead head =
        new RecordHead(
            RecordKey.of(key),
            type.name(),
            title,
            reference,
            SCHEMA.workflow().initial(),
            1,
            null,
            title.startsWith("["),
            path(places));
    records.add(new MapRecord(head, type, Attributes.stored(said), links));
    return this;
  }

  public MapContents contents() {
    return MapContents.of(this);
  }

  public MapGraph whole() {
    return MapGraph.of(contents(), new MapFocus.Whole());
  }

  public MapGraph around(String name) {
    MapContents contents = contents();
    return MapGraph.of(contents, contents.focus(name).orElseThrow());
  }

  /// One part with clauses, one with catalogues, and a register of agreements.
  public static SmallCode small() {
    return new SmallCode()
        .add(TypeKind.CLAUSE, "CLS-0001", "A", "Part A", 1)
        .add(TypeKind.CLAUSE, "CLS-0002", "A.1", "Governance & <change>", 1, 1)
        .add(TypeKind.CLAUSE, "CLS-0003", "A.2", "[Charging]", 1, 2)
        .add(TypeKind.HEADING, "SEC-0001", "C", "Part C", 2)
        .add(TypeKind.HEADING, "SEC-0002", "C.1", "Services", 2, 1)
        .requirement("DSL-0001", List.of("derives_from", "CLS-0002"), 2, 1, 1)
        .requirement(
            "DSL-0002",
            List.of(
                "derives_from", "CLS-0002", "interacts_with", "XCA-0002", "refines", "DSL-0001"),
            2,
            1,
            2)
        .interaction("INT-0001", "DSL-0001", "XCA-0001", "Data exchanged", 2, 1, 3)
        .interaction("INT-0002", "DSL-0002", "XCA-0001", "Data exchanged", 2, 1, 4)
        .interaction("INT-0003", "DSL-0002", "XCA-0002", "Definition shared", 2, 1, 5)
        .add(TypeKind.HEADING, "SEC-0003", "C.2", "Users", 2, 2)
        .requirement("DSL-0003", List.of("refines", "DSL-0001"), 2, 2, 1)
        .add(TypeKind.HEADING, "SEC-0004", "R", "Registers", 3)
        .add(TypeKind.HEADING, "SEC-0005", "R.1", "Codes", 3, 1)
        .add(TypeKind.AGREEMENT, "XCA-0001", "MRA", "Master Registration Agreement", 3, 1, 1)
        .add(TypeKind.AGREEMENT, "XCA-0002", "BSC", "Balancing and Settlement Code", 3, 1, 2);
  }
}
