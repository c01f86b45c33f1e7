package org.seccatalogue.testkit;

import static org.seccatalogue.finding.FindingCode.AMBIGUOUS;
import static org.seccatalogue.finding.FindingCode.BAD_LINK;
import static org.seccatalogue.finding.FindingCode.BAD_PLACE;
import static org.seccatalogue.finding.FindingCode.BAD_STAGE;
import static org.seccatalogue.finding.FindingCode.BAD_VALUE;
import static org.seccatalogue.finding.FindingCode.DUPLICATE;
import static org.seccatalogue.finding.FindingCode.MISSING_VALUE;
import static org.seccatalogue.finding.FindingCode.UNKNOWN_ATTRIBUTE;
import static org.seccatalogue.finding.FindingCode.UNKNOWN_CODE;
import static org.seccatalogue.finding.FindingCode.UNKNOWN_RECORD;
import static org.seccatalogue.finding.FindingCode.UNKNOWN_TYPE;
import static org.seccatalogue.finding.FindingCode.WRONG_TYPE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.testkit.BadDraft.Act;

/// What no door may let in. The records that it is about are those of [BadDraftWorld]: sections
/// `outer`, below it `inner` and `other`, below `inner` `deep`; in `inner` the meter requirements
/// `meter`, `sibling`, `peer` at Peer review, `bare` at Peer review without what SG3 review asks
/// for, `approved`, `withdrawn`, `blocked`, which left Peer review, and `parked`, which was blocked
/// at Draft, and `waiting`, which left Programme approval; existing codes `code` and `other code`,
/// impact assessments `assessment` of the first on `inner` and `other assessment` on `other`; two
/// sections with the `number of counted`; a withdrawn section `gone`, and in it a withdrawn meter
/// requirement `lost`; in `other` `far`; a `clause`; an `event`.
public final class BadDrafts {

  private static final String NEW = BadDraft.NEW;

  private BadDrafts() {}

