package org.seccatalogue.page.forms;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.seccatalogue.page.Choice;

/// What a browser sends of the fields of a form that nobody touched. It takes line breaks out of a
/// field of one line, sends those of an area as carriage return and line feed, and a day only when
/// its calendar has it.
final class SentFields {

  private final MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();

  MultivaluedMap<String, String> sent() {
    return sent;
  }

  void send(Field field) {
    switch (field.control()) {
      case Control.Input input ->
          sent.add(field.name(), input.value().replace("\r", "").replace("\n", ""));
      case Control.Day(String value) ->
          sent.add(
              field.name(),
              value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && !value.startsWith("0000")
                  ? value
                  : "");
      case Control.Area(String value, _, _) ->
          sent.add(field.name(), value.replaceAll("\r\n|\r|\n", "\r\n"));
      case Control.Select(List<Choice> choices) ->
          sent.add(
              field.name(),
              choices.stream()
                  .filter(Choice::chosen)
                  .reduce((_, last) -> last)
                  .orElse(choices.getFirst())
                  .value());
      case Control.Radios(List<Choice> choices) ->
          choices.stream()
              .filter(Choice::chosen)
              .reduce((_, last) -> last)
              .ifPresent(choice -> sent.add(field.name(), choice.value()));
      case Control.Checks(List<Choice> choices) ->
          choices.stream()
              .filter(Choice::chosen)
              .forEach(choice -> sent.add(field.name(), choice.value()));
      case Control.Entries(List<Field> fields) -> fields.forEach(this::send);
      case Control.Rows(List<Control.Row> rows, _) ->
          rows.forEach(row -> row.fields().forEach(this::send));
    }
  }
}
