package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Field;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code rtsp.access}. */
@Kind(value = "rtsp.access", subject = "endpoint")
@Says(
    "Streams that are described or played without a login. A stream with an address of its own "
        + "is not found.")
public record RtspAccess(
    @Says("what the server says that it takes") List<String> methods,
    @Says("streams that it described, or played without a description") List<Open> open,
    @Says("paths that ask for a login") List<String> guarded,
    @Says("how: `basic`, `digest`") List<String> schemes,
    @Says("number of paths that are not there") int missing,
    @Coverage @Field("missing") @Says("those that do not exist; not in older records")
        Optional<List<String>> absent,
    @Coverage @Says("number of paths tried") int paths,
    @Coverage @Says("paths without a clear answer") List<String> unanswered)
    implements Fact {
  /** A stream. */
  @Says("A stream.")
  public record Open(@Says("its path") String path, @Says("`media`") String kind) {}
}
