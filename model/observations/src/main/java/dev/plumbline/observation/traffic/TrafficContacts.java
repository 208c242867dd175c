package dev.plumbline.observation.traffic;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code traffic.contacts}. */
@Kind(value = "traffic.contacts", subject = "endpoint that the device called, or `address/…`")
@Says("Whom the device called.")
public record TrafficContacts(
    @Says("recognised") List<String> protocols,
    @Says("from DNS answers and TLS") Optional<List<String>> names,
    @Says("multicast or broadcast") Optional<Boolean> group,
    @Says("when the first 20 connections began") Optional<List<String>> starts,
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
    @Says(
            "what was told besides to at most 20 texts, such as `banner`, `server`, `user-"
                + "agent`, `host`, `sni`, `mqtt-version`")
        Optional<Map<String, List<String>>> details,
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
