package org.seccatalogue.page.published;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seccatalogue.schema.Glossary;

/// Marks terms of the glossary in a page, each where it stands first: in an article, or in what is
/// in none. A mark is a link to the glossary that carries the explanation with it.
///
/// It reads markup that we wrote ourselves: every element is closed and every `<` in a text is
/// escaped.
final class TermMarks {

  /// The elements with running text, by a class of theirs.
  private static final Pattern RUNNING =
      Pattern.compile(
          "class=\"[^\"]*\\b(app-lines|app-running|sec-statement|sec-body|sec-summary)(?![-\\w])");

  private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>|<![^>]*>");
  private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta", "wbr");
  private static final Set<String> UNMARKED = Set.of("a", "button", "code", "label");

  private final Glossary glossary;
  private final String page;
  private final Set<Glossary.Term> seen = new HashSet<>();
  private final StringBuilder out = new StringBuilder();

  /// How many elements are open within the one with running text; 0 outside.
  private int running;

  /// How many elements are open within one whose text stays as it is; 0 outside.
  private int unmarked;

  private int marks;

  /// @param page the address of the glossary
  TermMarks(Glossary glossary, String page) {
    this.glossary = glossary;
    this.page = page;
  }

  String in(String html) {
    Matcher tag = TAG.matcher(html);
    int read = 0;
    while (tag.find()) {
      text(html, read, tag.start());
      out.append(html, tag.start(), tag.end());
      read = tag.end();
      follow(tag);
    }
    text(html, read, html.length());
    return out.toString();
  }

  private void follow(Matcher tag) {
    String name = tag.group(2);
    if (name == null || VOID.contains(name) || !tag.group(3).isEmpty()) {
      return;
    }
    boolean opens = tag.group(1).isEmpty();
    if (opens && name.equals("article")) {
      seen.clear();
    }
    if (running > 0 || (opens && RUNNING.matcher(tag.group()).find())) {
      running += opens ? 1 : -1;
    }
    if (unmarked > 0 || (opens && UNMARKED.contains(name))) {
      unmarked += opens ? 1 : -1;
    }
  }

  private void text(String html, int from, int to) {
    if (running == 0 || unmarked > 0) {
      out.append(html, from, to);
      return;
    }
    Matcher form = glossary.forms().matcher(html).region(from, to);
    form.useTransparentBounds(true);
    int written = from;
    while (form.find()) {
      out.append(html, written, form.start());
      glossary.find(form.group()).ifPresent(term -> mark(term, form.group()));
      written = form.end();
    }
    out.append(html, written, to);
  }

  private void mark(Glossary.Term term, String form) {
    if (!seen.add(term)) {
      out.append(form);
      return;
    }
    marks++;
    out.append("<span class=\"app-term\"><a href=\"").append(page).append('#');
    out.append(term.anchor()).append("\" aria-describedby=\"term-mark-").append(marks);
    out.append("\">").append(form).append("</a><span class=\"app-term__tip\" role=\"tooltip\"");
    out.append(" id=\"term-mark-").append(marks).append("\">");
    out.append(escaped(term.explained())).append("</span></span>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
