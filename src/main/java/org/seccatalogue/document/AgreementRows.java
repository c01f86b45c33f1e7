package org.seccatalogue.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.agreement.Agreement;
import org.seccatalogue.agreement.Assessment;
import org.seccatalogue.agreement.Interaction;
import org.seccatalogue.agreement.Mention;
import org.seccatalogue.agreement.TouchedAgreement;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.Workflow;

/// The rows of a box of interactions: what was gathered of each code or agreement, in words.
final class AgreementRows {

  private final BoxWords words;
  private final Workflow workflow;
  private final Leads leads;

  /// Which names of records lead somewhere.
  ///
  /// @param to whether that of a record does
  /// @param nameWhoSays whether each record that says something is named, so that readers come to
  ///     it, and not only what it is about
  record Leads(Predicate<RecordHead> to, boolean nameWhoSays) {

    /// Those of what stands in a document.
    static Leads within(Predicate<RecordHead> document) {
      return new Leads(document, false);
    }

    /// All, among pages of records.
    static Leads everywhere() {
      return new Leads(_ -> true, true);
    }
  }

  AgreementRows(BoxWords words, Workflow workflow, Leads leads) {
    this.words = words;
    this.workflow = workflow;
    this.leads = leads;
  }

  Block.AgreementsBox.Row of(TouchedAgreement touched) {
    Agreement agreement = touched.agreement();
    List<Run> name = new ArrayList<>();
    name.add(called(agreement));
    name.addAll(Run.of(" " + agreement.title() + ended(agreement.stage())));
    List<List<Run>> said = new ArrayList<>();
    touched.interactions().forEach(one -> said.add(interaction(one)));
    int more = touched.more().interactions();
    if (more > 0) {
      said.add(Run.of("And " + more + (more == 1 ? " more interaction." : " more interactions.")));
    }
    if (!touched.mentions().isEmpty()) {
      said.add(mentions(touched));
    }
    if (said.isEmpty()) {
      words.notNamed().ifPresent(none -> said.add(Run.of(none)));
    }
    List<List<Run>> assessed = touched.assessments().stream().map(this::assessment).toList();
    return new Block.AgreementsBox.Row(
        name, said, assessed.isEmpty() ? List.of(Run.of(words.noAnswer())) : assessed);
  }

  /// That a record is withdrawn, in the word of its stage.
  private String ended(String stage) {
    return words.tellsEnds() && workflow.isEnd(stage) ? " – " + workflow.labelOf(stage) : "";
  }

  private List<Run> interaction(Interaction one) {
    List<Run> runs = new ArrayList<>();
    runs.add(new Run.Text(one.kind(), Run.Emphasis.STRONG));
    runs.addAll(Run.of(": " + sentence(one.area()) + " " + sentence(one.impact()) + " ("));
    RecordHead concerns = one.concerns();
    runs.add(name(concerns == null ? one.by() : concerns));
    runs.addAll(Run.of(concerns == null ? "" : ended(concerns.stage())));
    if (concerns != null && leads.nameWhoSays()) {
      runs.addAll(Run.of(", as "));
      runs.add(name(one.by()));
      runs.addAll(Run.of(" says"));
    }
    runs.addAll(Run.of(")"));
    runs.addAll(told(" Raised by ", one.raisedBy()));
    runs.addAll(told(" Answer: ", one.response()));
    return runs;
  }

  private static List<Run> told(String label, @Nullable String words) {
    return words == null || words.isEmpty() ? List.of() : Run.of(label + sentence(words));
  }

  private static String sentence(String words) {
    String text = words.strip();
    return text.isEmpty() || ".?!".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
  }

  private List<Run> mentions(TouchedAgreement touched) {
    List<Run> runs = new ArrayList<>(Run.of("Named by "));
    String separator = "";
    for (Mention one : touched.mentions()) {
      runs.addAll(Run.of(separator));
      runs.add(name(one.record()));
      runs.addAll(Run.of(" (" + String.join(", ", one.ways()) + ")"));
      separator = "; ";
    }
    int more = touched.more().mentions();
    String others = more == 1 ? " more record." : " more records.";
    runs.addAll(Run.of(more > 0 ? " and " + more + others : "."));
    return runs;
  }

  private Run name(RecordHead record) {
    return leads.to().test(record)
        ? new Run.CrossReference(record.name(), record.key().toString())
        : new Run.Text(record.name(), Run.Emphasis.NONE);
  }

  /// A code that the register has leads to its record where records are named.
  private Run called(Agreement agreement) {
    return leads.nameWhoSays() && !agreement.stage().isEmpty()
        ? new Run.CrossReference(agreement.name(), agreement.id())
        : new Run.Text(agreement.name(), Run.Emphasis.STRONG);
  }

  private List<Run> assessment(Assessment one) {
    List<Run> runs = new ArrayList<>();
    RecordHead wider = one.wider();
    if (leads.nameWhoSays()) {
      runs.add(name(one.record()));
      runs.addAll(Run.of(wider == null ? ": " : ", of " + whole(wider) + ": "));
    } else if (wider != null && words.tellsWhole()) {
      runs.addAll(Run.of("Of " + whole(wider) + ": "));
    }
    runs.addAll(
        Run.of(
            one.values().stream()
                .map(value -> value.label() + ": " + sentence(value.text()))
                .collect(Collectors.joining(" "))));
    return runs;
  }

  /// What an answer is about that is not about the chapter alone.
  private static String whole(RecordHead about) {
    return about.called() + " as a whole";
  }
}
