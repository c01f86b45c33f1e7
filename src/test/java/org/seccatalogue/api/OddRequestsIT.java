package org.seccatalogue.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.ContractCheck;
import org.seccatalogue.testkit.OddRequests;
import org.seccatalogue.testkit.OddRequests.Case;
import org.seccatalogue.testkit.OddRequests.Expected;
import org.seccatalogue.testkit.Proof;
import org.seccatalogue.testkit.RawHttp;

/// Whatever is asked, the answer is one that the contract knows, and never a failure of the server.
@QuarkusTest
@NullUnmarked
class OddRequestsIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SOME = 1200;
  private static final int SHOWN = 60;
  private static final int SHOWN_LENGTH = 400;

  @Test
  void oneOddityAtATimeIsAnsweredAsTheContractSays() throws Exception {
    assertAllKept(Proof.of(requests().all().toList(), SOME));
  }

  @Test
  void severalOdditiesAtOnceAreAnsweredAsTheContractSays() throws Exception {
    assertAllKept(requests().mixed(Proof.SEED, Proof.count(200, 1000)).toList());
  }

  private static OddRequests requests() {
    return new OddRequests(ContractCheck.served(), OddRequestsIT::place);
  }

  /// What stands for a parameter of a path: something that is there.
  private static String place(String parameter) {
    return switch (parameter) {
      case "key" -> "ESM-0001";
      case "type" -> "clause";
      case "section" -> "C.4.1.a";
      case "name" -> "odd-requests";
      default -> "1";
    };
  }

  private static void assertAllKept(List<Case> cases) throws Exception {
    List<String> departures = new ArrayList<>();
    int count = 0;
    RawHttp http = new RawHttp(RestAssured.port);
    for (Case odd : cases) {
      count++;
      departures(odd, http.send(odd.request())).stream()
          .limit(1)
          .forEach(departure -> departures.add(odd.request() + ": " + departure));
    }
    assertThat(count).isPositive();
    assertThat(departures.stream().limit(SHOWN))
        .as("%s of %s answers; %s", departures.size(), count, Proof.told())
        .isEmpty();
  }

  private static List<String> departures(Case odd, RawHttp.Answer answer) {
    if (odd.expected() instanceof Expected.NoAddress) {
      return answer.status() == 400 ? List.of() : List.of("is no address, and not refused");
    }
    return unexpected(odd.expected(), answer).stream()
        .map(departure -> departure + " <- " + shortened(answer))
        .toList();
  }

  private static String shortened(RawHttp.Answer answer) {
    String text = answer.toString();
    return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "...";
  }

  private static List<String> unexpected(Expected expected, RawHttp.Answer answer) {
    List<String> named = named(answer);
    return switch (expected) {
      case Expected.Refused(String parameter) when !named.contains(parameter) ->
          List.of("does not refuse " + parameter);
      case Expected.Taken(String parameter) when named.contains(parameter) ->
          List.of("refuses " + parameter);
      case Expected.Anything() when answer.status() == 400 && named.isEmpty() ->
          List.of("does not say what is wrong");
      case Expected.Refused _, Expected.Taken _, Expected.Anything _, Expected.NoAddress _ ->
          List.of();
    };
  }

  /// The places that an answer finds wrong: parameters, and pointers into the body.
  private static List<String> named(RawHttp.Answer answer) {
    try {
      List<String> named = new ArrayList<>();
      for (JsonNode finding : JSON.readTree(answer.body()).path("findings")) {
        named.add(finding.path("parameter").asText(finding.path("pointer").asText()));
      }
      return named;
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }
}
