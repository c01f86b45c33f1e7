package org.seccatalogue.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Leaves the test out, and says so, where a program is missing that it runs; where they are
/// required, with `CI` or `-Dcatalogue.tools=required`, it then fails.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ToolsPresent.Condition.class)
public @interface ToolsPresent {

  /// The programs.
  Program[] value();

  /// A program that a test may need.
  enum Program {
    SPECTRAL,
    REDOCLY,
    TYPESCRIPT,
    NODE,
    AJV,
    PYTHON,
    CURL,
    OPENSSL,
    POPPLER;

    boolean isThere() {
      return switch (this) {
        case SPECTRAL -> Tools.node().isPresent() && Tools.npm("spectral").isPresent();
        case REDOCLY -> Tools.node().isPresent() && Tools.npm("redocly").isPresent();
        case TYPESCRIPT -> Tools.node().isPresent() && Tools.npm("tsc").isPresent();
        case AJV -> Tools.node().isPresent() && Tools.ajv().isPresent();
        case NODE -> Tools.node().isPresent();
        case CURL -> Tools.curl().isPresent();
        case OPENSSL -> Tools.openssl().isPresent();
        case POPPLER -> Tools.poppler("pdfinfo").isPresent();
        case PYTHON -> Tools.python().isPresent();
      };
    }
  }

  /// The condition.
  class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      boolean required =
          System.getenv("CI") != null || "required".equals(System.getProperty("catalogue.tools"));
      return required || isThere(context)
          ? ConditionEvaluationResult.enabled("the programs are there, or must be")
          : ConditionEvaluationResult.disabled(
              "A program is missing that .ci/run installs, so this was not tried with it.");
    }

    private static boolean isThere(ExtensionContext context) {
      return context.getElement().map(element -> element.getAnnotation(ToolsPresent.class)).stream()
          .flatMap(annotation -> Stream.of(annotation.value()))
          .allMatch(Program::isThere);
    }
  }
}
