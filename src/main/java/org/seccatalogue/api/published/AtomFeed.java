package org.seccatalogue.api.published;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.seccatalogue.xml.XmlWriter;

/// A feed (RFC 4287). Its identifiers follow from what it is about, so that every installation
/// gives
/// the same.
final class AtomFeed {

  static final String TYPE = "application/atom+xml;charset=UTF-8";

  private AtomFeed() {}

  /// @param identity what no other entry has
  /// @param category one word, such as the record type
  record Entry(
      String identity,
      String title,
      Instant updated,
      String author,
      String href,
      String category,
      String summary) {}

  /// @param base the address of the catalogue, if it has one that everybody knows
  /// @param entries newest first
  static String of(
      Optional<String> base, String identity, String self, String title, List<Entry> entries) {
    StringWriter out = new StringWriter();
    XmlWriter xml = new XmlWriter(out);
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    String namespace = "http://www.w3.org/2005/Atom";
    base.ifPresentOrElse(
        address ->
            xml.open("feed", "xmlns", namespace, "xml:lang", "en-GB", "xml:base", address + "/"),
        () -> xml.open("feed", "xmlns", namespace, "xml:lang", "en-GB"));
    element(xml, "id", id(identity));
    element(xml, "title", title);
    Instant updated =
        entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    element(xml, "updated", updated.toString());
    xml.open("author").open("name").text("SEC Part C catalogue").close("name").close("author");
    xml.empty("link", "rel", "self", "href", self);
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", "/baselines");
    entries.forEach(entry -> entry(xml, entry));
    xml.close("feed");
    return out.toString();
  }

  private static void entry(XmlWriter xml, Entry entry) {
    xml.markup("\n").open("entry");
    element(xml, "id", id(entry.identity()));
    element(xml, "title", entry.title());
    element(xml, "updated", entry.updated().toString());
    xml.open("author").open("name").text(entry.author()).close("name").close("author");
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.href());
    xml.empty("category", "term", entry.category());
    element(xml, "summary", entry.summary());
    xml.close("entry");
  }

  private static String id(String identity) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
  }

  private static void element(XmlWriter xml, String name, String text) {
    xml.open(name).text(text).close(name);
  }
}
