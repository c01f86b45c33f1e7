package org.seccatalogue.page.published.search;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.search.PublishedFilter;
import org.seccatalogue.baseline.search.PublishedQuery;
import org.seccatalogue.page.PageAddress;

/// What a reader asks about a device.
///
/// @param device code of the device
/// @param type name of a record type; any when absent
/// @param attribute filter by the code of an attribute, as `name:code`
record DeviceQuestion(String device, @Nullable String type, @Nullable String attribute) {

  private static final int MOST_OF_THE_API = 200;

  PublishedQuery query(@Nullable String cursor, int limit) {
    PublishedFilter filter =
        new PublishedFilter(
            Stream.ofNullable(type).toList(),
            null,
            List.of(),
            Stream.ofNullable(attribute).map(PublishedQuery.Wanted::of).toList(),
            List.of(),
            List.of(device),
            List.of(),
            null);
    return new PublishedQuery(filter, null, null, cursor, limit);
  }

  /// An address with the question.
  PageAddress at(String path) {
    return new PageAddress(path)
        .with("device", device)
        .with("type", type)
        .with("attribute", attribute);
  }

  /// The call of the API that gives the same.
  String call(String baseline) {
    return at("/api/v1/baselines/" + baseline + "/records")
        .with("limit", MOST_OF_THE_API)
        .toString()
        .replace("%3A", ":");
  }

  DeviceQuestion with(@Nullable String otherAttribute) {
    return new DeviceQuestion(device, type, otherAttribute);
  }
}
