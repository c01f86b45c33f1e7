package org.seccatalogue.api.door;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.queue.Shares;

/// Why a request is not answered now.
enum Refusal {
  /// Nobody's requests have room.
  FULL(503, "Too much is being done", "Try again in a while."),
  /// This client has its share.
  CLIENT_FULL(429, "Too many requests at once", "Wait until some of your requests are answered."),
  /// Its body comes too slowly.
  TOO_SLOW(408, "The request came too slowly", "Send it again on a faster connection."),
  TOO_LARGE(413, "The request is too large", "Send less."),
  /// What was received cannot be kept.
  NO_ROOM(503, "There is no room for the request", "Try again in a while.");

  /// Under what the reason stands in the context of a request.
  static final String REASON = Refusal.class.getName();

  private static final int SECONDS = 5;

  private final int status;
  private final String title;
  private final String advice;

  Refusal(int status, String title, String advice) {
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  static Refusal of(Shares.Room room) {
    return room == Shares.Room.CLIENT_FULL ? CLIENT_FULL : FULL;
  }

  /// For pages, the answer becomes a page.
  Response answer() {
    Response answer = ProblemDetails.of(status, title, advice, List.of());
    return status == 429 || status == 503
        ? Response.fromResponse(answer).header("Retry-After", SECONDS).build()
        : answer;
  }
}
