package org.seccatalogue.page.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.freezing.GateReport;
import org.seccatalogue.baseline.freezing.GoingOut;
import org.seccatalogue.baseline.freezing.Outgoing;
import org.seccatalogue.baseline.keys.SigningKeys;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.freezing.Freezings;
import org.seccatalogue.freezing.Publisher;
import org.seccatalogue.job.Job;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.FormErrors;
import org.seccatalogue.page.jobs.JobPages;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.schema.Workflow;

/// Builds the page on which a baseline is frozen.
@ApplicationScoped
class FreezeViews {

  private static final int DEEPEST_SECTION = 1;

  private final CatalogueSchema schema;
  private final Outline outline;
  private final Published published;
  private final Freezings freezings;
  private final Publisher publisher;
  private final SigningKeys keys;
  private final Clock clock;

  FreezeViews(
      CatalogueSchema schema,
      Outline outline,
      Published published,
      Freezings freezings,
      Publisher publisher,
      SigningKeys keys,
      Clock clock) {
    this.publisher = publisher;
    this.keys = keys;
    this.freezings = freezings;
    this.schema = schema;
    this.outline = outline;
    this.published = published;
    this.clock = clock;
  }

  FreezeView of(
      FreezeForm form,
      List<GoingOut> types,
      List<FormErrors.Entry> errors,
      @Nullable GateReport report) {
    return new FreezeView(
        texts(form),
        chosen(form),
        GoingOutView.of(types, form.disclosure()),
        errors,
        report == null ? null : report(form, types, report),
        keys.warning().orElse(null),
        freezings.underWay().stream().map(this::underWay).toList(),
        published.baselines().stream().map(FreezeViews::existing).toList());
  }

  private FreezeView.Texts texts(FreezeForm form) {
    String dated = form.text("dated");
    return new FreezeView.Texts(
        form.text("name"),
        dated.isEmpty() ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString() : dated,
        form.text("note"),
        publisher.named(form.text("by")).orElse(""));
  }

  private FreezeView.Chosen chosen(FreezeForm form) {
    return new FreezeView.Chosen(
        form.isTicked("notes"),
        form.isTicked("marked"),
        sections(form.texts("section")),
        types(form.texts("type")),
        stages(form.texts("stage")),
        wanted(form.text("wanted")));
  }

  private FreezeView.UnderWay underWay(Job job) {
    String name = freezings.request(job).map(FreezeRequest::name).orElse("A baseline");
    return new FreezeView.UnderWay(name, JobPages.address(job).toString());
  }

  /// The parts of the code and their chapters, and what else a request asked for: a form that left
  /// that out would freeze more the next time it is sent.
  private List<Choice> sections(List<String> chosen) {
    return outline.headings().stream()
        .filter(entry -> entry.depth() <= DEEPEST_SECTION || isChosen(entry.head(), chosen))
        .map(
            entry ->
                new Choice(
                    called(entry.head(), chosen),
                    entry.head().name() + " " + entry.head().title(),
                    null,
                    isChosen(entry.head(), chosen),
                    "section-" + entry.head().key()))
        .toList();
  }

  private static boolean isChosen(RecordHead section, List<String> chosen) {
    return chosen.contains(called(section, chosen));
  }

  /// By its key where it was asked for so, and else by its reference.
  private static String called(RecordHead section, List<String> chosen) {
    String key = section.key().toString();
    return chosen.contains(key) ? key : section.name();
  }

  private List<Choice> types(List<String> chosen) {
    return schema.types().stream()
        .filter(type -> type.kind() == TypeKind.REQUIREMENT || chosen.contains(type.name()))
        .map(
            type ->
                new Choice(
                    type.name(),
                    type.plural(),
                    null,
                    chosen.contains(type.name()),
                    "type-" + type.name()))
        .toList();
  }

  private List<Choice> stages(List<String> chosen) {
    return open()
        .map(
            stage ->
                new Choice(
                    stage.code(),
                    stage.label(),
                    null,
                    chosen.contains(stage.code()),
                    "stage-" + stage.code()))
        .toList();
  }

  private List<Choice> wanted(String chosen) {
    return Stream.concat(
            Stream.of(new Choice("", "Any stage", chosen.isEmpty())),
            open()
                .filter(stage -> stage.kind() == Workflow.StageKind.MAIN)
                .map(stage -> new Choice(stage.code(), stage.label(), stage.code().equals(chosen))))
        .toList();
  }

  private Stream<Workflow.Stage> open() {
    return schema.workflow().stages().stream()
        .filter(stage -> stage.kind() != Workflow.StageKind.END);
  }

  private static FreezeView.Report report(
      FreezeForm form, List<GoingOut> types, GateReport report) {
    Outgoing outgoing = report.outgoing();
    return new FreezeView.Report(
        form.shown(outgoing.digest()),
        report.passed(),
        report.records(),
        report.requirements(),
        report.marked(),
        report.lines().stream().map(line -> line(form, report, line)).toList(),
        outgoing.types().isEmpty() ? null : OutgoingView.of(types, form.disclosure(), outgoing));
  }

  private static FreezeView.Line line(FreezeForm form, GateReport report, GateReport.Line line) {
    GateWords words = GateWords.of(line.code());
    return new FreezeView.Line(
        line.code().name(),
        words.heading(),
        words.advice(),
        line.stops(),
        line.open(),
        line.waived(),
        report.findings().stream()
            .filter(finding -> finding.code() == line.code())
            .map(FreezeViews::found)
            .toList(),
        form.reason(line.code()),
        form.by(line.code()));
  }

  private static FreezeView.Found found(Finding finding) {
    String key = finding.place() instanceof Place.OfRecord(String of, String _) ? of : "";
    String found = finding.found();
    boolean isTitle = finding.code() == FindingCode.PROVISIONAL;
    return new FreezeView.Found(
        key, "/records/" + key, isTitle ? Objects.toString(found, "") : finding.message());
  }

  private static FreezeView.Existing existing(Baseline baseline) {
    return new FreezeView.Existing(
        baseline.id(),
        baseline.name(),
        Dates.day(baseline.dated().toString()),
        baseline.records(),
        label(baseline.state()),
        look(baseline.state()),
        baseline.state() != PublicationAction.WITHDRAWN);
  }

  static String label(PublicationAction state) {
    return switch (state) {
      case PUBLISHED -> "Published";
      case SUPERSEDED -> "Superseded";
      case WITHDRAWN -> "Withdrawn";
    };
  }

  private static String look(PublicationAction state) {
    return switch (state) {
      case PUBLISHED -> "green";
      case SUPERSEDED -> "grey";
      case WITHDRAWN -> "red";
    };
  }
}
