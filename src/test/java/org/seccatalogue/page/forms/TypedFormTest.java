package org.seccatalogue.page.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedFormTest {

  private static final int ROWS = 3_000;

  /// Every second row is blank.
  @Test
  void noRowIsLost() {
    TypedForm form = TypedForm.blank();
    for (int row = 0; row < ROWS; row += 1_000) {
      form = form.with("/links/" + row + "/target", "B." + row);
      form = form.with("/links/" + (row + 1) + "/target", List.of(" "));
    }

    TypedForm dense = form.withoutBlankRows(TypedForm.LINKS);

    assertThat(form.rows(TypedForm.LINKS)).isEqualTo(2_002);
    assertThat(dense.rows(TypedForm.LINKS)).isEqualTo(3);
    assertThat(dense.text("/links/0/target")).isEqualTo("B.0");
    assertThat(dense.text("/links/1/target")).isEqualTo("B.1000");
    assertThat(dense.text("/links/2/target")).isEqualTo("B.2000");
  }

  @Test
  void otherFieldsStay() {
    TypedForm form =
        TypedForm.blank()
            .with("/note", "As agreed")
            .with("/links/7/target", "B.1")
            .with("/links/7/note", "")
            .with("/linksome/3/target", "B.2");

    TypedForm dense = form.withoutBlankRows(TypedForm.LINKS);

    assertThat(dense.text("/note")).isEqualTo("As agreed");
    assertThat(dense.text("/links/0/target")).isEqualTo("B.1");
    assertThat(dense.text("/links/7/target")).isEmpty();
    assertThat(dense.text("/linksome/3/target")).isEqualTo("B.2");
  }
}
