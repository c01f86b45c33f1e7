package org.seccatalogue.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeRole;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.trace.TracedLink;

/// Gathers what the records of a chapter say of existing codes and agreements: interactions that
/// are stated, links, values that are codes or references, and words.
public final class AgreementBox {

  private static final int MOST_INTERACTIONS = 1000;
  private static final int MOST_MENTIONS = 40;

  private final CatalogueSchema schema;
  private final AgreementNames names;
  private final Function<String, @Nullable RecordHead> named;
  private final Reach reach;
  private final SequencedMap<Agreement, Gathered> gathered = new LinkedHashMap<>();

  /// What was gathered of one agreement. Of very much, the first is kept and the rest counted.
  private static final class Gathered {

    private final List<Interaction> interactions = new ArrayList<>();
    private final Map<RecordHead, Set<String>> mentions = new LinkedHashMap<>();
    private final List<Assessment> assessments = new ArrayList<>();
    private @Nullable RecordKey counted;
    private int moreInteractions;
    private int moreMentions;

    boolean isEmpty() {
      return interactions.isEmpty() && mentions.isEmpty() && assessments.isEmpty();
    }

    void interact(Interaction interaction) {
      if (interactions.size() < MOST_INTERACTIONS) {
        interactions.add(interaction);
      } else {
        moreInteractions++;
      }
    }

    /// What a record says comes together, so that the last one that was counted is known.
    void mention(RecordHead by, String way) {
      Set<String> ways = mentions.get(by);
      if (ways != null) {
        ways.add(way);
      } else if (mentions.size() < MOST_MENTIONS) {
        mentions.put(by, new LinkedHashSet<>(List.of(way)));
      } else if (!by.key().equals(counted)) {
        counted = by.key();
        moreMentions++;
      }
    }

    TouchedAgreement touched(Agreement agreement) {
      List<Mention> all =
          mentions.entrySet().stream()
              .map(entry -> new Mention(entry.getKey(), List.copyOf(entry.getValue())))
              .toList();
      return new TouchedAgreement(
          agreement,
          interactions,
          all,
          new TouchedAgreement.More(moreInteractions, moreMentions),
          assessments);
    }
  }

  /// How much a box gathers.
  public enum Reach {
    /// What the register has, and answers about the chapter and what is in it.
    REGISTERED,
    /// Also what the register does not have, and answers about what the chapter is part of.
    ALL
  }

  /// @param named the record of a key or reference, if there is one
  public AgreementBox(
      CatalogueSchema schema,
      AgreementNames names,
      Function<String, @Nullable RecordHead> named,
      Reach reach) {
    this.reach = reach;
    this.schema = schema;
    this.names = names;
    this.named = named;
    names.agreements().forEach(one -> gathered.put(one, new Gathered()));
  }

  /// The types whose records say nothing of agreements: these themselves, and what their
  /// administrators answer.
  private static boolean isSilent(RecordType type) {
    return type.kind() == TypeKind.AGREEMENT || type.kind() == TypeKind.ASSESSMENT;
  }

  /// The keys or references that the attributes of a record name, to be looked up at once with
  /// those of others before it is added.
  public static Stream<String> namedBy(RecordType type, Attributes attributes) {
    return Stream.of(AttributeRole.AGREEMENT, AttributeRole.CONCERNS)
        .flatMap(role -> attributes.text(type, role).stream());
  }

  /// Adds what a record of the chapter says; one that is withdrawn says nothing any more.
  public void add(Voice voice) {
    if (isSilent(voice.type()) || schema.workflow().isEnd(voice.head().stage())) {
      return;
    }
    Collection<Agreement> stated = interaction(voice);
    voice.links().forEach(link -> link(voice, link, stated));
    for (Attribute attribute : voice.type().attributes()) {
      said(voice, attribute).stream()
          .filter(agreement -> !stated.contains(agreement))
          .forEach(agreement -> mention(agreement, voice.head(), attribute.label()));
    }
  }

  /// Adds an interaction that stands elsewhere, if it is about the chapter or something in it.
  public void addElsewhere(Voice interaction, RecordHead chapter) {
    RecordHead about = head(interaction, AttributeRole.CONCERNS);
    if (about != null && isIn(about, chapter) && !isIn(interaction.head(), chapter)) {
      add(interaction);
    }
  }

  private static boolean isIn(RecordHead record, RecordHead chapter) {
    return record.key().equals(chapter.key()) || record.isBelow(chapter);
  }

  private Collection<Agreement> interaction(Voice voice) {
    if (voice.type().kind() != TypeKind.INTERACTION) {
      return List.of();
    }
    Collection<Agreement> stated = stated(voice);
    Interaction interaction =
        new Interaction(
            voice.head(),
            head(voice, AttributeRole.CONCERNS),
            voice.head().title(),
            words(voice, AttributeRole.INTERACTION_KIND),
            words(voice, AttributeRole.IMPACT),
            told(voice, AttributeRole.RAISED_BY),
            told(voice, AttributeRole.RESPONSE));
    stated.forEach(agreement -> gatheredOf(agreement).interact(interaction));
    return stated;
  }

