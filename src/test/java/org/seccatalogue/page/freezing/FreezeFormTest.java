package org.seccatalogue.page.freezing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreezeFormTest {

  private final MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();

  private String choice() {
    return new FreezeForm(fields).choice();
  }

  @Test
  void theSameChoiceInAnotherOrderIsTheSame() {
    fields.put("disclosure", List.of("a.b", "c.d"));
    String one = choice();
    fields.put("disclosure", List.of("c.d", "a.b", ""));
    fields.putSingle("note", "What is typed besides does not matter");
    assertThat(choice()).isEqualTo(one);
  }

  @Test
  void everyPartOfTheChoiceMatters() {
    String nothing = choice();
    for (String name :
        List.of(
            "section", "type", "stage", "wanted", "notes", "marked", "disclosure", "linkNotes")) {
      fields.clear();
      fields.putSingle(name, "true");
      assertThat(choice()).as(name).isNotEqualTo(nothing);
    }
  }

  @Test
  void onlyATickIsATick() {
    for (String other : List.of("false", "on", "TRUE", "")) {
      fields.putSingle("linkNotes", other);
      assertThat(new FreezeForm(fields).disclosure().linkNotes()).as(other).isFalse();
    }
    fields.putSingle("linkNotes", "true");
    assertThat(new FreezeForm(fields).disclosure().linkNotes()).isTrue();
  }

  @Test
  void nothingIsFrozenThatWasNotShown() {
    fields.putSingle("action", "freeze");
    assertThat(new FreezeForm(fields).isChosenAnew()).isTrue();
    for (String unseen : List.of(choice(), new FreezeForm(fields).shown(null))) {
      fields.putSingle("shown", unseen);
      assertThat(new FreezeForm(fields).isChosenAnew()).as(unseen).isTrue();
    }
    fields.putSingle("shown", new FreezeForm(fields).shown("5e"));
    assertThat(new FreezeForm(fields).isChosenAnew()).isFalse();
    fields.putSingle("linkNotes", "true");
    assertThat(new FreezeForm(fields).isChosenAnew()).isTrue();
  }
}
