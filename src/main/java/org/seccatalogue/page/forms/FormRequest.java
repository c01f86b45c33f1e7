package org.seccatalogue.page.forms;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import org.seccatalogue.revision.RecordVersion;

/// What came with the form of a record beside its fields.
///
/// @param seen the state of the record that the person has seen, as text
/// @param action what the button that was pressed asks for
/// @param theirs pointers of what is to be as somebody else saved it
record FormRequest(TypedForm form, String seen, String action, String note, List<String> theirs) {

  private static final String ADD = "add:";
  private static final String PICK = "pick:";
  private static final String THEIRS = "theirs";

  static FormRequest of(MultivaluedMap<String, String> fields) {
    return new FormRequest(
        TypedForm.sent(fields),
        text(fields, "version"),
        text(fields, "action"),
        text(fields, "note"),
        fields.keySet().stream()
            .filter(name -> name.startsWith(PICK) && THEIRS.equals(fields.getFirst(name)))
            .map(name -> name.substring(PICK.length()))
            .toList());
  }

  private static String text(MultivaluedMap<String, String> fields, String name) {
    return Objects.requireNonNullElse(fields.getFirst(name), "");
  }

  RecordVersion version() {
    return RecordVersion.parse(seen).orElseThrow(BadRequestException::new);
  }

  /// Whether a row is asked for, and nothing to be saved.
  boolean addsRow() {
    return action.startsWith(ADD);
  }

  TypedForm withRow() {
    return form.withBlankRow(action.substring(ADD.length()));
  }

  /// The form with what the person decided to take over from the record as it is now.
  TypedForm picked(TypedForm current) {
    TypedForm picked = form;
    for (String pointer : theirs) {
      picked = picked.taking(pointer, current);
    }
    return picked;
  }
}
