package org.seccatalogue.page;

/// What a reader is told when a page cannot be shown.
record ErrorText(String heading, String advice) {

  static ErrorText of(int status) {
    return switch (status) {
      case 400, 422 ->
          new ErrorText(
              "The address or form is not valid",
              "Go back to the page you came from and try again from there.");
      case 403 ->
          new ErrorText(
              "This was not sent from the catalogue",
              "Open the catalogue on this machine and fill in the form there.");
      case 404 ->
          new ErrorText(
              "Page not found",
              "If you typed the address, check that it is correct. You can search for a record by"
                  + " its key, or find it in the outline.");
      case 405 ->
          new ErrorText(
              "This address only takes forms", "Start from the outline, or search for a record.");
      case 408, 429, 503 -> forNow(status);
      case 409, 412 ->
          new ErrorText(
              "The record has changed",
              "Open it again, check what changed, then make your change again.");
      case 413 ->
          new ErrorText(
              "The file or form is too large",
              "Nothing was changed. Split the workbook into smaller ones and import each.");
      case 415 ->
          new ErrorText(
              "This kind of file cannot be read",
              "Nothing was changed. Choose a workbook or a CSV file.");
      default ->
          new ErrorText(
              "Sorry, there is a problem with the catalogue",
              "Nothing that was saved before is lost. Try again; if it happens again, the log of"
                  + " the application says why.");
    };
  }

  /// The same may be sent again.
  private static ErrorText forNow(int status) {
    return status == 408
        ? new ErrorText(
            "The file or form came too slowly",
            "Nothing was changed. Send it again on a faster connection.")
        : new ErrorText(
            "The catalogue is busy", "Nothing was changed. Wait a minute, then try again.");
  }
}
