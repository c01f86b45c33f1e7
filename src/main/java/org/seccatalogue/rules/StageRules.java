package org.seccatalogue.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.schema.Workflow;

/// What becomes of a record's stage: it moves along the workflow alone, and belongs to the words
/// that reached it.
final class StageRules {

  private static final String STAGE = "/stage";

  private final CatalogueSchema schema;
  private final Workflow workflow;
  private final Names names;
  private final StagesLeft left;

  StageRules(CatalogueSchema schema, Names names, StagesLeft left) {
    this.schema = schema;
    this.workflow = schema.workflow();
    this.names = names;
    this.left = left;
  }

  /// What a draft changes of what its record says.
  enum Change {
    NONE,
    /// A link is made against another revision of its target, and says the same.
    PINS,
    WORDS
  }

  StageCourse course(Draft draft, Change change, Findings findings) {
    return switch (draft.intent()) {
      case Intent.Edit edit -> edited(draft, edit, change, findings);
      case Intent.Withdrawal withdrawal -> withdrawn(draft, withdrawal, findings);
      case Intent.TakeOver(String source) -> takenOver(draft, source, findings);
      case Intent.Restoration(String stage) -> restored(draft, stage, change, findings);
    };
  }

  private String now(Draft draft) {
    return draft.base() == null ? workflow.initial() : draft.base().head().stage();
  }

  private StageCourse edited(Draft draft, Intent.Edit edit, Change change, Findings findings) {
    checkEditorial(draft, edit, change, findings);
    StageCourse words = words(draft, edit, change, findings);
    String wish = draft.wish().stage();
    String reached = words.end(now(draft));
    if (wish == null || wish.equals(now(draft)) || wish.equals(reached)) {
      return words;
    }
    if (!isKnown(wish, findings)) {
      return words;
    }
    if (!mayMove(draft, reached, wish)) {
      String expected = following(draft, reached, words);
      findings.add(FindingCode.BAD_STAGE, STAGE, workflow.labelOf(wish), expected);
      return words;
    }
    List<StageCourse.Step> steps = new ArrayList<>(words.steps());
    steps.add(move(reached, wish, edit.note(), findings));
    return new StageCourse(words.words(), steps);
  }

  private boolean mayMove(Draft draft, String from, String to) {
    return workflow.mayMove(from, to, left.of(draft, workflow));
  }

  private boolean isKnown(String stage, Findings findings) {
    if (workflow.stage(stage).isPresent()) {
      return true;
    }
    String known =
        workflow.stages().stream().map(Workflow.Stage::code).collect(Collectors.joining(", "));
    findings.add(FindingCode.UNKNOWN_CODE, STAGE, stage, "one of " + known);
    return false;
  }

  private String following(Draft draft, String reached, StageCourse words) {
    String next =
        workflow.after(reached, left.of(draft, workflow)).stream()
            .map(Workflow.Stage::label)
            .collect(Collectors.joining(", "));
    boolean falls = words.steps().stream().anyMatch(step -> step.kind() == StageCourse.Kind.FALL);
    String why = falls ? ", to which new words fall back" : "";
    return next.isEmpty()
        ? "no other stage than “" + workflow.labelOf(reached) + "”" + why
        : "a stage that follows “" + workflow.labelOf(reached) + "”" + why + ": " + next;
  }

  private StageCourse.Step move(String from, String to, @Nullable String note, Findings findings) {
    if (!workflow.isEnd(to)) {
      return StageCourse.step(StageCourse.Kind.MOVE, from, to);
    }
    checkReason(note, findings);
    return StageCourse.step(StageCourse.Kind.WITHDRAWAL, from, to);
  }

  private static void checkReason(@Nullable String reason, Findings findings) {
    if (VisibleText.isBlank(reason)) {
      String expected = "the reason for the withdrawal";
      findings.add(FindingCode.MISSING_VALUE, "/note", null, expected);
    }
  }

  private void checkEditorial(Draft draft, Intent.Edit edit, Change change, Findings findings) {
    if (!edit.editorial()) {
      return;
    }
    if (VisibleText.isBlank(edit.note())) {
      String expected = "a note that says why the change is editorial";
      findings.add(FindingCode.MISSING_VALUE, "/note", null, expected);
    }
    if (draft.base() == null) {
      String expected = "a record that is there already";
      findings.add(FindingCode.BAD_STAGE, "/editorial", null, expected);
    } else if (change == Change.WORDS && !editorialKeeps(draft)) {
      String expected =
          "a change that is not editorial: every change of the words of a record at “%s” returns it to “%s”"
              .formatted(standing(draft), workflow.labelOf(workflow.newWordsFallTo(now(draft))));
      findings.add(FindingCode.BAD_STAGE, "/editorial", null, expected);
    }
  }

  /// A record that waits is judged by the stage to which it returns as well: else new words would
  /// come there that those who looked at it never saw.
  private boolean editorialKeeps(Draft draft) {
    return workflow.editorialKeeps(now(draft), left.of(draft, workflow));
  }

  private String standing(Draft draft) {
    String now = workflow.labelOf(now(draft));
    return workflow.editorialKeeps(now(draft))
        ? now + "”, which left “" + workflow.labelOf(left.of(draft, workflow))
        : now;
  }

