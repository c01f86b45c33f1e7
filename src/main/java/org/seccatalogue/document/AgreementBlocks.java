package org.seccatalogue.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.trace.TracedLink;

/// The box of interactions of a chapter: of what is directly below a part, or of the document where
/// that begins deeper. What stands in a part but in none of its chapters has one, too, where it
/// names an agreement.
final class AgreementBlocks {

  private static final int PATH_STEP = 9;
  private static final int PART = 8;
  private static final int BATCH = 200;

  private final SpecificationSource source;
  private final RecordHead root;
  private final Predicate<RecordHead> stands;
  private final List<String> types;
  private final boolean reachesFar;
  private final BoxWords words;
  private final Map<TypeKind, List<SpecifiedRecord>> registers = new EnumMap<>(TypeKind.class);
  private @Nullable AgreementNames names;

  /// What is read for a document.
  ///
  /// @param types those of records that a document may have
  record Reading(
      SpecificationSource source, RecordHead root, List<String> types, SpecificationForm form) {}

  AgreementBlocks(Reading reading, Predicate<RecordHead> stands) {
    this.source = reading.source();
    this.root = reading.root();
    this.stands = stands;
    this.types = List.copyOf(reading.types());
    this.words = new BoxWords(reading.form());
    this.reachesFar = reading.form().isCareful();
  }

  /// The box of a heading, if it has one. Registers are no chapters: they have a box only where
  /// something in them names an agreement.
  ///
  /// @param headings those below it
  Stream<Block> of(SpecifiedRecord heading, List<RecordHead> headings) {
    boolean chapter = isChapter(heading.head());
    if (!chapter && !(reachesFar && isPart(heading.head()))) {
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
    AgreementBox box =
        new AgreementBox(
            source.schema(),
            names(),
            named::get,
            reachesFar ? AgreementBox.Reach.ALL : AgreementBox.Reach.REGISTERED);
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
    if (reachesFar && apart.isEmpty()) {
      elsewhere(box, chapter, named);
    }
    List<SpecifiedRecord> answers = register(TypeKind.ASSESSMENT);
    look(answers, named);
    answers.forEach(one -> box.assess(voice(one, List.of()), chapter, apart));
    return box.touched();
  }

  /// What is stated elsewhere of something in the chapter.
  private void elsewhere(AgreementBox box, RecordHead chapter, Map<String, RecordHead> named) {
    List<SpecifiedRecord> stated = register(TypeKind.INTERACTION);
    look(stated, named);
    stated.forEach(one -> box.addElsewhere(voice(one, List.of()), chapter));
  }

  private List<SpecifiedRecord> register(TypeKind kind) {
    return registers.computeIfAbsent(kind, one -> source.all(source.schema().namesOf(one)));
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
      List<RecordHead> all =
          register(TypeKind.AGREEMENT).stream().map(SpecifiedRecord::head).toList();
      known =
          reachesFar
              ? AgreementNames.of(source.schema(), all)
              : AgreementNames.registered(
                  source.schema(), all.stream().filter(one -> !isAtAnEnd(one.stage())).toList());
      names = known;
    }
    return known;
  }

  private static Voice voice(SpecifiedRecord record, List<TracedLink> links) {
    return new Voice(record.head(), record.type(), record.attributes(), links);
  }

  private boolean isAtAnEnd(String stage) {
    return source.schema().workflow().isEnd(stage);
  }

  private Block box(SpecifiedRecord heading, List<TouchedAgreement> touched) {
    return new Block.AgreementsBox(
        BoxWords.TITLE,
        Run.of(words.lead(heading, touched.isEmpty(), isPart(heading.head()))),
        touched.stream().map(this::row).toList());
  }

  private Block.AgreementsBox.Row row(TouchedAgreement touched) {
    Agreement agreement = touched.agreement();
    List<Run> name = new ArrayList<>();
    name.add(new Run.Text(agreement.name(), Run.Emphasis.STRONG));
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
    List<List<Run>> assessed =
        touched.assessments().stream().map(AgreementBlocks::assessment).toList();
    return new Block.AgreementsBox.Row(
        name, said, assessed.isEmpty() ? List.of(Run.of(words.noAnswer())) : assessed);
  }

  /// That a record is withdrawn, in the word of its stage.
  private String ended(String stage) {
    return reachesFar && isAtAnEnd(stage) ? " – " + source.schema().workflow().labelOf(stage) : "";
  }

  private List<Run> interaction(Interaction one) {
    List<Run> runs = new ArrayList<>();
    runs.add(new Run.Text(one.kind(), Run.Emphasis.STRONG));
    runs.addAll(Run.of(": " + sentence(one.area()) + " " + sentence(one.impact()) + " ("));
    RecordHead concerns = one.concerns();
    runs.add(name(concerns == null ? one.by() : concerns));
    runs.addAll(Run.of((concerns == null ? "" : ended(concerns.stage())) + ")"));
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
