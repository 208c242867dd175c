package dev.plumbline.observation.traffic;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code traffic.served}. */
@Kind(value = "traffic.served", subject = "endpoint of the device that was called and answered")
@Says("Who called the device.")
public record TrafficServed(
    @Says("recognised") List<String> protocols,
    @Says("the first 20") Optional<List<String>> peers,
    @Says("number of all") Optional<Long> peerCount,
    @Says("number") long connections,
    @Says("number") Optional<Long> refused,
    @Says("number") Optional<Long> unanswered,
    @Says("who opened these is guessed from the ports") long openingNotSeen,
    @Says("sent by the device") Optional<Long> packetsOut,
    @Says("sent to it") Optional<Long> packetsIn,
    @Says("sent by the device") long bytesOut,
    @Says("sent to it") long bytesIn,
    @Says("when") Optional<String> first,
    @Says("when") Optional<String> last,
    @Says("as for `traffic.contacts`") Optional<Map<String, List<String>>> details,
    @Coverage @Says("time of the first frame, ISO 8601 in UTC") Optional<String> from,
    @Coverage @Says("time of the last frame") Optional<String> until,
    @Coverage @Says("nothing is known to be missing") boolean whole,
    @Coverage
        @Says(
            "what the capture lacks, as texts; none means that all frames between the two "
                + "times were read")
        List<String> gaps,
    @Coverage @Says("of the file") Optional<String> format)
    implements OfCapture {}
