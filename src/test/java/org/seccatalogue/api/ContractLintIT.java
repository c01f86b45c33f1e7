package org.seccatalogue.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Tools;
import org.seccatalogue.testkit.ToolsPresent;

/// The contracts keep the rules in `openapi/ruleset.yaml` and those of Redocly, and the rules find
/// what breaks them.
@Tag("process")
@ToolsPresent(ToolsPresent.Program.SPECTRAL)
class ContractLintIT {

  private static final String BREAKS = "src/test/resources/contract/breaks-every-rule.yaml";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openapi/openapi.yaml",
        "target/contract/openapi.yaml",
        "target/contract/openapi-drafting.yaml"
      })
  void theContractKeepsTheRules(String file) throws Exception {
    Tools.Ended lint = lint(file, "stylish");

    assertThat(lint.output()).contains("No results");
    assertThat(lint.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"target/contract/openapi.yaml", "target/contract/openapi-drafting.yaml"})
  @ToolsPresent(ToolsPresent.Program.REDOCLY)
  void theContractsOfBothSidesKeepTheRulesOfRedocly(String file) throws Exception {
    Tools.Ended lint = redocly(file);

    assertThat(lint.output()).contains("Your API description is valid.");
    assertThat(lint.code()).isZero();
  }

  @Test
  @ToolsPresent(ToolsPresent.Program.REDOCLY)
  void theRulesOfRedoclyFindWhatBreaksThem() throws Exception {
    Tools.Ended lint = redocly(BREAKS);

    assertThat(lint.output()).contains("security-defined", "operation-4xx-response");
    assertThat(lint.code()).isNotZero();
  }

  @Test
  void theRulesOfOthersFindWhatBreaksThem() throws Exception {
    assertThat(lint(BREAKS, "text").output())
        .contains(
            "owasp:api4:2023-string-limit",
            "owasp:api4:2023-string-restricted",
            "owasp:api4:2023-rate-limit-responses-429",
            "owasp:api8:2023-define-error-validation",
            "owasp:api8:2023-define-error-responses-500");
  }

  @Test
  void eachRuleFindsWhatBreaksIt() throws Exception {
    Tools.Ended lint = lint(BREAKS, "text");

    assertThat(lint.output().lines().flatMap(ContractLintIT::rule).distinct().sorted())
        .containsExactly(
            "errors-are-problems",
            "every-operation-may-fail",
            "headers-are-described",
            "info-contact",
            "limits-are-bounded",
            "lists-are-paged",
            "lists-end-with-next",
            "oas3-parameter-description",
            "oas3-unused-component",
            "objects-are-closed",
            "operation-description",
            "operation-has-one-tag",
            "operation-has-summary",
            "operation-id-in-camel-case",
            "operation-operationId",
            "operation-tag-defined",
            "operation-tags",
            "parameters-in-camel-case",
            "paths-in-kebab-case",
            "schemas-are-described",
            "tag-description",
            "what-is-made-has-a-place");
  }

  private static Stream<String> rule(String line) {
    return line.matches(".* (error|warning) [a-z0-9A-Z-]+ \".*")
        ? Stream.of(line.replaceFirst(".* (error|warning) ([a-z0-9A-Z-]+) \".*", "$2"))
        : Stream.empty();
  }

  private static Tools.Ended redocly(String file) throws Exception {
    return Tools.run(
        List.of(
            Tools.npm("redocly").orElseThrow().toString(),
            "lint",
            "--config=openapi/redocly.yaml",
            file));
  }

  private static Tools.Ended lint(String file, String format) throws Exception {
    return Tools.run(
        List.of(
            Tools.npm("spectral").orElseThrow().toString(),
            "lint",
            "--fail-severity=hint",
            "--format=" + format,
            "--ruleset=openapi/ruleset.yaml",
            file));
  }
}
