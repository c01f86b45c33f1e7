package org.seccatalogue.document.word;

import java.util.List;

/// The styles of the template that are used. How they look is up to the template; a style is found
/// by its name, because Word translates identifiers.
public enum WordStyle {
  PROGRAMME("SEC Programme"),
  TITLE("Title"),
  SUBTITLE("Subtitle"),
  FRONT_HEADING("SEC Front Heading"),
  STATEMENT("SEC Statement"),
  CONTENTS_HEADING("TOC Heading"),
  CONTENTS_1("toc 1"),
  CONTENTS_2("toc 2"),
  CONTENTS_3("toc 3"),
  CONTENTS_4("toc 4"),
  CONTENTS_5("toc 5"),
  CONTENTS_6("toc 6"),
  HEADING_1("heading 1"),
  HEADING_2("heading 2"),
  HEADING_3("heading 3"),
  HEADING_4("heading 4"),
  HEADING_5("heading 5"),
  HEADING_6("heading 6"),
  SUMMARY("SEC Summary"),
  BODY_TEXT("SEC Body Text"),
  BULLET("SEC Bullet"),
  OPTION_QUESTION("SEC Option Question"),
  OPTION("SEC Option"),
  DRAFTING_NOTE("SEC Drafting Note"),
  CAPTION("caption"),
  REQUIREMENT_TITLE("SEC Requirement Title"),
  REQUIREMENT_BADGES("SEC Requirement Badges"),
  REQUIREMENT_STATEMENT("SEC Requirement Statement"),
  INTERACTION_TITLE("SEC Interaction Title"),
  TABLE_TITLE("SEC Table Title"),
  TABLE_GROUP("SEC Table Group"),
  TABLE_LABEL("SEC Table Label"),
  TABLE_TEXT("SEC Table Text"),
  TABLE_HEADER("SEC Table Header"),
  TABLE_HEADER_NARROW("SEC Table Header Narrow"),
  DATA_TEXT("SEC Data Text"),
  DATA_TEXT_NARROW("SEC Data Text Narrow"),
  TABLE_GAP("SEC Table Gap"),

  STRONG("SEC Strong"),
  EMPHASIS("SEC Emphasis"),
  LITERAL("SEC Literal"),
  CROSS_REFERENCE("SEC Cross Reference"),
  REQUIREMENT_KEY("SEC Requirement Key"),
  PROVISIONAL("SEC Provisional"),
  STATE("SEC State"),
  WITHDRAWN("SEC Withdrawn"),
  WITHDRAWN_TITLE("SEC Withdrawn Title"),
  SUSPECT("SEC Suspect"),
  NOTE_LABEL("SEC Note Label"),

  DOCUMENT_CONTROL("SEC Document Control"),
  ATTRIBUTES("SEC Attributes"),
  INTERACTIONS("SEC Interactions"),
  DATA("SEC Data");

  private static final List<WordStyle> HEADINGS =
      List.of(HEADING_1, HEADING_2, HEADING_3, HEADING_4, HEADING_5, HEADING_6);
  private static final List<WordStyle> CONTENTS =
      List.of(CONTENTS_1, CONTENTS_2, CONTENTS_3, CONTENTS_4, CONTENTS_5, CONTENTS_6);

  private final String styleName;

  WordStyle(String styleName) {
    this.styleName = styleName;
  }

  /// The name in the template, as its XML has it.
  String styleName() {
    return styleName;
  }

  static WordStyle heading(int level) {
    return HEADINGS.get(level - 1);
  }

  static WordStyle contents(int level) {
    return CONTENTS.get(level - 1);
  }
}
