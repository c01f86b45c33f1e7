package org.seccatalogue.api;

import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Checks forms that bring a file.
public final class UploadCheck {

  private UploadCheck() {}

  /// What is wrong with a form that must have a workbook and may have the fields that are known.
  public static List<Finding> check(
      MultipartFormDataInput form, List<String> known, @Nullable FileUpload file) {
    return check(form, known, file, "a workbook");
  }

  /// What is wrong with a form that must have a file and may have the fields that are known.
  ///
  /// @param wanted what the file is to be, in words
  public static List<Finding> check(
      MultipartFormDataInput form, List<String> known, @Nullable FileUpload file, String wanted) {
    List<Finding> findings = new ArrayList<>();
    for (String name : form.getValues().keySet()) {
      // A part without a name is there under null.
      if (name == null || !known.contains(name)) {
        Place place = new Place.Parameter(name == null ? "" : name);
        String expected = String.join(" or ", known);
        findings.add(Finding.error(FindingCode.UNKNOWN_FIELD, place, name, expected));
      }
    }
    if (file == null) {
      Place place = new Place.Parameter("file");
      findings.add(Finding.error(FindingCode.MISSING_VALUE, place, null, wanted));
    }
    if (file != null && !isKept(file.fileName())) {
      Place place = new Place.Parameter("file");
      findings.add(Finding.error(FindingCode.BAD_VALUE, place, null, "a file with a name"));
    }
    return findings;
  }

  private static boolean isKept(@Nullable String fileName) {
    return fileName != null && fileName.indexOf('\0') < 0;
  }
}
