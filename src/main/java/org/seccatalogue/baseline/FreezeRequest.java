package org.seccatalogue.baseline;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants to freeze.
///
/// @param name such as `SEC v0.01`
/// @param dated the day that stands on the baseline; the same content and the same day give the
///     same bytes, whenever it is frozen
/// @param note what the baseline is for
/// @param disclosure what goes out of what is internal; requests from before say nothing
/// @param by the role or name that publishes it
/// @param shown digest of what was seen to go out; nothing else is frozen then
public record FreezeRequest(
    String name,
    LocalDate dated,
    Selection selection,
    List<Waiver> waivers,
    @Nullable String note,
    @JsonAlias("author") String by,
    @Nullable Disclosure disclosure,
    @Nullable String shown) {

  public FreezeRequest {
    name = name.strip();
    waivers = List.copyOf(waivers);
  }

  /// Of somebody who has not looked, or takes what there is.
  public FreezeRequest(
      String name,
      LocalDate dated,
      Selection selection,
      List<Waiver> waivers,
      @Nullable String note,
      String by,
      @Nullable Disclosure disclosure) {
    this(name, dated, selection, waivers, note, by, disclosure, null);
  }

  /// What goes out of what is internal.
  public Disclosure disclosed() {
    return disclosure == null ? Disclosure.NONE : disclosure;
  }
}
