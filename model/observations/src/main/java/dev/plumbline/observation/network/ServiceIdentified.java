package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Unanswered;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code service.identified}. */
@Kind(value = "service.identified", subject = "endpoint")
@Says("What speaks at an endpoint.")
public record ServiceIdentified(
    @Says(
            "`http`, `ssh`, `telnet`, `ftp`, `smtp`, `mqtt`, `rtsp`, `upnp`, `dns`, `modbus`, `adb`,"
                + " `redis`, `shell` (a command line without a login), another tool's word, or"
                + " `unknown`")
        String protocol,
    @Says("whether it speaks inside TLS") boolean tls,
    @Says("whether it offers TLS on request; absent where it was not asked")
        Optional<Boolean> starttls,
    @Says("first text, control characters escaped") Optional<String> banner,
    @Says("from the banner, where it gives it") Optional<String> product,
    @Says("from the banner, where it gives it") Optional<String> version,
    @Coverage @Says("protocols tried") List<String> spoke,
    @Coverage @Says("first words after which the port, open before, refused the next connection")
        Optional<List<String>> refusedAfter)
    implements Fact {
  /** Nothing was learnt, and the port refused the next connection after these first words. */
  public static Unanswered refusing(List<String> refusedAfter) {
    return new Unanswered(
        ServiceIdentified.class,
        refusedAfter.isEmpty() ? Map.of() : Map.of("refusedAfter", refusedAfter));
  }
}
