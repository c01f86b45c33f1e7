package org.seccatalogue.baseline.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.RecordType;

/// How many records of a baseline apply to each device.
@ApplicationScoped
public class DeviceCounts {

  private final FacetedRecords records;

  DeviceCounts(FacetedRecords records) {
    this.records = records;
  }

  /// A device, and for each type of its [Devices] how many records apply to it.
  public record Row(CodeList.Value device, List<Integer> counts) {}

  /// A row for each device.
  public List<Row> of(Baseline baseline, Devices devices) {
    Map<String, Integer> counts = new HashMap<>();
    records
        .counts(baseline, facets(devices))
        .forEach(count -> counts.put(count.type() + " " + count.facet(), count.records()));
    return devices.values().stream()
        .map(
            device ->
                new Row(
                    device,
                    devices.types().stream()
                        .map(type -> count(devices, type, device.code(), counts))
                        .toList()))
        .toList();
  }

  private static List<String> facets(Devices devices) {
    return devices.types().stream()
        .flatMap(
            type ->
                Stream.concat(
                    Stream.of(ofType(type)),
                    devices.values().stream()
                        .flatMap(device -> devices.facets(type, device.code()).stream())))
        .distinct()
        .toList();
  }

  private static String ofType(RecordType type) {
    return "type=" + type.name();
  }

  /// No type names devices in more than one attribute, so that none is counted twice.
  private static int count(
      Devices devices, RecordType type, String device, Map<String, Integer> counts) {
    List<String> facets =
        type.devices().contains(device) ? List.of(ofType(type)) : devices.facets(type, device);
    return facets.stream()
        .mapToInt(facet -> counts.getOrDefault(type.name() + " " + facet, 0))
        .sum();
  }
}
