package org.seccatalogue.baseline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.record.CanonicalJson;
import org.seccatalogue.schema.InternalAttribute;
import org.seccatalogue.schema.SchemaFiles;

/// What is signed of a baseline, as canonical JSON. Nothing in it depends on when or where the
/// baseline was frozen.
public final class Manifest {

  /// The form of manifests, records and hash tree that this program writes.
  static final String FORMAT = "sec-catalogue-baseline-1";

  private Manifest() {}

  /// The record types as they are published.
  ///
  /// @param digest of their files
  /// @param internal attributes that their files do not mark as public
  public record RecordTypes(String digest, List<InternalAttribute> internal) {

    public RecordTypes {
      internal = List.copyOf(internal);
    }
  }

  /// The digest that a manifest has of files of record types: 64 hexadecimal digits.
  ///
  /// @param texts of the files, by their paths
  public static String schemaDigest(SortedMap<String, String> texts) {
    return Digests.hex(Digests.sha256(SchemaText.of(new SchemaFiles(texts))));
  }

  /// The manifest of a baseline as it is signed.
  ///
  /// @param waivers those by which something was waived
  public static String of(
      FreezeRequest request,
      String id,
      List<Waiver> waivers,
      FrozenCounts counts,
      RecordTypes types) {
    ObjectNode manifest =
        JsonNodeFactory.instance
            .objectNode()
            .put("format", FORMAT)
            .put("id", id)
            .put("name", request.name())
            .put("dated", request.dated().toString())
            .put("by", request.by())
            .put("digest", counts.digest())
            .put("records", counts.records())
            .put("links", counts.links())
            .put("schema", types.digest());
    if (counts.withdrawn() != null) {
      manifest.put("withdrawn", counts.withdrawn());
    }
    if (request.note() != null) {
      manifest.put("note", request.note());
    }
    manifest.set("types", counts(counts.types()));
    manifest.set("stages", counts(counts.stages()));
    manifest.set("selection", selection(request.selection()));
    manifest.set(Withheld.MEMBER, Withheld.said(types.internal(), request.disclosed().linkNotes()));
    ArrayNode waived = manifest.putArray("waivers");
    waivers.forEach(waiver -> waived.add(waiver(waiver)));
    return CanonicalJson.text(manifest);
  }

  private static ObjectNode counts(SortedMap<String, Integer> counts) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    counts.forEach(node::put);
    return node;
  }

  private static ObjectNode selection(Selection selection) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    texts(node, "sections", selection.sections());
    texts(node, "types", selection.types());
    texts(node, "stages", selection.stages());
    if (selection.wanted() != null) {
      node.put("wanted", selection.wanted());
    }
    return node.put("notes", selection.notes()).put("marked", selection.marked());
  }

  private static void texts(ObjectNode node, String name, List<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }

  private static ObjectNode waiver(Waiver waiver) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("code", waiver.code())
            .put("reason", waiver.reason())
            .put("by", waiver.by());
    return waiver.key() == null ? node : node.put("key", waiver.key());
  }
}