  public static List<BadDraft> all() {
    return List.of(
        // types and values
        bad("a type that is not there", NEW, d -> d.type("cats"), UNKNOWN_TYPE, "/type")
            .not(Door.UNDO, Door.FORM, Door.WORKBOOK),
        bad("another type", "meter", d -> d.type("gas-meter-spec"), UNKNOWN_TYPE, "/type")
            .not(Door.UNDO, Door.FORM, Door.WORKBOOK),
        bad(
                "an attribute that is not there",
                NEW,
                d -> d.with("colour", "red"),
                UNKNOWN_ATTRIBUTE,
                "/attributes/colour")
            .not(Door.FORM, Door.WORKBOOK),
        bad("no title", NEW, d -> d.with("title", ""), MISSING_VALUE, "/attributes/title"),
        bad(
            "no title any more",
            "meter",
            d -> d.with("title", ""),
            MISSING_VALUE,
            "/attributes/title"),
        bad(
            "a title that nobody sees",
            NEW,
            d -> d.with("title", "\u200b\u2060"),
            MISSING_VALUE,
            "/attributes/title"),
        bad(
            "a title of a filler of letters",
            "meter",
            d -> d.with("title", "\u3164"),
            MISSING_VALUE,
            "/attributes/title"),
        bad(
            "a title that is too long",
            NEW,
            d -> d.with("title", "x".repeat(5000)),
            BAD_VALUE,
            "/attributes/title"),
        bad(
            "a number that is too long",
            NEW,
            d -> section(d, "C." + "1".repeat(59)),
            BAD_VALUE,
            "/attributes/reference"),
        // other programs write no cell that is so long
        bad(
                "a text that is too long",
                "clause",
                d -> d.with("text", "é\n".repeat(50_000) + "x".repeat(1)),
                BAD_VALUE,
                "/attributes/text")
            .not(Door.WORKBOOK),
        bad(
            "a code that is not there",
            NEW,
            d -> d.with("priority", "Perhaps"),
            UNKNOWN_CODE,
            "/attributes/priority"),
        bad(
            "a code in a list that is not there",
            NEW,
            d -> d.with("interfaces", List.of("WAN", "Pigeon")),
            UNKNOWN_CODE,
            "/attributes/interfaces/1"),
        bad(
            "a reference to a record that is not there",
            NEW,
            d -> d.with("event_raised", "EVT-987654"),
            UNKNOWN_RECORD,
            "/attributes/event_raised"),
        bad(
            "a reference to a record of the wrong type",
            NEW,
            d -> d.with("event_raised", "{meter}"),
            WRONG_TYPE,
            "/attributes/event_raised"),
        bad(
            "a reference to what no record is called",
            NEW,
            d -> d.with("event_raised", "SOON"),
            UNKNOWN_RECORD,
            "/attributes/event_raised"),
        bad(
            "a reference by what a record of the wrong type is called",
            "assessment",
            d -> d.with("existing_code", "{outer}"),
            WRONG_TYPE,
            "/attributes/existing_code"),
        bad(
            "a reference by a number that two records have",
            "assessment",
            d -> d.with("chapter", "{number of counted}"),
            AMBIGUOUS,
            "/attributes/chapter"),
        bad(
            "a reference by a number that records of another type have",
            "assessment",
            d -> d.with("existing_code", "{number of counted}"),
            UNKNOWN_RECORD,
            "/attributes/existing_code"),
        bad(
                "a name with a control character",
                "assessment",
                d -> d.with("existing_code", "M\u0001RA"),
                BAD_VALUE,
                "/attributes/existing_code")
            .not(Door.WORKBOOK),
        // uniqueness
        bad(
                "a reference that another section has",
                NEW,
                d -> section(d, "{inner}"),
                DUPLICATE,
                "/attributes/reference")
            .not(Door.WORKBOOK),
        bad(
            "a reference that a record of another type has",
            NEW,
            d -> section(d, "{clause}"),
            DUPLICATE,
            "/attributes/reference"),
        bad(
            "another reference, which is taken",
            "deep",
            d -> d.with("reference", "{inner}"),
            DUPLICATE,
            "/attributes/reference"),
        bad(
            "a reference that is the key of another record",
            NEW,
            d -> section(d, "{key of clause}"),
            BAD_VALUE,
            "/attributes/reference"),
        bad(
            "a reference that may become the key of another record",
            "deep",
            d -> d.with("reference", "ESM-987654"),
            BAD_VALUE,
            "/attributes/reference"),
        bad(
            "a reference that looks like a key",
            NEW,
            d -> section(d, "abc-0001"),
            BAD_VALUE,
            "/attributes/reference"),
        hidden("a zero width space", "\u200b"),
        hidden("a soft hyphen", "\u00ad"),
        hidden("a mark of direction", "\u202e"),
        bad(
            "a title whose words are turned",
            NEW,
            d -> d.with("title", "store export for \u202e31\u202c months"),
            BAD_VALUE,
            "/attributes/title"),
        bad(
            "binding words that are turned",
            "meter",
            d -> d.with("requirement_text", "The meter shall keep \u206731\u2069 months."),
            BAD_VALUE,
            "/attributes/requirement_text"),
        bad(
            "words of a quantity that are turned",
            NEW,
            d -> d.with("interval", Map.of("condition", "for \u202d31 months")),
            BAD_VALUE,
            "/attributes/interval/condition"),
        bad(
            "a link with a note that is turned",
            NEW,
            d -> d.linked(new LinkDraft("derives_from", "{clause}", null, "for \u202b31 months")),
            BAD_VALUE,
            "/links/0/note"),
        bad(
                "an editorial change with a note that is turned",
                "peer",
                d -> d.with("title", "Other words"),
                BAD_VALUE,
                "/note")
            .as(new Act(Act.Kind.EDITORIAL, "A comma \u202ein it", ""))
            .not(Door.UNDO, Door.WORKBOOK),
        withdrawal(
            "a withdrawal for a reason that is turned", "Be\u2066cause", "", BAD_VALUE, "/note"),
        hidden("a filler of letters", "\u3164"),
        hidden("a control character", "\u0001").not(Door.WORKBOOK),
        hidden("a control character of the second kind", "\u0090"),
        bad(
            "a reference that differs in capitals alone",
            NEW,
            d -> section(d, "{capital deep}"),
            DUPLICATE,
            "/attributes/reference"),
        bad(
            "another reference that differs in the width of its letters alone",
            "other code",
            d -> d.with("reference", "{wide code}"),
            DUPLICATE,
            "/attributes/reference"),
        bad(
            "a unique value that another record has",
            "event2",
            d -> d.with("event_code", "{code of event}"),
            DUPLICATE,
            "/attributes/event_code"),
        // what does not go together
        bad(
            "an assessment that came before it was asked for",
            "assessment",
            d -> d.with("asked", "2011-11-15").with("received", "2011-11-14"),
            BAD_VALUE,
            "/attributes/received"),
        bad(
            "an assessment that came and was not asked for",
            "assessment",
            d -> d.with("received", "2011-11-20"),
            MISSING_VALUE,
            "/attributes/asked"),
        bad(
            "an outcome of an assessment that did not come",
            "assessment",
            d -> d.with("assessment_outcome", "disputed"),
            MISSING_VALUE,
            "/attributes/received"),
        bad(
            "a day of receipt of an assessment that is awaited",
            "assessment",
            d ->
                d.with("asked", "2011-11-15")
                    .with("received", "2011-11-20")
                    .with("assessment_outcome", "awaited"),
            BAD_VALUE,
            "/attributes/received"),
        bad(
            "a second assessment of the same by names",
            "other assessment",
            d -> d.with("existing_code", "{code}").with("chapter", "{inner}"),
            DUPLICATE,
            "/attributes/chapter"),
        // place
        // a row that names none goes to the section of its type
        bad("no section", NEW, d -> d.below(null), MISSING_VALUE, "/parent").not(Door.WORKBOOK),
        bad("no section any more", "meter", d -> d.below(null), MISSING_VALUE, "/parent")
            .not(Door.WORKBOOK),
        bad(
                "a section that is not there",
                NEW,
                d -> d.below("C.0.nowhere"),
                UNKNOWN_RECORD,
                "/parent")
            .not(Door.UNDO),
        bad(
            "another section that is not there",
            "meter",
            d -> d.below("SEC-987654"),
            UNKNOWN_RECORD,
            "/parent"),
        bad("a section below itself", "outer", d -> d.below("{outer}"), BAD_PLACE, "/parent"),
        bad("a section below its child", "outer", d -> d.below("{inner}"), BAD_PLACE, "/parent"),
        bad(
            "a section below a child of its child",
            "outer",
            d -> d.below("{deep}"),
            BAD_PLACE,
            "/parent"),
        bad(
            "a section below a record in it",
            "inner",
            d -> d.below("{meter}"),
            BAD_PLACE,
            "/parent"),
        bad("a section too far down", "other", d -> d.below("{pit}"), BAD_PLACE, "/parent"),
        bad(
                "a new section too far down",
                NEW,
                d -> section(d, "{pit below}").below("{pit}"),
                BAD_PLACE,
                "/parent")
            .not(Door.UNDO),
        bad(
                "after a record of another section",
                NEW,
                d -> d.at(PlaceWish.after("{far}")),
                BAD_PLACE,
                "/after")
            .not(Door.UNDO),
        bad(
                "before a record of another section",
                "meter",
                d -> d.at(PlaceWish.before("{far}")),
                BAD_PLACE,
                "/before")
            .not(Door.UNDO),
        bad(
                "after a record that is not there",
                "meter",
                d -> d.at(PlaceWish.after("ESM-987654")),
                UNKNOWN_RECORD,
                "/after")
            .not(Door.UNDO),
        bad("after itself", "meter", d -> d.at(PlaceWish.after("{meter}")), BAD_PLACE, "/after")
            .not(Door.UNDO),
        bad("before itself", "meter", d -> d.at(PlaceWish.before("{meter}")), BAD_PLACE, "/before")
            .not(Door.UNDO),
        bad(
                "before one and after another",
                "meter",
                d -> d.at(new PlaceWish(false, "{sibling}", "{peer}")),
                BAD_PLACE,
                "/before")
            .not(Door.UNDO, Door.WORKBOOK),
        bad(
                "first and before another",
                "meter",
                d -> d.at(new PlaceWish(true, "{sibling}", null)),
                BAD_PLACE,
                "/before")
            .not(Door.UNDO, Door.WORKBOOK),
        bad(
                "first and after another",
                NEW,
                d -> d.at(new PlaceWish(true, null, "{sibling}")),
                BAD_PLACE,
                "/after")
            .not(Door.UNDO, Door.WORKBOOK),
        // what stands below a withdrawn section, and above what is proposed
        bad("a record in a withdrawn section", NEW, d -> d.below("{gone}"), BAD_PLACE, "/parent"),
        bad("a move to a withdrawn section", "meter", d -> d.below("{gone}"), BAD_PLACE, "/parent"),
        bad(
                "a record brought back in a withdrawn section",
                "lost",
                d -> d.at("DRAFT"),
                BAD_PLACE,
                "/parent")
            .not(Door.UNDO),
        bad(
            "a section withdrawn with what stands in it",
            "inner",
            d -> d.at("WITHDRAWN"),
            BAD_STAGE,
            "/stage"),
        // links
        bad(
                "a link of no type",
                NEW,
                d -> d.linked("likes", "{clause}"),
                UNKNOWN_CODE,
                "/links/0/type")
            .not(Door.WORKBOOK),
        bad(
                "a link to nothing",
                NEW,
                d -> d.linked("derives_from", "B.0.nowhere"),
                UNKNOWN_RECORD,
                "/links/0/target")
            .not(Door.UNDO),
        bad(
            "a link to a record of the wrong type",
            NEW,
            d -> d.linked("derives_from", "{outer}"),
            BAD_LINK,
            "/links/0/target"),
        bad(
            "a record that refines itself",
            "meter",
            d -> d.linked("refines", "{meter}"),
            BAD_LINK,
            "/links/0/target"),
        bad(
            "a section that refines itself by its reference",
            "outer",
            d -> d.linked("refines", "{outer}"),
            BAD_LINK,
            "/links/0/target"),
        bad(
            "the same link twice",
            NEW,
            d -> d.linked("derives_from", "{clause}").linked("derives_from", "{clause}"),
            DUPLICATE,
            "/links/1"),
        bad(
            "the same link by reference and by key",
            NEW,
            d -> d.linked("derives_from", "{clause}").linked("derives_from", "{key of clause}"),
            DUPLICATE,
            "/links/1"),
        bad("more links than there may be", NEW, BadDrafts::tooManyLinks, BAD_VALUE, "/links")
            .not(Door.UNDO, Door.FORM),
        bad(
            "a link with a note that is too long",
            NEW,
            d -> d.linked(new LinkDraft("derives_from", "{clause}", null, "x".repeat(2001))),
            BAD_VALUE,
            "/links/0/note"),
        bad(
                "a control character in the words of a quantity",
                NEW,
                d -> d.with("interval", Map.of("condition", "x\u000bz")),
                BAD_VALUE,
                "/attributes/interval/condition")
            .not(Door.WORKBOOK),
        bad(
                "a link with a control character in its note",
                NEW,
                d -> d.linked(new LinkDraft("derives_from", "{clause}", null, "a\u0001b")),
                BAD_VALUE,
                "/links/0/note")
            .not(Door.WORKBOOK),
        bad(
            "a link without the note that it must have",
            NEW,
            d -> d.linked("conflicts_with", "{meter}"),
            MISSING_VALUE,
            "/links/0/note"),
        bad(
            "a link with a note that nobody sees",
            NEW,
            d -> d.linked(new LinkDraft("conflicts_with", "{meter}", null, "\u200b")),
            MISSING_VALUE,
            "/links/0/note"),
        bad(
                "a link to a revision that there never was",
                NEW,
                d -> d.linked(new LinkDraft("derives_from", "{clause}", 99, null)),
                BAD_VALUE,
                "/links/0/targetRevision")
            .not(Door.FORM, Door.WORKBOOK),
        // stages
        bad("a stage that is not there", NEW, d -> d.at("LATER"), UNKNOWN_CODE, "/stage"),
        bad("a new record at Approved", NEW, d -> d.at("APPROVED"), BAD_STAGE, "/stage")
            .not(Door.UNDO),
        bad("a new record at SG3 review", NEW, d -> d.at("SG3"), BAD_STAGE, "/stage")
            .not(Door.UNDO),
        bad("from Draft to Approved", "meter", d -> d.at("APPROVED"), BAD_STAGE, "/stage")
            .not(Door.UNDO),
        bad("from Draft to SG3 review", "meter", d -> d.at("SG3"), BAD_STAGE, "/stage")
            .not(Door.UNDO),
        bad("from Approved to Peer review", "approved", d -> d.at("PEER"), BAD_STAGE, "/stage")
            .not(Door.UNDO),
        bad("from Withdrawn to Approved", "withdrawn", d -> d.at("APPROVED"), BAD_STAGE, "/stage")
            .not(Door.UNDO),
        bad("from Blocked beyond what it left", "blocked", d -> d.at("SG3"), BAD_STAGE, "/stage")
            .not(Door.UNDO),
        bad("from Blocked before what it left", "blocked", d -> d.at("DRAFT"), BAD_STAGE, "/stage")
            .not(Door.UNDO),
        bad("from Parked beyond what it left", "parked", d -> d.at("PROG"), BAD_STAGE, "/stage")
            .not(Door.UNDO),
        bad(
                "new words and on to SG3 review",
                "peer",
                d -> d.with("title", "Other words").at("SG3"),
                BAD_STAGE,
                "/stage")
            .not(Door.UNDO),
        bad(
                "new words of a withdrawn record",
                "withdrawn",
                d -> d.with("title", "Other words"),
                BAD_STAGE,
                "/stage")
            .not(Door.UNDO),
        bad(
            "on to a stage that asks for more",
            "bare",
            d -> d.at("SG3"),
            MISSING_VALUE,
            "/attributes/acceptance_criterion"),
        // what is editorial
        bad(
                "an editorial change without a note",
                "peer",
                d -> d.with("title", "Other words"),
                MISSING_VALUE,
                "/note")
            .as(new Act(Act.Kind.EDITORIAL, "", ""))
            .not(Door.UNDO, Door.WORKBOOK),
        bad(
                "an editorial change with a note that nobody sees",
                "peer",
                d -> d.with("title", "Other words"),
                MISSING_VALUE,
                "/note")
            .as(new Act(Act.Kind.EDITORIAL, "\u200b", ""))
            .not(Door.UNDO, Door.WORKBOOK),
        bad(
                "an editorial change of what is approved",
                "approved",
                d -> d.with("title", "Other words"),
                BAD_STAGE,
                "/editorial")
            .as(new Act(Act.Kind.EDITORIAL, "A comma", ""))
            .not(Door.UNDO, Door.WORKBOOK),
        bad(
                "an editorial change of what waits for the Programme",
                "waiting",
                d -> d.with("title", "Other words"),
                BAD_STAGE,
                "/editorial")
            .as(new Act(Act.Kind.EDITORIAL, "A comma", ""))
            .not(Door.UNDO, Door.WORKBOOK),
        bad("a new record that is editorial", NEW, d -> d, BAD_STAGE, "/editorial")
            .as(new Act(Act.Kind.EDITORIAL, "A comma", ""))
            .not(Door.UNDO, Door.WORKBOOK),
        // withdrawals
        bad(
                "a withdrawal by stage without a reason",
                "meter",
                d -> d.at("WITHDRAWN"),
                MISSING_VALUE,
                "/note")
            .as(new Act(Act.Kind.EDIT, "", ""))
            .not(Door.UNDO),
        withdrawal("a withdrawal without a reason", " ", "", MISSING_VALUE, "/note"),
        withdrawal(
            "a withdrawal for a reason that nobody sees", "\u200b", "", MISSING_VALUE, "/note"),
        withdrawal("replaced by nothing", "Because", "C.0.nowhere", UNKNOWN_RECORD, "/replacedBy"),
        withdrawal("replaced by itself", "Because", "{meter}", BAD_LINK, "/replacedBy"),
        withdrawal(
            "replaced by what was withdrawn", "Because", "{withdrawn}", BAD_LINK, "/replacedBy"),
        withdrawal(
            "a requirement replaced by a clause", "Because", "{clause}", BAD_LINK, "/replacedBy"),
        bad("a withdrawal of a section with records in it", "inner", d -> d, BAD_STAGE, "/stage")
            .as(new Act(Act.Kind.WITHDRAWAL, "Because", ""))
            .not(Door.WORKBOOK, Door.UNDO));
  }

