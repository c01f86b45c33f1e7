package org.seccatalogue.document;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.agreement.AgreementBox;
import org.seccatalogue.agreement.AgreementNames;
import org.seccatalogue.agreement.Candidates;
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

  /// All records of a chapter.
  static final int ALL = Integer.MAX_VALUE;

  private final SpecificationSource source;
  private final RecordHead root;
  private final boolean reachesFar;
  private final BoxWords words;
  private final AgreementRows rows;
  private final Reading reading;
  private final Map<TypeKind, List<SpecifiedRecord>> registers = new EnumMap<>(TypeKind.class);
  private @Nullable AgreementNames names;

  /// What is read for a document.
  ///
  /// @param types those of records that a document may have
  /// @param day the day of the edition, after which nothing was considered yet
  /// @param most how many records of a chapter are looked through, unless [#ALL] are
  record Reading(
      SpecificationSource source,
      RecordHead root,
      List<String> types,
      SpecificationForm form,
      LocalDate day,
      int most) {}

  /// What was gathered.
  ///
  /// @param cut whether there are more records than were looked through
  private record Found(List<TouchedAgreement> touched, boolean cut) {}

  /// @param leads tells what names of records lead somewhere
  AgreementBlocks(Reading reading, AgreementRows.Leads leads) {
    this.reading = reading;
    this.source = reading.source();
    this.root = reading.root();
    this.words = new BoxWords(reading.form());
    this.reachesFar = reading.form().isCareful();
    this.rows = new AgreementRows(words, source.schema().workflow(), leads);
  }

  /// The box of a heading, if it has one. Registers are no chapters: they have a box only where
  /// something in them names an agreement.
  ///
  /// @param headings those below it
  Optional<Block.AgreementsBox> of(SpecifiedRecord heading, List<RecordHead> headings) {
    boolean chapter = isChapter(heading.head());
    if (!chapter && !(reachesFar && isPart(heading.head()))) {
      return Optional.empty();
    }
    Found found = chapter ? ofChapter(heading.head()) : ofPart(heading, headings);
    return found.touched().isEmpty() && (!chapter || isRegister(heading.head()))
        ? Optional.empty()
        : Optional.of(box(heading, found));
  }

  private boolean isChapter(RecordHead heading) {
    int length = heading.path().length();
    return heading.key().equals(root.key()) ? length > PART : length == PART + PATH_STEP;
  }

  static boolean isPart(RecordHead heading) {
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

  private Found ofChapter(RecordHead chapter) {
    Candidates all = Candidates.of(chapter, names(), BATCH);
    Optional<String> end = end(chapter);
    Candidates wanted = end.map(all::until).orElse(all);
    Found found = touched(chapter, List.of(), after -> source.saying(wanted.after(after)));
    return new Found(found.touched(), end.isPresent());
  }

  private Found ofPart(SpecifiedRecord part, List<RecordHead> headings) {
    return touched(
        part.head(),
        source.boxedApart(part.head(), headings),
        after ->
            source.below(
                part.head(), headings, reading.types(), after.isEmpty() ? null : after, BATCH));
  }

  private Found touched(
      RecordHead chapter, List<RecordHead> apart, Function<String, List<SpecifiedRecord>> batches) {
    Map<String, RecordHead> named = new HashMap<>();
    AgreementBox box =
        new AgreementBox(
            source.schema(),
            names(),
            named::get,
            reachesFar ? AgreementBox.Reach.ALL : AgreementBox.Reach.REGISTERED);
    String after = "";
    int read = 0;
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
      read += batch.size();
    } while (batch.size() == BATCH && read < reading.most());
    if (reachesFar && apart.isEmpty()) {
      elsewhere(box, chapter, named);
    }
    List<SpecifiedRecord> answers = register(TypeKind.ASSESSMENT);
    look(answers, named);
    answers.forEach(one -> box.assess(voice(one, List.of()), chapter, apart));
    return new Found(box.touched(), batch.size() == BATCH);
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

  private Block.AgreementsBox box(SpecifiedRecord heading, Found found) {
    BoxWords.Gathered gathered =
        new BoxWords.Gathered(
            found.touched().isEmpty(), isPart(heading.head()), found.cut() ? reading.most() : 0);
    return new Block.AgreementsBox(
        BoxWords.TITLE,
        Run.of(words.lead(heading, considered(heading).orElse(null), gathered)),
        found.touched().stream().map(rows::of).toList());
  }

  /// What was considered was so with all that stands below it.
  private Optional<Considered> considered(SpecifiedRecord heading) {
    if (!reading.form().looksAround()) {
      return Considered.alone(heading);
    }
    return Considered.around(heading, source.above(heading.head()), reading.day());
  }

  /// Where the records of a chapter end that are looked through, if that is before its own end.
  private Optional<String> end(RecordHead chapter) {
    return reading.most() == ALL ? Optional.empty() : source.behind(chapter, reading.most());
  }
}
