package org.seccatalogue.baseline.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JwsTest {

  /// Made by `openssl genpkey -algorithm ed25519`, for this test alone.
  private static final String PEM =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIE/4hAdNsmfpDraoaMmFmIWziCcZ/dpgufzX0Qzypv2e
      -----END PRIVATE KEY-----
      """;

  /// What `openssl pkey -pubout` says of it.
  private static final byte[] PUBLIC =
      Base64.getDecoder().decode("T06eKJIt8GVKQTZDttUWyA4i1KVlpDfXsBeg5zKoZGo=");

  @Test
  void readsTheFileThatOpensslWrites(@TempDir Path folder) throws Exception {
    KeyFile key = KeyFile.read(Files.writeString(folder.resolve("key.pem"), PEM));
    assertThat(key.publicKey()).isEqualTo(PUBLIC);
  }

  /// RFC 8037, appendices A.3 and A.4.
  @Test
  void signsAsTheStandardSays() {
    byte[] seed =
        HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    byte[] prefix = HexFormat.of().parseHex("302e020100300506032b657004220420");
    byte[] pkcs8 = new byte[prefix.length + seed.length];
    System.arraycopy(prefix, 0, pkcs8, 0, prefix.length);
    System.arraycopy(seed, 0, pkcs8, prefix.length, seed.length);
    assertThat(KeyFile.of(pkcs8).x()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    assertThat(KeyFile.of(pkcs8).id()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }

  @Test
  void tellsGenuineFromChangedAndFromUnknown() {
    KeyFile key = KeyFile.made();
    String signed = Jws.sign("{\"a\":1}", key.id(), key.privateKey());
    Map<String, byte[]> keys = Map.of(key.id(), key.publicKey());
    assertThat(Jws.verify(signed, keys)).isEqualTo(new Jws.Verdict.Genuine(key.id(), "{\"a\":1}"));
    assertThat(Jws.verify(signed, Map.of())).isEqualTo(new Jws.Verdict.UnknownKey(key.id()));
    String other = Jws.sign("{\"a\":2}", key.id(), key.privateKey());
    String mixed =
        signed.substring(0, signed.indexOf('.'))
            + other.substring(other.indexOf('.'), other.lastIndexOf('.'))
            + signed.substring(signed.lastIndexOf('.'));
    assertThat(Jws.verify(mixed, keys))
        .isEqualTo(new Jws.Verdict.Broken("the key that it names did not make it"));
    assertThat(Jws.verify("nonsense", keys))
        .isEqualTo(new Jws.Verdict.Broken("it has not three parts with dots between them"));
  }
}
