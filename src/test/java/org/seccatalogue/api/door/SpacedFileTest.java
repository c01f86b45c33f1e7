package org.seccatalogue.api.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SpacedFileTest {

  private final FileSpace space = new FileSpace(100);

  private SpacedFile file(int bytes, BooleanSupplier makeRoom) throws IOException {
    SpacedFile file = SpacedFile.create(space);
    try (OutputStream out = file.writing(makeRoom)) {
      out.write(new byte[bytes]);
    } catch (IOException e) {
      file.drop();
      throw e;
    }
    return file;
  }

  @Test
  void itsBytesCountWhileItIsWrittenAndAsLongAsItIsThere() throws IOException {
    SpacedFile first = file(60, () -> false);
    assertThat(space.used()).isEqualTo(60);
    assertThat(first.file()).hasSize(60);
    assertThatThrownBy(() -> file(41, () -> false)).isInstanceOf(SpacedFile.NoSpace.class);
    assertThat(space.used()).isEqualTo(60);
    first.drop();
    first.drop();
    assertThat(space.used()).isZero();
    assertThat(first.file()).doesNotExist();
    assertThat(first.begin()).isFalse();
  }

  @Test
  void whatIsBeingSentStaysUntilItHasBeen() throws IOException {
    SpacedFile first = file(60, () -> false);
    assertThat(first.begin()).isTrue();
    first.drop();
    assertThat(first.begin()).isTrue();
    first.end();
    assertThat(space.used()).isEqualTo(60);
    first.end();
    assertThat(space.used()).isZero();
    assertThat(first.file()).doesNotExist();
  }

  @Test
  void aFileThatNeedsRoomMakesIt() throws IOException {
    SpacedFile first = file(60, () -> false);
    SpacedFile second =
        file(
            90,
            () -> {
              boolean there = first.file().exists();
              first.drop();
              return there;
            });
    assertThat(space.used()).isEqualTo(90);
    second.drop();
  }
}
