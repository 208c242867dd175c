package dev.plumbline.observation.http;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

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
        List<String> unanswered,
    @Coverage @Says("paths of the dossier that were asked for") Optional<List<String>> declared,
    @Coverage @Says("number of requests for guarded paths in other ways")
        Optional<Integer> otherWays,
    @Coverage @Says("the first 50 paths that were named and not asked for")
        Optional<List<String>> left)
    implements Fact {

  /** What a reader of fewer places tells. */
  public HttpSurface(
      boolean tls,
      String server,
      List<Open> open,
      List<String> guarded,
      List<Redirect> redirects,
      List<Failing> other,
      int missing,
      String elsewhere,
      int paths,
      int followed,
      List<String> unanswered) {
    this(
        tls,
        server,
        open,
        guarded,
        redirects,
        other,
        missing,
        elsewhere,
        paths,
        followed,
        unanswered,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A path that can be read. */
  @Says("A path that can be read.")
  public record Open(
      @Says("the path") String path,
      @Says("status of the answer") int status,
      @Says("title of the page, empty without one") String title,
      @Says("length of the body") long bytes,
      @Says(
              "what stands there: `page`, `login`, `configuration`, `data`, `media`, `update`,"
                  + " `backup`, `api`, `health`, `static`, `listing` of a directory, `console` for"
                  + " developers or `description` of an API")
          String kind,
      @Says("in which other way than by asking for it the path was readable") Optional<String> way,
      @Says("secrets and personal data that stand there, by what they are")
          Optional<List<String>> shows) {
    /** One that is readable by asking for it and shows nothing private. */
    public Open(String path, int status, String title, long bytes, String kind) {
      this(path, status, title, bytes, kind, Optional.empty(), Optional.empty());
    }
  }

  /** A path that sends elsewhere. */
  @Says("A path that sends elsewhere.")
  public record Redirect(
      @Says("the path") String path, @Says("where it sends, the first 300 characters") String to) {}

  /** A path that exists and fails. */
  @Says("A path that exists and fails.")
  public record Failing(@Says("the path") String path, @Says("status of the answer") int status) {}
}
