package org.seccatalogue.baseline.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.record.RecordHead;

/// What became of a record between two baselines, with all the words that are needed to show it.
public sealed interface RecordChange {

  /// The record as the newer baseline has it, or as the older one has it when it is gone.
  PublishedRecord record();

  /// What it says otherwise. Of a record that came or went: all that it says.
  List<AttributeChange> attributes();

  /// The links that are not as they were. Of a record that came or went: all of its links.
  List<LinkChange> links();

  ChangeKind kind();

  /// Only the newer baseline has it.
  record Added(PublishedRecord record, List<AttributeChange> attributes, List<LinkChange> links)
      implements RecordChange {
    public Added {
      attributes = List.copyOf(attributes);
      links = List.copyOf(links);
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.ADDED;
    }
  }

  /// Why a record was withdrawn.
  ///
  /// @param replacement the record of the newer baseline that takes its place
  record Withdrawal(@Nullable String reason, @Nullable RecordHead replacement) {

    /// In sentences.
    public String words() {
      String why = reason == null || reason.isBlank() ? "" : ": " + reason.strip();
      String by = replacement == null ? "" : " Replaced by " + replacement.name() + ".";
      return "Withdrawn" + why + (why.endsWith(".") ? "" : ".") + by;
    }
  }

  /// Only the older baseline has it.
  ///
  /// @param withdrawal absent where it was left out for another reason, or the newer baseline was
  ///     frozen before reasons were
  record Removed(
      PublishedRecord record,
      List<AttributeChange> attributes,
      List<LinkChange> links,
      @Nullable Withdrawal withdrawal)
      implements RecordChange {
    public Removed {
      attributes = List.copyOf(attributes);
      links = List.copyOf(links);
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.REMOVED;
    }
  }

  /// It says something else, or is at another stage.
  ///
  /// @param before as the older baseline has it
  /// @param move where it went, if it stands elsewhere too
  record Changed(
      PublishedRecord before,
      PublishedRecord record,
      List<AttributeChange> attributes,
      List<LinkChange> links,
      @Nullable StageChange stage,
      @Nullable Move move)
      implements RecordChange {
    public Changed {
      attributes = List.copyOf(attributes);
      links = List.copyOf(links);
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.CHANGED;
    }
  }

  /// It says the same at another place.
  record Moved(PublishedRecord before, PublishedRecord record, Move move) implements RecordChange {
    @Override
    public List<AttributeChange> attributes() {
      return List.of();
    }

    @Override
    public List<LinkChange> links() {
      return List.of();
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.MOVED;
    }
  }
}
