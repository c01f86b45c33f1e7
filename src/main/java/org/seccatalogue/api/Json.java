package org.seccatalogue.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.imports.ImportJobs;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.job.Job;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.trace.TracedLink;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile;

/// What the catalogue knows, in the words of the contract. Absent values are left out.
final class Json {

  private Json() {}

  static ObjectNode revision(Revision revision) {
    ObjectNode node = object().put("key", revision.key().toString());
    node.put("number", revision.number()).put("type", revision.content().type());
    if (revision.content().parent() != null) {
      node.put("parent", revision.content().parent().toString());
    }
    node.put("stage", revision.stage());
    node.set("attributes", revision.content().attributes().json());
    node.set("links", array(revision.content().links(), PlainJson::link));
    node.put("digest", revision.digest()).put("madeAt", revision.madeAt().toString());
    node.put("madeBy", revision.madeBy());
    put(node, "note", revision.note());
    return node;
  }

  static ObjectNode type(RecordType type) {
    ObjectNode node = object().put("name", type.name()).put("label", type.label());
    node.put("plural", type.plural()).put("prefix", type.prefix());
    node.put("kind", type.kind().word());
    put(node, "section", type.section());
    node.put("description", type.description());
    node.set("attributes", array(type.attributes(), Json::attribute));
    return node;
  }

  private static ObjectNode attribute(Attribute attribute) {
    ObjectNode node = object().put("name", attribute.name()).put("label", attribute.label());
    put(node, "group", attribute.group());
    put(node, "unit", attribute.unit());
    node.put("required", attribute.required());
    put(node, "requiredFrom", attribute.requiredFrom());
    put(node, "hint", attribute.hint());
    return node;
  }

  static ObjectNode run(ImportRun run) {
    ObjectNode node = object().put("id", run.id()).put("fileName", run.source().fileName());
    node.put("profile", run.source().profile()).put("digest", run.source().digest());
    node.put("state", run.state().name()).put("rows", run.counts().rows());
    node.put("created", run.counts().created())
        .put("changed", run.counts().changed())
        .put("same", run.counts().same());
    node.put("conflicts", run.counts().conflicts()).put("undecided", run.selection().undecided());
    node.put("leftOut", run.selection().leftOut()).put("missing", run.counts().missing());
    node.put("guarded", run.selection().guarded());
    node.put("withdrawn", run.selection().withdrawn()).put("errors", run.problems().errors());
    node.put("warnings", run.problems().warnings())
        .put("startedAt", run.course().startedAt().toString());
    if (run.problems().errors() > 0) {
      node.put("rowsWithErrors", run.problems().rowsWithErrors())
          .put("separable", run.problems().separable());
    }
    node.put("startedBy", run.course().startedBy());
    if (run.source().recognised() != null) {
      node.set("reading", reading(run.source().choices(), run.source().recognised()));
    }
    put(
        node,
        "appliedAt",
        run.course().appliedAt() == null ? null : run.course().appliedAt().toString());
    put(node, "appliedBy", run.course().appliedBy());
    put(node, "note", run.course().note());
    put(
        node,
        "undoneAt",
        run.course().undoneAt() == null ? null : run.course().undoneAt().toString());
    put(node, "undoneBy", run.course().undoneBy());
    put(node, "undoNote", run.course().undoNote());
    return node;
  }

  static ObjectNode reading(ReadingChoices choices, RecognisedFile file) {
    ObjectNode node = object().put("format", file.format().name());
    put(node, "encoding", file.encoding());
    put(node, "separator", file.separator() == null ? null : file.separator().toString());
    put(node, "quote", file.quote() == null ? null : file.quote().toString());
    node.put("marked", file.marked()).put("hiddenSheets", choices.hiddenSheets());
    return node.put("hiddenRows", choices.hiddenRows())
        .put("hiddenColumns", choices.hiddenColumns());
  }

  /// An import with the job that is at it or was last.
  static ObjectNode run(ImportRun run, Job job) {
    ObjectNode node = run(run);
    node.set("job", job(job));
    return node;
  }

  static ObjectNode job(Job job) {
    return job(job, ImportJobs.isImport(job) ? "/api/v1/imports/" + job.subject() : null);
  }

  /// @param about address of what it works on
  static ObjectNode job(Job job, @Nullable String about) {
    ObjectNode node = object().put("id", job.id()).put("kind", job.kind());
    put(node, "about", about);
    node.put("state", job.state().name()).put("phase", job.phase()).put("done", job.done());
    if (job.total() > 0) {
      node.put("total", job.total());
    }
    node.put("askedAt", job.askedAt().toString()).put("askedBy", job.note().author());
    put(node, "startedAt", job.startedAt() == null ? null : job.startedAt().toString());
    put(node, "endedAt", job.endedAt() == null ? null : job.endedAt().toString());
    put(node, "cancelledBy", job.cancelledBy());
    node.set("findings", array(job.findings(), Json::finding));
    return node;
  }

  static ObjectNode change(PlannedChange change, List<PlannedChange.Edit> edits) {
    ObjectNode node = object().put("number", change.number()).put("sheet", change.sheet());
    node.put("row", change.row()).put("kind", change.kind().name()).put("type", change.type());
    put(node, "key", change.key() == null ? null : change.key().toString());
    node.put("title", change.title());
    node.set("changed", array(change.changed(), name -> JsonNodeFactory.instance.textNode(name)));
    node.put("chosen", change.chosen());
    PlannedChange.Effect effect = change.effect();
    put(node, "guard", effect.guard() == null ? null : effect.guard().name());
    put(node, "fallsTo", effect.fallsTo());
    node.set("edits", array(edits, Json::edit));
    node.set("conflicts", array(change.conflicts(), Json::conflict));
    return node;
  }

  private static ObjectNode edit(PlannedChange.Edit edit) {
    return object()
        .put("field", edit.field())
        .put("before", edit.before())
        .put("after", edit.after());
  }

  private static ObjectNode conflict(Conflict conflict) {
    ObjectNode node = object().put("field", conflict.field()).put("base", conflict.base());
    node.put("theirs", conflict.theirs()).put("ours", conflict.ours());
    return node.put("choice", conflict.choice().name());
  }

  static ObjectNode object() {
    return PlainJson.object();
  }

  static <T> ArrayNode array(List<T> items, Function<T, JsonNode> form) {
    return PlainJson.array(items, form);
  }

  static ObjectNode head(RecordHead head) {
    return PlainJson.head(head);
  }

  static ObjectNode traced(TracedLink link, CatalogueSchema schema, boolean fromSource) {
    return PlainJson.traced(link, schema, fromSource);
  }

  static ObjectNode finding(Finding finding) {
    return PlainJson.finding(finding);
  }

  static void put(ObjectNode node, String name, @Nullable String value) {
    PlainJson.put(node, name, value);
  }
}
