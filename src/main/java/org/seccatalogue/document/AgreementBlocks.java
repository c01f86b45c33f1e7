package org.seccatalogue.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.agreement.Agreement;
import org.seccatalogue.agreement.AgreementBox;
import org.seccatalogue.agreement.AgreementNames;
import org.seccatalogue.agreement.Assessment;
import org.seccatalogue.agreement.Interaction;
import org.seccatalogue.agreement.Mention;
import org.seccatalogue.agreement.TouchedAgreement;
import org.seccatalogue.agreement.Voice;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.trace.TracedLink;

/// The box of interactions of a chapter: of what is directly below a part, or of the document where
/// that begins deeper. What stands in a part but in none of its chapters has one, too, where it
/// names an agreement.
final class AgreementBlocks {

  private static final String TITLE = "Interactions with existing codes and agreements";
  private static final String NOT_NAMED = "No record here names it.";
  private static final String NO_ASSESSMENT = "No assessment is recorded in this edition.";
  private static final int PATH_STEP = 9;
  private static final int PART = 8;
  private static final int BATCH = 200;

  private final SpecificationSource source;
  private final RecordHead root;
  private final Predicate<RecordHead> stands;
  private final List<String> types;
  private @Nullable AgreementNames names;

  /// @param types those of records that a document may have
  AgreementBlocks(
      SpecificationSource source,
      RecordHead root,
      Predicate<RecordHead> stands,
      List<String> types) {
    this.source = source;
    this.root = root;
    this.stands = stands;
    this.types = List.copyOf(types);
  }

  /// The box of a heading, if it has one. Registers are no chapters: they have a box only where
  /// something in them names an agreement.
  ///
  /// @param headings those below it
  Stream<Block> of(SpecifiedRecord heading, List<RecordHead> headings) {
    boolean chapter = isChapter(heading.head());
    if (!chapter && !isPart(heading.head())) {
      return Stream.empty();
    }
    List<TouchedAgreement> touched =
        chapter ? ofChapter(heading.head()) : ofPart(heading, headings);
    return touched.isEmpty() && (!chapter || isRegister(heading.head()))
        ? Stream.empty()
        : Stream.of(box(heading, touched));
  }

  private boolean isChapter(RecordHead heading) {
    int length = heading.path().length();
    return heading.key().equals(root.key()) ? length > PART : length == PART + PATH_STEP;
  }

  private static boolean isPart(RecordHead heading) {
    return heading.path().length() == PART;
  }

  private boolean isRegister(RecordHead heading) {
    CatalogueSchema schema = source.schema();
    List<String> registered =
        Stream.of(
                TypeKind.AGREEMENT,
                TypeKind.ASSESSMENT,
                TypeKind.DEPENDENCY,
                TypeKind.DOCUMENT,
                TypeKind.PARTY)
            .flatMap(kind -> schema.namesOf(kind).stream())
            .toList();
    return !source.heads(heading, registered).isEmpty();
  }

  private List<TouchedAgreement> ofChapter(RecordHead chapter) {
    return touched(chapter, List.of(), after -> source.saying(chapter, names(), after, BATCH));
  }

  private List<TouchedAgreement> ofPart(SpecifiedRecord part, List<RecordHead> headings) {
    return touched(
        part.head(),
        headings.stream().filter(one -> one.isBelow(part.head())).toList(),
        after -> source.below(part.head(), headings, types, after.isEmpty() ? null : after, BATCH));
  }

  private List<TouchedAgreement> touched(
      RecordHead chapter, List<RecordHead> apart, Function<String, List<SpecifiedRecord>> batches) {
    Map<String, RecordHead> named = new HashMap<>();
    AgreementBox box = new AgreementBox(source.schema(), names(), named::get);
    String after = "";
    List<SpecifiedRecord> batch;
    do {
      batch = batches.apply(after);
      look(batch, named);
      Map<RecordKey, List<TracedLink>> links =
          source.links(batch.stream().map(SpecifiedRecord::key).toList());
      for (SpecifiedRecord one : batch) {
        box.add(voice(one, links.getOrDefault(one.key(), List.of())));
        after = one.head().path();
      }
    } while (batch.size() == BATCH);
    List<SpecifiedRecord> answers = source.all(source.schema().namesOf(TypeKind.ASSESSMENT));
    look(answers, named);
    answers.forEach(one -> box.assess(voice(one, List.of()), chapter, apart));
    return box.touched();
  }