  /// A reference with a letter of which there is nothing to see.
  private static BadDraft hidden(String letter, String hidden) {
    return bad(
        "a reference with " + letter,
        "other code",
        d -> d.with("reference", "Y" + hidden + "CX"),
        BAD_VALUE,
        "/attributes/reference");
  }

  private static Drafts section(Drafts draft, String reference) {
    return Drafts.of("section")
        .with("reference", reference)
        .with("title", "A section")
        .below(draft.parent());
  }

  /// Something that is done to the withdrawn record and is not bad.
  public static BadDraft withdrawn(String name, Act act) {
    return bad(name, "withdrawn", d -> d, BAD_STAGE, "/stage").as(act);
  }

  private static BadDraft bad(
      String name, String subject, UnaryOperator<Drafts> change, FindingCode code, String pointer) {
    return new BadDraft(name, subject, change, Act.EDIT, code, pointer, Set.of());
  }

  private static BadDraft withdrawal(
      String name, String note, String replacedBy, FindingCode code, String pointer) {
    return bad(name, "meter", d -> d, code, pointer)
        .as(new Act(Act.Kind.WITHDRAWAL, note, replacedBy))
        .not(Door.WORKBOOK, Door.UNDO);
  }

  private static Drafts tooManyLinks(Drafts draft) {
    Drafts linked = draft;
    for (int i = 0; i <= 1_000; i++) {
      linked = linked.linked("derives_from", "{clause}");
    }
    return linked;
  }
}
