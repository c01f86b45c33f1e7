package org.seccatalogue.document.word;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.document.Run;
import org.seccatalogue.xml.XmlWriter;

/// Writes paragraphs and what is in them. A paragraph is opened, filled and closed.
public final class WordParagraphs {

  private final XmlWriter xml;
  private final WordTemplate template;
  private int bookmarks;
  private boolean newPage;

  WordParagraphs(XmlWriter xml, WordTemplate template) {
    this.xml = xml;
    this.template = template;
  }

  /// Has the next paragraph begin a page. It does so only once, even if its style does so too.
  void beginPage() {
    newPage = true;
  }

  public WordParagraphs open(WordStyle style) {
    xml.markup("<w:p><w:pPr><w:pStyle w:val=\"").text(template.styleId(style)).markup("\"/>");
    if (newPage) {
      xml.markup("<w:pageBreakBefore/>");
      newPage = false;
    }
    xml.markup("</w:pPr>");
    return this;
  }

  public WordParagraphs close() {
    xml.markup("</w:p>");
    return this;
  }

  /// Writes a whole paragraph.
  void paragraph(WordStyle style, List<Run> runs) {
    open(style).runs(runs).close();
  }

  public void paragraph(WordStyle style, String text) {
    open(style).text(text).close();
  }

  WordParagraphs runs(List<Run> runs) {
    for (Run run : runs) {
      switch (run) {
        case Run.Text(String text, Run.Emphasis emphasis) -> emphasised(text, emphasis);
        case Run.CrossReference(String text, String anchor) -> crossReference(text, anchor);
      }
    }
    return this;
  }

  public WordParagraphs text(String text) {
    if (!text.isEmpty()) {
      xml.markup("<w:r>");
      content(text);
      xml.markup("</w:r>");
    }
    return this;
  }

  public WordParagraphs text(WordStyle characterStyle, String text) {
    if (!text.isEmpty()) {
      xml.markup("<w:r><w:rPr><w:rStyle w:val=\"").text(template.styleId(characterStyle));
      xml.markup("\"/></w:rPr>");
      content(text);
      xml.markup("</w:r>");
    }
    return this;
  }

  WordParagraphs crossReference(String text, String anchor) {
    openLink(anchor);
    text(WordStyle.CROSS_REFERENCE, text);
    return closeLink();
  }

  /// Has what follows lead to an anchor, without looking like it.
  WordParagraphs openLink(String anchor) {
    xml.markup("<w:hyperlink w:anchor=\"").text(BookmarkName.of(anchor));
    xml.markup("\" w:history=\"1\">");
    return this;
  }

  WordParagraphs closeLink() {
    xml.markup("</w:hyperlink>");
    return this;
  }

  /// Marks what follows, up to the end of the bookmark, as what an anchor stands for.
  public WordParagraphs beginBookmark(String anchor) {
    xml.empty(
        "w:bookmarkStart", "w:id", Integer.toString(bookmarks), "w:name", BookmarkName.of(anchor));
    return this;
  }

  public WordParagraphs endBookmark() {
    xml.empty("w:bookmarkEnd", "w:id", Integer.toString(bookmarks++));
    return this;
  }

  /// Writes a field without a result.
  WordParagraphs field(String instruction) {
    xml.markup("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>");
    xml.markup("<w:r><w:instrText xml:space=\"preserve\"> ").text(instruction);
    xml.markup(" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
    xml.markup("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
    return this;
  }

  private WordParagraphs emphasised(String text, Run.Emphasis emphasis) {
    return switch (emphasis) {
      case NONE -> text(text);
      case STRONG -> text(WordStyle.STRONG, text);
      case EMPHASIS -> text(WordStyle.EMPHASIS, text);
      case LITERAL -> text(WordStyle.LITERAL, text);
      case PROVISIONAL -> text(WordStyle.PROVISIONAL, text);
    };
  }

  private void content(String text) {
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      String markup = separator(text, at);
      if (markup != null) {
        literal(text, start, at);
        xml.markup(markup);
        start = at + 1;
      }
    }
    literal(text, start, text.length());
  }

  private void literal(String text, int start, int end) {
    if (start < end) {
      xml.markup("<w:t xml:space=\"preserve\">").text(text, start, end).markup("</w:t>");
    }
  }

  /// What stands for a tab or the end of a line; a line may end as on any system.
  private static @Nullable String separator(String text, int at) {
    return switch (text.charAt(at)) {
      case '\t' -> "<w:tab/>";
      case '\n' -> "<w:br/>";
      case '\r' -> at + 1 < text.length() && text.charAt(at + 1) == '\n' ? "" : "<w:br/>";
      default -> null;
    };
  }
}
