package org.seccatalogue.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the body. The blocks of a section come in the order of the product description:
/// heading, summary, options, drafting notes, interactions; then the requirements.
public sealed interface Block {

  /// The deepest level of a heading.
  int DEEPEST_HEADING = 6;

  /// The title of a section.
  ///
  /// @param level from 1 to 6
  /// @param number the stable number of the section, such as `C.4.1.a`; empty if it has none
  /// @param provisional whether the structure has the section in square brackets
  /// @param runs its text, in which the words that are not agreed may stand out
  record Heading(int level, String number, List<Run> runs, String anchor, boolean provisional)
      implements Block {

    public Heading {
      requireHeadingLevel(level);
      runs = List.copyOf(runs);
    }

    /// One of which no word stands out.
    public Heading(int level, String number, String text, String anchor, boolean provisional) {
      this(level, number, Run.of(text), anchor, provisional);
    }
  }

  /// The clear English summary of a section.
  record Summary(List<Run> runs) implements Block {

    public Summary {
      runs = List.copyOf(runs);
    }
  }

  /// Any other text.
  record Paragraph(List<Run> runs) implements Block {

    public Paragraph {
      runs = List.copyOf(runs);
    }
  }

  /// A list whose order means nothing.
  record Bullets(List<List<Run>> items) implements Block {

    public Bullets {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /// The options of a section, each as a separate bullet below the question that they answer.
  record Options(String reference, List<Run> question, List<Option> options) implements Block {

    public Options {
      question = List.copyOf(question);
      options = List.copyOf(options);
    }

    /// One answer.
    ///
    /// @param label its letter
    /// @param state how far it is decided, such as "preferred"; empty if nothing is known
    public record Option(String label, List<Run> text, String state) {

      public Option {
        text = List.copyOf(text);
      }
    }
  }

  /// A note of a drafter to those who come after, which is no part of the text.
  record DraftingNote(String reference, List<Run> text, String author, String state)
      implements Block {

    public DraftingNote {
      text = List.copyOf(text);
    }
  }

  /// The box of potential interactions with existing codes and agreements.
  record InteractionBox(String title, List<Interaction> interactions) implements Block {

    public InteractionBox {
      interactions = List.copyOf(interactions);
    }

    /// Whether it is told who raised one of them.
    public boolean tellsWhoRaised() {
      return interactions.stream().anyMatch(one -> one.raisedBy() != null);
    }

    /// Whether answers are told.
    public boolean tellsAnswers() {
      return interactions.stream().anyMatch(one -> one.response() != null);
    }

    /// What the section may mean for one existing code or agreement.
    ///
    /// @param raisedBy absent, and not only empty, where nobody is told
    /// @param response the same of the answer
    public record Interaction(
        String code,
        String area,
        String kind,
        String impact,
        @Nullable String raisedBy,
        @Nullable String response) {}
  }

  /// The box of all that the records of a chapter say of existing codes and agreements.
  ///
  /// @param lead whether and when that was considered
  record AgreementsBox(String title, List<Run> lead, List<Row> rows) implements Block {

    /// What its columns are.
    public static final List<String> COLUMNS =
        List.of("Code or agreement", "What the records say", "What its administrator says");

    public AgreementsBox {
      lead = List.copyOf(lead);
      rows = List.copyOf(rows);
    }

    /// One code or agreement.
    ///
    /// @param said what the records say, a paragraph each
    /// @param assessed what its administrator says, a paragraph each
    public record Row(List<Run> agreement, List<List<Run>> said, List<List<Run>> assessed) {

      public Row {
        agreement = List.copyOf(agreement);
        said = said.stream().map(List::copyOf).toList();
        assessed = assessed.stream().map(List::copyOf).toList();
      }
    }
  }

  /// One record of the catalogue.
  ///
  /// @param key the key, such as `ESM-0012`
  /// @param digest SHA-256 of its revision, 64 hexadecimal digits, by which what is printed can be
  ///     told to be authentic; null where nothing vouches for it
  /// @param statement the text that binds
  /// @param tables attributes that are tables themselves, such as data items
  record Requirement(
      String key,
      @Nullable String digest,
      String title,
      List<Run> statement,
      List<Badge> badges,
      String anchor,
      List<AttributeRow> attributes,
      List<LinkRow> links,
      List<Table> tables)
      implements Block {

    public Requirement {
      statement = List.copyOf(statement);
      badges = List.copyOf(badges);
      attributes = List.copyOf(attributes);
      links = List.copyOf(links);
      tables = List.copyOf(tables);
    }

    /// What a reader must know of the requirement before its text.
    public record Badge(String text, Kind kind) {

      /// What a badge says.
      public enum Kind {
        STAGE,
        OBLIGATION,
        PRIORITY,
        PROVISIONAL,
        WITHDRAWN
      }
    }

    /// One attribute. Rows of the same group stand together; the group may be empty.
    public record AttributeRow(String group, String label, List<Run> value) {

      public AttributeRow {
        value = List.copyOf(value);
      }
    }

    /// One trace link.
    ///
    /// @param label what the link says, such as "derives from"
    /// @param target the key or the reference of the target
    /// @param targetTitle its title; empty if it has none
    /// @param anchor its anchor, unless the target is not in this document
    /// @param suspect whether the target has changed since the link was made
    /// @param note what the author says about the link; empty if nothing
    public record LinkRow(
        String label,
        String target,
        String targetTitle,
        @Nullable String anchor,
        boolean suspect,
        String note) {}
  }

  /// A table. A row may be shorter than the header: its last cells are empty.
  record Table(String caption, List<String> header, List<List<String>> rows) implements Block {

    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
      if (header.isEmpty()) {
        throw new IllegalArgumentException("table \"%s\" has no columns".formatted(caption));
      }
      for (List<String> row : rows) {
        if (row.size() > header.size()) {
          throw new IllegalArgumentException(
              "table \"%s\" has %d columns, but a row of %d: %s"
                  .formatted(caption, header.size(), row.size(), row));
        }
      }
    }
  }

  /// Refuses a level that no writer has a style for.
  static void requireHeadingLevel(int level) {
    if (level < 1 || level > DEEPEST_HEADING) {
      throw new IllegalArgumentException(
          "heading level %d, expected 1 to %d".formatted(level, DEEPEST_HEADING));
    }
  }
}
