package org.seccatalogue.baseline.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
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
    assertThat(KeyFile.of(pkcs8).keyId()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }

  @Test
  void tellsGenuineFromChangedAndFromUnknown() {
    KeyFile key = KeyFile.made();
    String signed = Jws.sign("{\"a\":1}", Jws.Statement.MANIFEST, key);
    Map<String, byte[]> keys = Map.of(key.keyId(), key.publicKey());
    assertThat(Jws.verify(signed, Jws.Statement.MANIFEST, keys))
        .isEqualTo(new Jws.Verdict.Genuine(key.keyId(), "{\"a\":1}"));
    assertThat(Jws.verify(signed, Jws.Statement.MANIFEST, Map.of()))
        .isEqualTo(new Jws.Verdict.UnknownKey(key.keyId()));
    String other = Jws.sign("{\"a\":2}", Jws.Statement.MANIFEST, key);
    String mixed =
        signed.substring(0, signed.indexOf('.'))
            + other.substring(other.indexOf('.'), other.lastIndexOf('.'))
            + signed.substring(signed.lastIndexOf('.'));
    assertThat(Jws.verify(mixed, Jws.Statement.MANIFEST, keys))
        .isEqualTo(new Jws.Verdict.Broken("the key that it names did not make it"));
    assertThat(Jws.verify("nonsense", Jws.Statement.MANIFEST, keys))
        .isEqualTo(new Jws.Verdict.Broken("it has not three parts with dots between them"));
  }

  /// RFC 7515, section 4.1.11, and a signature over a statement of another kind.
  @Test
  void refusesWhatItDoesNotKnowAndWhatIsOfAnotherKind() {
    KeyFile key = KeyFile.made();
    Map<String, byte[]> keys = Map.of(key.keyId(), key.publicKey());
    String critical =
        signed(
            key,
            "{\"alg\":\"EdDSA\",\"crit\":[\"exp\"],\"kid\":\"%s\",\"typ\":\"sec-baseline+jws\"}");
    assertThat(Jws.verify(critical, Jws.Statement.MANIFEST, keys))
        .isEqualTo(new Jws.Verdict.Broken("it asks for what is not known here (crit)"));
    String plain = signed(key, "{\"alg\":\"EdDSA\",\"kid\":\"%s\"}");
    assertThat(Jws.verify(plain, Jws.Statement.MANIFEST, keys))
        .isEqualTo(new Jws.Verdict.Broken("it is not of the type sec-baseline+jws"));
    String list = Jws.sign("{}", Jws.Statement.FILES, key);
    assertThat(Jws.verify(list, Jws.Statement.FILES, keys))
        .isEqualTo(new Jws.Verdict.Genuine(key.keyId(), "{}"));
    assertThat(Jws.verify(list, Jws.Statement.MANIFEST, keys))
        .isEqualTo(new Jws.Verdict.Broken("it is not of the type sec-baseline+jws"));
  }

  private static String signed(KeyFile key, String header) {
    String head = header.formatted(key.keyId());
    String signed = Jws.encode(head.getBytes(UTF_8)) + "." + Jws.encode("{}".getBytes(UTF_8));
    return signed + "." + Jws.encode(key.sign(signed.getBytes(UTF_8)));
  }

  /// Of 64 bytes the last letter of base64 holds four bits that mean nothing.
  @Test
  void refusesASignatureThatIsWrittenOtherwise() {
    KeyFile key = KeyFile.made();
    Map<String, byte[]> keys = Map.of(key.keyId(), key.publicKey());
    String signed = Jws.sign("{}", Jws.Statement.MANIFEST, key);
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    char last = signed.charAt(signed.length() - 1);
    String other =
        signed.substring(0, signed.length() - 1) + letters.charAt(letters.indexOf(last) + 1);
    Jws.Verdict broken = new Jws.Verdict.Broken("it is not in the form of RFC 7515");
    assertThat(Jws.verify(other, Jws.Statement.MANIFEST, keys)).isEqualTo(broken);
    assertThat(Jws.verify(signed + "\n", Jws.Statement.MANIFEST, keys)).isEqualTo(broken);
    assertThat(Jws.verify(signed + "=", Jws.Statement.MANIFEST, keys)).isEqualTo(broken);
  }
}
