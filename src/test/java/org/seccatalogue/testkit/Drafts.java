package org.seccatalogue.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordDraft;

/// Drafts of records for tests: `Drafts.of("clause").with("reference", "T.1").below("T")`.
public record Drafts(
    String type,
    @Nullable String parent,
    PlaceWish place,
    @Nullable String stage,
    ObjectNode attributes,
    List<LinkDraft> links) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public static Drafts of(String type) {
    return new Drafts(type, null, PlaceWish.NONE, null, JSON.createObjectNode(), List.of());
  }

  /// An electricity meter requirement that is complete but for its title.
  public static Drafts meter(String title) {
    return new Drafts(
            "electricity-meter-spec",
            null,
            PlaceWish.NONE,
            null,
            object(
                """
                {"requirement_text": "The electricity meter shall keep its clock right.",
                 "obligation": "shall", "policy_status": "SETTLED", "priority": "Must",
                 "owner": "Metering drafter", "owning_group": "SMDG", "fuel": "E",
                 "market_segment": "ALL", "source_refs": [{"document": "FRC"}],
                 "marking": "NPM", "function_area": "Clock", "meter_variant": "ALL",
                 "quantity": "None", "data_category": "Operational",
                 "storage_structure": "None", "survives_power_loss": true,
                 "interfaces": ["WAN"]}
                """),
            List.of())
        .with("title", title);
  }

  public Drafts with(String name, Object value) {
    ObjectNode copy = attributes.deepCopy();
    copy.set(name, JSON.valueToTree(value));
    return new Drafts(type, parent, place, stage, copy, links);
  }

  public Drafts type(String newType) {
    return new Drafts(newType, parent, place, stage, attributes, links);
  }

  public Drafts below(@Nullable String newParent) {
    return new Drafts(type, newParent, place, stage, attributes, links);
  }

  public Drafts after(String sibling) {
    return at(PlaceWish.after(sibling));
  }

  public Drafts at(PlaceWish newPlace) {
    return new Drafts(type, parent, newPlace, stage, attributes, links);
  }

  public Drafts at(String newStage) {
    return new Drafts(type, parent, place, newStage, attributes, links);
  }

  public Drafts linked(String linkType, String target) {
    return linked(new LinkDraft(linkType, target, null, null));
  }

  public Drafts linked(LinkDraft link) {
    List<LinkDraft> more = new ArrayList<>(links);
    more.add(link);
    return new Drafts(type, parent, place, stage, attributes, more);
  }

  public RecordDraft draft() {
    return new RecordDraft(type, parent, place, stage, attributes, links);
  }

  private static ObjectNode object(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
