package org.seccatalogue.page.published;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.comparison.AttributeChange;
import org.seccatalogue.baseline.comparison.ChangeKind;
import org.seccatalogue.baseline.comparison.Move;
import org.seccatalogue.baseline.comparison.RecordChange;
import org.seccatalogue.baseline.comparison.StageChange;
import org.seccatalogue.page.shown.ComparedValue;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.WordDiff;

/// What became of a record, as the page of changes shows it.
///
/// @param told where it went, or why it was withdrawn; may be empty
/// @param removed whether only the older baseline has it
record ShownChange(
    String key,
    String title,
    String type,
    String kind,
    String look,
    List<Line> lines,
    String told,
    boolean removed) {

  ShownChange {
    lines = List.copyOf(lines);
  }

  /// What is not as it was, in one line.
  record Line(String label, WordDiff words) {}

  /// The states of a record that are compared; one that came or went has only one.
  private record States(@Nullable PublishedRecord before, @Nullable PublishedRecord after) {

    static States of(RecordChange change) {
      return switch (change) {
        case RecordChange.Added added -> new States(null, added.record());
        case RecordChange.Removed removed -> new States(removed.record(), null);
        case RecordChange.Changed changed -> new States(changed.before(), changed.record());
        case RecordChange.Moved moved -> new States(moved.before(), moved.record());
      };
    }

    Stream<PublishedRecord> all() {
      return Stream.of(before, after).flatMap(Stream::ofNullable);
    }
  }

  /// The keys of the records that attributes of changed records refer to.
  static List<String> named(List<RecordChange> changes) {
    return changes.stream()
        .flatMap(change -> States.of(change).all())
        .flatMap(record -> record.attributes().named(record.type()).stream())
        .distinct()
        .toList();
  }

  /// @param names what people call the records that attributes refer to
  static ShownChange of(RecordChange change, UnaryOperator<String> names) {
    States states = States.of(change);
    List<Line> lines = new ArrayList<>();
    change.attributes().forEach(one -> lines.add(line(one, states, names)));
    change
        .links()
        .forEach(
            one -> lines.add(new Line("Link", WordDiff.of(one.wordsBefore(), one.wordsAfter()))));
    String told =
        switch (change) {
          case RecordChange.Added _ -> "";
          case RecordChange.Removed removed -> words(removed.withdrawal());
          case RecordChange.Changed changed -> {
            stage(changed.stage(), lines);
            yield words(changed.move());
          }
          case RecordChange.Moved moved -> words(moved.move());
        };
    return new ShownChange(
        change.record().key().toString(),
        change.record().head().title(),
        change.record().type().label(),
        change.kind().label(),
        look(change.kind()),
        lines,
        told,
        change.kind() == ChangeKind.REMOVED);
  }

  /// Where two records are called the same, only their keys tell them apart.
  private static Line line(AttributeChange change, States states, UnaryOperator<String> names) {
    WordDiff words =
        value(states.before(), change.name(), names)
            .to(value(states.after(), change.name(), names));
    boolean differs =
        words.pieces().stream().anyMatch(piece -> piece.isDeleted() || piece.isInserted());
    return new Line(change.label(), differs ? words : change.words());
  }

  private static ComparedValue value(
      @Nullable PublishedRecord record, String name, UnaryOperator<String> names) {
    if (record == null) {
      return ComparedValue.NONE;
    }
    Attributes named = record.attributes().naming(record.type(), names);
    return record
        .type()
        .attribute(name)
        .map(attribute -> ComparedValue.of(attribute, named))
        .orElse(ComparedValue.NONE);
  }

  private static String words(@Nullable Move move) {
    return move == null ? "" : "Moved " + move.words() + ".";
  }

  private static String words(RecordChange.@Nullable Withdrawal withdrawal) {
    return withdrawal == null ? "" : withdrawal.words();
  }

  private static void stage(@Nullable StageChange stage, List<Line> lines) {
    if (stage != null) {
      lines.add(new Line("Stage", WordDiff.of(stage.before(), stage.after())));
    }
  }

  private static String look(ChangeKind kind) {
    return switch (kind) {
      case ADDED -> "green";
      case REMOVED -> "red";
      case CHANGED -> "blue";
      case MOVED -> "purple";
    };
  }
}