  /// The agreement that a record is about, also where the edition does not have it.
  private Collection<Agreement> stated(Voice voice) {
    String name = voice.attributes().text(voice.type(), AttributeRole.AGREEMENT).orElse("");
    @Nullable RecordHead record = named.apply(name);
    if (record != null) {
      return one(record);
    }
    Collection<Agreement> known = names.referred(name);
    return known.isEmpty() && !name.isEmpty() && reach == Reach.ALL
        ? List.of(Agreement.elsewhere(name))
        : known;
  }

  /// The agreement of a record, whether the register has it or not.
  private Collection<Agreement> one(RecordHead record) {
    return names
        .of(record.key())
        .map(List::of)
        .orElseGet(
            () ->
                switch (reach) {
                  case REGISTERED -> List.of();
                  case ALL -> List.of(Agreement.of(record));
                });
  }

  private Gathered gatheredOf(Agreement agreement) {
    return gathered.computeIfAbsent(agreement, _ -> new Gathered());
  }

  private @Nullable RecordHead head(Voice voice, AttributeRole role) {
    return voice.attributes().text(voice.type(), role).map(named).orElse(null);
  }

  private static String words(Voice voice, AttributeRole role) {
    return voice.type().playing(role).map(voice.attributes()::displayText).orElse("");
  }

  private static @Nullable String told(Voice voice, AttributeRole role) {
    return voice.type().playing(role).isPresent() ? words(voice, role) : null;
  }

  private void link(Voice voice, TracedLink link, Collection<Agreement> stated) {
    String label = schema.link(link.type()).map(rule -> rule.label()).orElse(link.type());
    String note = Objects.toString(link.note(), "");
    String way = note.isEmpty() ? label : label + ": " + note;
    Set<Agreement> found = new LinkedHashSet<>();
    if (schema.typeOf(link.target().type()).kind() == TypeKind.AGREEMENT) {
      found.addAll(one(link.target()));
    }
    found.addAll(names.in(note));
    found.stream()
        .filter(agreement -> !stated.contains(agreement))
        .forEach(agreement -> mention(agreement, voice.head(), way));
  }

  /// The agreements that a value names: by its codes, or in its words, which may be keys.
  private Collection<Agreement> said(Voice voice, Attribute attribute) {
    Set<Agreement> found = new LinkedHashSet<>();
    @Nullable JsonNode value = voice.attributes().look(attribute.name());
    if (value != null) {
      if (attribute.type().codes(CodeRole.AGREEMENT).isPresent()) {
        texts(value).flatMap(code -> names.referred(code).stream()).forEach(found::add);
      }
      found.addAll(names.in(voice.attributes().displayText(attribute)));
    }
    return found;
  }

  private static Stream<String> texts(JsonNode value) {
    return value.isArray() ? value.valueStream().map(JsonNode::asText) : Stream.of(value.asText());
  }

  private void mention(Agreement agreement, RecordHead by, String way) {
    gatheredOf(agreement).mention(by, way);
  }

  /// Adds what an administrator answers, if it is about the chapter, something in it, or what it is
  /// part of.
  ///
  /// @param apart what in the chapter has a box of its own
  public void assess(Voice assessment, RecordHead chapter, List<RecordHead> apart) {
    RecordHead about = head(assessment, AttributeRole.CONCERNS);
    if (about == null
        || schema.workflow().isEnd(assessment.head().stage())
        || apart.stream().anyMatch(one -> one.equals(about) || about.isBelow(one))) {
      return;
    }
    if (isIn(about, chapter) || (reach == Reach.ALL && chapter.isBelow(about))) {
      boolean whole = about.key().equals(chapter.key());
      RecordHead wider = isIn(about, chapter) ? null : about;
      Assessment answer = new Assessment(assessment.head(), wider, values(assessment, whole));
      stated(assessment).forEach(agreement -> gatheredOf(agreement).assessments.add(answer));
    }
  }

  /// What it is about is told where that is not the whole chapter.
  private static List<Assessment.Value> values(Voice assessment, boolean whole) {
    return assessment.type().attributes().stream()
        .filter(one -> !whole || !one.has(AttributeRole.TITLE))
        .filter(one -> !one.has(AttributeRole.AGREEMENT) && !one.has(AttributeRole.CONCERNS))
        .map(one -> new Assessment.Value(one.label(), assessment.attributes().displayText(one)))
        .filter(value -> !value.text().isEmpty())
        .toList();
  }

  /// What was gathered of each agreement of which something was, in the order of the register.
  public List<TouchedAgreement> touched() {
    return gathered.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> entry.getValue().touched(entry.getKey()))
        .toList();
  }
}
