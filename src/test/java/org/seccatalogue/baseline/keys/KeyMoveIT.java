package org.seccatalogue.baseline.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.signing.KeyFile;
import org.seccatalogue.testkit.TestDatabase;

/// Keys that an earlier version kept in the database.
@QuarkusTest
class KeyMoveIT {

  @Inject KeyMove move;
  @Inject SigningKeys keys;
  @Inject Published published;

  @ConfigProperty(name = "catalogue.signing.development-key")
  Path usual;

  @Test
  void theNewestIsMovedToAFileAndAllStayPublished() throws Exception {
    KeyFile first = kept("first", "2011-10-01");
    KeyFile newest = kept("second", "2011-11-01");

    move.move();

    assertThat(move.trouble()).isEmpty();
    assertThat(inDatabase()).isZero();
    Path file = usual.resolveSibling("signing-key-" + newest.keyId() + ".pem");
    if (!Files.exists(file)) {
      file = usual;
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    byte[] probe = "probe".getBytes(StandardCharsets.UTF_8);
    assertThat(KeyFile.read(file).sign(probe)).isEqualTo(newest.sign(probe));
    assertThat(published.keys().get(first.keyId())).isEqualTo(first.publicKey());
    assertThat(published.keys().get(newest.keyId())).isEqualTo(newest.publicKey());
  }

  @Test
  void everyKeyThatEverWasStaysVisible() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 41; i++) {
      assertThat(keys.rotate()).isInstanceOf(SigningKeys.Rotation.Rotated.class);
      made.add(keyId(usual));
    }
    assertThat(made).doesNotHaveDuplicates();
    assertThat(published.keys()).containsKeys(made.toArray(String[]::new));
  }

  private static String keyId(Path file) {
    try {
      return KeyFile.read(file).keyId();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static KeyFile kept(String id, String day) throws SQLException {
    KeyFile key = KeyFile.made();
    try (Connection owner = TestDatabase.asOwner();
        PreparedStatement insert =
            owner.prepareStatement(
                "insert into drafting.signing_key (id, private_key, made_at)"
                    + " values (?, ?, cast(? as timestamptz))")) {
      insert.setString(1, id);
      insert.setBytes(2, key.privateKey().getEncoded());
      insert.setString(3, day);
      insert.execute();
    }
    return key;
  }

  static int inDatabase() throws SQLException {
    try (Connection owner = TestDatabase.asOwner();
        ResultSet count =
            owner.createStatement().executeQuery("select count(*) from drafting.signing_key")) {
      count.next();
      return count.getInt(1);
    }
  }
}