  /// Looks up at once what records name.
  private void look(List<SpecifiedRecord> records, Map<String, RecordHead> named) {
    named.putAll(
        source.named(
            records.stream()
                .flatMap(one -> AgreementBox.namedBy(one.type(), one.attributes()))
                .filter(name -> !named.containsKey(name))
                .distinct()
                .toList()));
  }

  private AgreementNames names() {
    AgreementNames known = names;
    if (known == null) {
      known =
          new AgreementNames(
              source.schema(),
              source.all(source.schema().namesOf(TypeKind.AGREEMENT)).stream()
                  .map(SpecifiedRecord::head)
                  .toList());
      names = known;
    }
    return known;
  }

  private static Voice voice(SpecifiedRecord record, List<TracedLink> links) {
    return new Voice(record.head(), record.type(), record.attributes(), links);
  }

  private Block box(SpecifiedRecord heading, List<TouchedAgreement> touched) {
    return new Block.AgreementsBox(
        TITLE, Run.of(lead(heading, touched.isEmpty())), touched.stream().map(this::row).toList());
  }

  /// “None” is said only where somebody looked, and “not considered” only of what can say it.
  private static String lead(SpecifiedRecord heading, boolean none) {
    Optional<String> considered =
        heading
            .attributes()
            .text(heading.type(), AttributeRole.CONSIDERED)
            .map(day -> TitlePage.longDate(LocalDate.parse(day)));
    if (considered.isPresent()) {
      return "Considered on " + considered.get() + (none ? ": none." : ".");
    }
    return (heading.type().playing(AttributeRole.CONSIDERED).isPresent() && !isPart(heading.head())
            ? "Not considered yet. "
            : "")
        + (none
            ? "No record here names an existing code or agreement."
            : "Below stands what records name and administrators say.");
  }

  private Block.AgreementsBox.Row row(TouchedAgreement touched) {
    Agreement agreement = touched.agreement();
    List<Run> name = new ArrayList<>();
    name.add(new Run.Text(agreement.name(), Run.Emphasis.STRONG));
    name.addAll(Run.of(" " + agreement.title()));
    List<List<Run>> said = new ArrayList<>();
    touched.interactions().forEach(one -> said.add(interaction(one)));
    int more = touched.more().interactions();
    if (more > 0) {
      said.add(Run.of("And " + more + (more == 1 ? " more interaction." : " more interactions.")));
    }
    if (!touched.mentions().isEmpty()) {
      said.add(mentions(touched));
    }
    List<List<Run>> assessed =
        touched.assessments().stream().map(AgreementBlocks::assessment).toList();
    return new Block.AgreementsBox.Row(
        name,
        said.isEmpty() ? List.of(Run.of(NOT_NAMED)) : said,
        assessed.isEmpty() ? List.of(Run.of(NO_ASSESSMENT)) : assessed);
  }

  private List<Run> interaction(Interaction one) {
    List<Run> runs = new ArrayList<>();
    runs.add(new Run.Text(one.kind(), Run.Emphasis.STRONG));
    runs.addAll(Run.of(": " + sentence(one.area()) + " " + sentence(one.impact()) + " ("));
    RecordHead concerns = one.concerns();
    runs.add(name(concerns == null ? one.by() : concerns));
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
    return stands.test(record)
        ? new Run.CrossReference(record.name(), record.key().toString())
        : new Run.Text(record.name(), Run.Emphasis.NONE);
  }

  private static List<Run> assessment(Assessment one) {
    return Run.of(
        one.values().stream()
            .map(value -> value.label() + ": " + sentence(value.text()))
            .collect(Collectors.joining(" ")));
  }
}
