package org.seccatalogue.workbook.annotate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.annotate.FindingNotes.At;
import org.seccatalogue.workbook.reading.XmlPart;
import org.seccatalogue.xml.XmlWriter;

/// The part of an Excel workbook that holds the comments of a sheet: what an earlier round wrote is
/// taken out, what people wrote stays and is added to.
final class SheetComments {

  /// A thread of comments has such an author, and a text that says that it is one.
  private static final String THREAD = "tc=";

  private final SequencedMap<At, String> notes;
  private final Splices splices = new Splices();
  private final List<String> authors = new ArrayList<>();
  private final Set<At> removed = new HashSet<>();
  private final SequencedMap<At, String> added;
  private Splices.@Nullable End endOfAuthors;
  private Splices.@Nullable End endOfList;
  private String prefix = "";

  private SheetComments(SequencedMap<At, String> notes) {
    this.notes = notes;
    this.added = new TreeMap<>(notes);
  }

  /// Changes a part that is there.
  static SheetComments patch(XmlPart xml, SequencedMap<At, String> notes) {
    SheetComments patched = new SheetComments(notes);
    patched.read(xml);
    patched.addNew();
    return patched;
  }

  /// Writes a part with comments of ours alone.
  ///
  /// @param main the namespace of the workbook
  static void write(SequencedMap<At, String> notes, String main, OutputStream out)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    XmlWriter xml = new XmlWriter(text);
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    xml.open("comments", "xmlns", main).open("authors");
    xml.open("author").text(FindingNotes.AUTHOR).close("author").close("authors");
    xml.open("commentList");
    notes.forEach((at, note) -> xml.markup(comment("", at, 0, note)));
    xml.close("commentList").close("comments");
    text.flush();
  }

  Splices splices() {
    return splices;
  }

  /// Cells whose comment was ours alone, and is taken out.
  Set<At> removed() {
    return removed;
  }

  /// Cells that get a comment of their own.
  Set<At> added() {
    return added.keySet();
  }

  private void read(XmlPart xml) {
    while (xml.next()) {
      if (xml.isText()) {
        continue;
      }
      switch (xml.name()) {
        case "comments" -> prefix = xml.prefixed("");
        case "authors" -> endOfAuthors = Splices.End.of(xml, endOfAuthors);
        case "author" -> authors.add(xml.text(""));
        case "commentList" -> endOfList = Splices.End.of(xml, endOfList);
        case "comment" -> change(CommentText.read(xml));
        default -> xml.unknown(xml.isStart());
      }
    }
  }

  private void change(CommentText comment) {
    String left = FindingNotes.withoutOurs(comment.text());
    if (left.isBlank() && !comment.text().isBlank()) {
      removed.add(comment.at());
      splices.replace(comment.from(), comment.to(), "");
      return;
    }
    comment.takeOut(FindingNotes.ours(comment.text()), splices);
    String note = notes.get(comment.at());
    if (note != null) {
      added.remove(comment.at());
      if (!isThread(comment)) {
        comment.append("\n" + note, prefix, splices);
      }
    }
  }

  private boolean isThread(CommentText comment) {
    int author = comment.author();
    return author >= 0 && author < authors.size() && authors.get(author).startsWith(THREAD);
  }

  private void addNew() {
    if (added.isEmpty()) {
      return;
    }
    if (endOfAuthors == null || endOfList == null) {
      throw new NotAnnotated("its comments are not written as usual");
    }
    int author = authors.indexOf(FindingNotes.AUTHOR);
    if (author < 0) {
      author = authors.size();
      splices.append(endOfAuthors, tag("author", FindingNotes.AUTHOR));
    }
    StringBuilder all = new StringBuilder();
    for (var entry : added.entrySet()) {
      all.append(comment(prefix, entry.getKey(), author, entry.getValue()));
    }
    splices.append(endOfList, all.toString());
  }

  private String tag(String name, String text) {
    StringWriter out = new StringWriter();
    new XmlWriter(out).open(prefix + name).text(text).close(prefix + name);
    return out.toString();
  }

  private static String comment(String prefix, At at, int author, String note) {
    StringWriter out = new StringWriter();
    XmlWriter xml = new XmlWriter(out);
    xml.open(prefix + "comment", "ref", at.address(), "authorId", String.valueOf(author));
    xml.open(prefix + "text").markup(CommentText.run(prefix, note)).close(prefix + "text");
    xml.close(prefix + "comment");
    return out.toString();
  }
}
