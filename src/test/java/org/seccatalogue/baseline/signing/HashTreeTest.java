package org.seccatalogue.baseline.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.record.RecordKey;

class HashTreeTest {

  /// Computed from RFC 6962, section 2.1, by another program.
  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, d0dbecca343ae48ebccd7e148e59bef60b81807f23d66095a8dfdf7b35bee453",
    "2, 549348b22d5afd5b99c6267c3b795af8f131fcac7fbfa717ebf90162495f0b15",
    "3, c6db69dceb807ce3643bd2c3aef52cc676dc6c9453f5608967d3becb791d78fc",
    "7, f821cc424029d8e0b8b3ba2584592ef88a5e7b56c9ca9f9fa98c1ae7198a47c2",
    "8, f36394d22c62181a7a3bc42908b385e9d4ad3ae6f27654f3b0d3070d5b8cd1b0",
    "1000, 51d6c1a4872dc37456627c18ff5e7d53775fc6f8e62fe5c7b4e03e115c2058c3",
  })
  void joinsLeavesAsTheStandardSays(int leaves, String root) {
    HashTree tree = new HashTree();
    for (int i = 1; i <= leaves; i++) {
      tree.add(new Leaf(new RecordKey("ESM", i), i, "DRAFT", "%064x".formatted(i)));
    }
    assertThat(tree.root()).isEqualTo(root);
  }
}
