package org.seccatalogue.bundle.shown;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What a Word document shows.
public final class ShownWord {

  static final String CONTENTS = "A line of the contents that is no heading";
  private static final Pattern AROUND =
      Pattern.compile("word/(?:header|footer|footnotes|endnotes|comments)[0-9]*\\.xml");
  private static final Pattern FOREIGN =
      Pattern.compile("word/(?:embeddings|media|fonts|activeX|glossary|vbaProject|afchunk)\\b.*");

  /// What the words are made of, and how they are numbered.
  private static final Pattern MADE_OF =
      Pattern.compile("word/(?:document|numbering|theme/theme[0-9]*)\\.xml");

  private static final Pattern OUTSIDE = Pattern.compile("TargetMode=\"External\"");

  private ShownWord() {}

  /// Reads a document.
  ///
  /// @param most bytes that are unpacked
  /// @throws IOException when it cannot be read as one
  public static Shown of(Path file, long most) throws IOException {
    Words words = new Words();
    try (BoundedZip zip = new BoundedZip(file, most)) {
      WordStyles styles = new WordStyles();
      ZipEntry own = zip.getEntry("word/styles.xml");
      if (own != null) {
        read(zip, own, xml -> styles.read(xml, words));
      }
      ZipEntry text = zip.getEntry("word/document.xml");
      if (text == null) {
        throw new IOException("no document");
      }
      read(zip, text, xml -> new WordPart(styles, words).read(xml));
      words.begin("");
      for (ZipEntry part : parts(zip)) {
        around(zip, part, styles, words);
      }
    } catch (XMLStreamException e) {
      throw new IOException("not XML", e);
    }
    return withoutHeadings(words.shown());
  }

  private static List<? extends ZipEntry> parts(ZipFile zip) {
    return zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList();
  }

  /// Each line around the text counts once: programs repeat headers and footers as they like.
  private static void around(ZipFile zip, ZipEntry part, WordStyles styles, Words words)
      throws IOException, XMLStreamException {
    if (AROUND.matcher(part.getName()).matches()) {
      Words own = new Words();
      read(zip, part, xml -> new WordPart(styles, own).read(xml));
      Shown shown = own.shown();
      shown
          .texts()
          .values()
          .forEach(
              text ->
                  text.lines().forEach(line -> words.signOfAll("A line around the text", line)));
      shown.signs().forEach(sign -> words.signOfAll(sign.what(), sign.text()));
      markup(zip, part, words);
    } else if (MADE_OF.matcher(part.getName()).matches()) {
      markup(zip, part, words);
    } else if (part.getName().equals("docProps/custom.xml")) {
      read(zip, part, xml -> properties(xml, words));
    } else if (FOREIGN.matcher(part.getName()).matches()) {
      words.signOfAll("A file inside the document", part.getName());
    } else if (part.getName().endsWith(".rels")) {
      try (InputStream in = zip.getInputStream(part)) {
        String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        OUTSIDE
            .matcher(text)
            .results()
            .forEach(
                _ -> words.signOfAll("Something that is fetched from elsewhere", part.getName()));
      }
    }
  }

  private static void markup(ZipFile zip, ZipEntry part, Words words)
      throws IOException, XMLStreamException {
    Markup markup = Markup.ofWord();
    read(zip, part, markup::read);
    markup.sign(words);
  }

  /// Headers and footers print them, once the document is opened.
  private static void properties(XMLStreamReader xml, Words words) throws XMLStreamException {
    String name = "";
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement() && xml.getLocalName().equals("property")) {
        name = String.valueOf(WordRun.attribute(xml, "name"));
      } else if (xml.isStartElement() && xml.getLocalName().equals("lpwstr")) {
        words.signOfAll("A property that pages print", name + ": " + xml.getElementText());
      }
    }
  }

  /// The contents repeat headings; what stands there besides is a sign.
  private static Shown withoutHeadings(Shown shown) {
    Set<String> lines = new HashSet<>();
    shown.texts().values().forEach(text -> text.lines().map(String::strip).forEach(lines::add));
    return new Shown(
        shown.texts(),
        shown.signs().stream()
            .filter(sign -> !sign.what().equals(CONTENTS) || !lines.contains(sign.text().strip()))
            .collect(Collectors.toSet()));
  }

  /// Reads a part.
  @FunctionalInterface
  private interface Reader {
    void read(XMLStreamReader xml) throws XMLStreamException;
  }

  private static void read(ZipFile zip, ZipEntry part, Reader reader)
      throws IOException, XMLStreamException {
    try (InputStream in = zip.getInputStream(part)) {
      reader.read(Xml.reader(in));
    }
  }
}
