package dev.plumbline.observation.http;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;

/** {@code websocket.access}. */
@Kind(value = "websocket.access", subject = "endpoint")
@Says("WebSockets that open without a login. A socket that no page names is not found.")
public record WebsocketAccess(
    @Says("those that opened") List<Socket> endpoints,
    @Says("what came over them") List<Open> open,
    @Says("paths that answered 401 or 403") List<String> guarded,
    @Coverage @Says("number tried") long paths,
    @Coverage
        @Says("paths without an answer, and messages that a socket that opened did not answer")
        List<String> unanswered)
    implements Fact {
  /** A WebSocket that opened. */
  @Says("A WebSocket that opened.")
  public record Socket(
      @Says("its path") String path,
      @Says("whether a page of another site may open it")
          @Words({"accepted", "refused", "unanswered"})
          String foreignOrigin) {}

  /** What came. */
  @Says("What came.")
  public record Open(
      @Says("its path, and the message that it answered") String path,
      @Says("`data`: a message came, unasked or to one that only reads") @Words({"data", "socket"})
          String kind) {}
}
