package org.seccatalogue.page.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.seccatalogue.record.WordDiff;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;

/// What a person typed on top of one state of a record, carried over to a newer state.
///
/// Nothing that was typed is lost: what only they changed stays, what only others changed is taken
/// over, and where both changed the same, both are shown and the person decides.
///
/// @param form the form to go on with
/// @param taken what only others changed
/// @param conflicts what both changed; the form holds what the person typed
record Merge(TypedForm form, List<Taken> taken, List<Conflict> conflicts) {

  /// A change of others that is taken over.
  record Taken(String label, WordDiff change) {}

  /// Two changes of the same, each marked against the state from which both started.
  record Conflict(String pointer, String id, String label, WordDiff mine, WordDiff theirs) {}

  /// A part of the form that is kept or taken over as a whole.
  private record Part(String pointer, String label, AttributeType type) {}

  static Merge of(
      CatalogueSchema schema, RecordType type, TypedForm base, TypedForm theirs, TypedForm mine) {
    TypedForm form = mine;
    List<Taken> taken = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (Part part : parts(type)) {
      String pointer = part.pointer();
      Map<String, List<String>> was = base.below(pointer);
      Map<String, List<String>> there = theirs.below(pointer);
      Map<String, List<String>> here = mine.below(pointer);
      if (there.equals(was) || there.equals(here)) {
        continue;
      }
      String before = words(schema, part, was);
      WordDiff change = WordDiff.of(before, words(schema, part, there));
      if (here.equals(was)) {
        form = form.taking(pointer, theirs);
        taken.add(new Taken(part.label(), change));
      } else {
        WordDiff own = WordDiff.of(before, words(schema, part, here));
        conflicts.add(new Conflict(pointer, Field.id(pointer), part.label(), own, change));
      }
    }
    return new Merge(form, taken, conflicts);
  }

  private static List<Part> parts(RecordType type) {
    List<Part> parts = new ArrayList<>();
    for (Attribute attribute : type.attributes()) {
      parts.add(
          new Part(TypedForm.ATTRIBUTES + attribute.name(), attribute.label(), attribute.type()));
    }
    AttributeType words = new AttributeType.Text(Integer.MAX_VALUE);
    parts.add(new Part(TypedForm.LINKS, "Links", words));
    parts.add(new Part(TypedForm.STAGE, "Stage", words));
    parts.add(new Part(TypedForm.PARENT, "Parent section", words));
    return parts;
  }

  /// What stands in a part of the form, in words: codes by their labels, a row on each line.
  private static String words(CatalogueSchema schema, Part part, Map<String, List<String>> texts) {
    if (part.pointer().equals(TypedForm.STAGE)) {
      return texts.values().stream()
          .flatMap(List::stream)
          .map(schema.workflow()::labelOf)
          .collect(Collectors.joining());
    }
    Map<String, List<String>> rows =
        texts.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    e -> row(part.pointer(), e.getKey()),
                    TreeMap::new,
                    Collectors.flatMapping(
                        e -> e.getValue().stream().map(v -> label(schema, part.type(), v)),
                        Collectors.toList())));
    return rows.values().stream()
        .map(cells -> String.join(", ", cells))
        .collect(Collectors.joining("\n"));
  }

  private static String row(String pointer, String name) {
    String rest = name.substring(pointer.length());
    int end = rest.indexOf('/', 1);
    return end < 0 ? rest : rest.substring(0, end);
  }

  private static String label(CatalogueSchema schema, AttributeType type, String text) {
    return switch (type) {
      case AttributeType.Code(CodeList codes) -> codes.labelOf(text);
      case AttributeType.ListOf(AttributeType item) -> label(schema, item, text);
      case AttributeType.CodeMap map -> map.values().labelOf(text);
      case AttributeType.Text _ -> schema.link(text).map(LinkRule::label).orElse(text);
      case AttributeType.Line _,
          AttributeType.Numeric _,
          AttributeType.Flag(),
          AttributeType.Date(),
          AttributeType.Measure _,
          AttributeType.Reference _,
          AttributeType.Table _ ->
          text;
    };
  }
}
