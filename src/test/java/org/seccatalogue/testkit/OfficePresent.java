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

/// Leaves the tests out, and says so, where no LibreOffice is on the PATH; where one is required,
/// with `CI` or `-Dcatalogue.office=required`, they then fail. Its tests run beside those
/// in a browser.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OfficePresent.Condition.class)
@Tag("office")
public @interface OfficePresent {

  /// The condition.
  class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      boolean required =
          System.getenv("CI") != null || "required".equals(System.getProperty("catalogue.office"));
      return Office.program().isPresent() || required
          ? ConditionEvaluationResult.enabled("there is a LibreOffice, or there must be one")
          : ConditionEvaluationResult.disabled(
              "There is no soffice on the PATH, so no file was saved by another program.");
    }
  }
}
