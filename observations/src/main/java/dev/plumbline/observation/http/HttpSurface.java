package dev.plumbline.observation.http;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;

/** {@code http.surface}. */
@Kind(value = "http.surface", subject = "endpoint")
@Says("What a web server shows without a login.")
public record HttpSurface(
    @Says("whether it was read over TLS") boolean tls,
    @Says("what it calls itself, empty where it does not") String server,
    @Says("paths readable without a login") List<Open> open,
    @Says("paths that ask for a login") List<String> guarded,
    @Says("paths that send elsewhere") List<Redirect> redirects,
    @Says("paths that exist and fail") List<Failing> other,
    @Says("number of paths that are not there") int missing,
    @Says("what an invented path gets") @Words({"missing", "guarded", "page", "redirect"})
        String elsewhere,
    @Coverage @Says("number of paths tried") int paths,
    @Coverage @Says("number of links followed") int followed,
    @Coverage @Says("paths without an answer; that nothing is open says nothing about these")
        List<String> unanswered)
    implements Fact {

  /** A path that can be read. */
  @Says("A path that can be read.")
  public record Open(
      @Says("the path") String path,
      @Says("status of the answer") int status,
      @Says("title of the page, empty without one") String title,
      @Says("length of the body") long bytes,
      @Says(
              "`page`, `login`, `configuration`, `data`, `media`, `update`, `backup`, `api`,"
                  + " `health` or `static`")
          String kind) {}

  /** A path that sends elsewhere. */
  @Says("A path that sends elsewhere.")
  public record Redirect(
      @Says("the path") String path, @Says("where it sends, the first 300 characters") String to) {}

  /** A path that exists and fails. */
  @Says("A path that exists and fails.")
  public record Failing(@Says("the path") String path, @Says("status of the answer") int status) {}
}
