package org.seccatalogue.page.shown;

import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.words.ProvisionalWords;

/// A record as lists, links and headings show it.
///
/// @param name its reference, or its key when it has none
/// @param href the page that readers want: of the section, or of the record
/// @param recordHref the page of the record itself, also where a section has its own page
/// @param said what it says, where that was read
public record RecordLine(
    String key,
    String name,
    String title,
    String href,
    String recordHref,
    String type,
    StageTag stage,
    int revision,
    boolean provisional,
    Said said) {

  /// What a record says, in short.
  ///
  /// @param late until when it was still awaited, of what is late; else empty
  /// @param words the beginning of its binding words; empty where it has none
  public record Said(String late, String words) {
    static final Said NOTHING = new Said("", "");
  }

  /// What stands in front of the title: nothing where the title says it itself.
  public String number() {
    return RecordHead.number(name, title);
  }

  /// Whether only some of its words are not agreed.
  public boolean partly() {
    return ProvisionalWords.isIn(title) && !ProvisionalWords.isAll(title);
  }

  /// Whether the name says something else than the key.
  public boolean hasReference() {
    return !name.equals(key);
  }
}