  private StageCourse words(Draft draft, Intent.Edit edit, Change change, Findings findings) {
    String now = now(draft);
    return switch (change) {
      case NONE -> StageCourse.STAYS;
      case PINS -> made(now, StageCourse.Making.CONFIRM);
      case WORDS -> {
        if (draft.base() == null) {
          yield made(now, StageCourse.Making.EDIT);
        }
        yield edit.editorial() && editorialKeeps(draft)
            ? made(now, StageCourse.Making.EDITORIAL)
            : fallen(draft, now, findings);
      }
    };
  }

  private static StageCourse made(String stage, StageCourse.Making making) {
    return new StageCourse(new StageCourse.Words(stage, making), List.of());
  }

  private StageCourse fallen(Draft draft, String now, Findings findings) {
    String stage = workflow.newWordsFallTo(now);
    if (workflow.isEnd(now)
        && !(stage.equals(draft.wish().stage()) && mayMove(draft, now, stage))) {
      String expected = broughtBack(draft, now, stage);
      findings.add(FindingCode.BAD_STAGE, STAGE, workflow.labelOf(now), expected);
    }
    StageCourse.Words words = new StageCourse.Words(stage, StageCourse.Making.EDIT);
    return stage.equals(now)
        ? new StageCourse(words, List.of())
        : new StageCourse(words, List.of(StageCourse.step(StageCourse.Kind.FALL, now, stage)));
  }

  private String broughtBack(Draft draft, String now, String stage) {
    return mayMove(draft, now, stage)
        ? "the stage “%s” together with new words, to bring the record back"
            .formatted(workflow.labelOf(stage))
        : "no new words: a record at “%s” is not changed any more".formatted(workflow.labelOf(now));
  }

  /// Who withdraws a record once more gives it another reason, or another replacement; with the
  /// same ones nothing happens.
  private StageCourse withdrawn(Draft draft, Intent.Withdrawal why, Findings findings) {
    checkReason(why.reason(), findings);
    RecordKey replacement =
        why.replacement() == null ? null : replacement(draft, why.replacement(), findings);
    String now = now(draft);
    String withdrawn = workflow.withdrawn();
    if (!now.equals(withdrawn) && !mayMove(draft, now, withdrawn)) {
      String expected = following(draft, now, StageCourse.STAYS);
      findings.add(FindingCode.BAD_STAGE, STAGE, workflow.labelOf(withdrawn), expected);
    }
    if (left.isWithdrawnSo(draft, why.reason(), replacement)) {
      return StageCourse.STAYS;
    }
    StageCourse.Step step =
        new StageCourse.Step(StageCourse.Kind.WITHDRAWAL, now, withdrawn, replacement, null);
    return new StageCourse(null, List.of(step));
  }

  private @Nullable RecordKey replacement(Draft draft, String name, Findings findings) {
    if (!(names.target(name) instanceof Target.Known(RecordHead head))) {
      String expected = "the key or reference of the record that replaces this one";
      findings.add(FindingCode.UNKNOWN_RECORD, "/replacedBy", name, expected);
      return null;
    }
    if (draft.isItself(head.key()) || workflow.isEnd(head.stage())) {
      String expected = "another record, which was not withdrawn itself";
      findings.add(FindingCode.BAD_LINK, "/replacedBy", name, expected);
    } else if (kind(head.type()) != kind(draft.wish().type())) {
      String expected =
          "a record of the same kind: this one is %s, and that is %s"
              .formatted(named(draft.wish().type()), named(head.type()));
      findings.add(FindingCode.BAD_LINK, "/replacedBy", name, expected);
    }
    return head.key();
  }

  private TypeKind kind(String type) {
    return schema.typeOf(type).kind();
  }

  private String named(String type) {
    return "“" + schema.typeOf(type).label() + "”";
  }

  private StageCourse takenOver(Draft draft, String source, Findings findings) {
    String stage = draft.wish().stage() == null ? workflow.initial() : draft.wish().stage();
    if (draft.base() != null) {
      String expected = "new records alone: a record that is there keeps its own stage";
      findings.add(FindingCode.BAD_STAGE, STAGE, workflow.labelOf(stage), expected);
    }
    if (!isKnown(stage, findings) || stage.equals(workflow.initial())) {
      return made(workflow.initial(), StageCourse.Making.EDIT);
    }
    StageCourse.Step step =
        new StageCourse.Step(StageCourse.Kind.TAKE_OVER, workflow.initial(), stage, null, source);
    return new StageCourse(
        new StageCourse.Words(stage, StageCourse.Making.TAKE_OVER), List.of(step));
  }

  /// The workflow may no longer know a stage that words had once.
  private StageCourse restored(Draft draft, String stage, Change change, Findings findings) {
    String now = now(draft);
    if (!isKnown(stage, findings)) {
      return StageCourse.STAYS;
    }
    List<StageCourse.Step> steps =
        stage.equals(now)
            ? List.of()
            : List.of(StageCourse.step(StageCourse.Kind.UNDO, now, stage));
    return new StageCourse(
        change == Change.NONE ? null : new StageCourse.Words(stage, StageCourse.Making.UNDO),
        steps);
  }
}
