package org.seccatalogue.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentTest {

  @Test
  void theCanonicalFormIsOneLineOfSortedJson() throws JsonProcessingException {
    assertThat(content("{\"b\": [true, 2.50, 100], \"a\": \"é \\n \\\"\"}").canonical())
        .isEqualTo(
            "{\"attributes\":{\"a\":\"é \\n \\\"\",\"b\":[true,2.5,100]},"
                + "\"links\":[{\"revision\":1,\"target\":\"CLS-0002\",\"type\":\"derives_from\"},"
                + "{\"note\":\"why\",\"revision\":2,\"target\":\"CLS-0001\",\"type\":\"refines\"}],"
                + "\"parent\":\"SEC-0001\",\"type\":\"section\"}");
  }

  @Test
  void theDigestIsTheSha256OfTheCanonicalForm() {
    assertThat(HexFormat.of().formatHex(Content.digest("abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void equalContentsHaveEqualForms() throws JsonProcessingException {
    assertThat(content("{\"a\": 1.0, \"b\": 100}").canonical())
        .isEqualTo(content("{\"b\": 1e2, \"a\": 1}").canonical());
  }

  @Test
  void aCanonicalFormCanBeReadAgain() throws JsonProcessingException {
    Content content = content("{\"a\": [1, {\"b\": false}]}");

    assertThat(Content.parse(content.canonical())).isEqualTo(content);
  }

  private static Content content(String attributes) throws JsonProcessingException {
    return new Content(
        "section",
        new RecordKey("SEC", 1),
        Attributes.stored((ObjectNode) new ObjectMapper().readTree(attributes)),
        List.of(
            new Link("refines", new RecordKey("CLS", 1), 2, "why"),
            new Link("derives_from", new RecordKey("CLS", 2), 1, null)));
  }
}
