package org.seccatalogue.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Leaves the tests out, and says so, where no Chromium is on the PATH; where one is required, with
/// `CI` or `-Dcatalogue.browser=required`, they then fail.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(BrowserPresent.BROWSER)
@ExtendWith(BrowserPresent.Condition.class)
public @interface BrowserPresent {

  /// What such tests are chosen by, to be run beside all others.
  String BROWSER = "browser";

  /// The condition.
  class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      boolean required =
          System.getenv("CI") != null || "required".equals(System.getProperty("catalogue.browser"));
      return Browser.program().isPresent() || required
          ? ConditionEvaluationResult.enabled("there is a Chromium, or there must be one")
          : ConditionEvaluationResult.disabled(
              "There is no chromium on the PATH, so the pages were not tried in a browser.");
    }
  }
}
