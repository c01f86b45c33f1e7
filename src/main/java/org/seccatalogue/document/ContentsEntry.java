package org.seccatalogue.document;

/// One line of the contents: a heading of the body, named before the body is read.
///
/// @param level the level of the heading, from 1
/// @param number the stable number of the section, such as `C.4.1.a`; empty if it has none
/// @param anchor the anchor of the heading
public record ContentsEntry(int level, String number, String text, String anchor) {

  public ContentsEntry {
    Block.requireHeadingLevel(level);
  }
}
