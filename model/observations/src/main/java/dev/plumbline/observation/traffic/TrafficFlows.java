package dev.plumbline.observation.traffic;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code traffic.flows}. */
@Kind(value = "traffic.flows", subject = "`DUT`")
@Says("Connections of the device. Volumes are bytes of IP packets; out: sent by the " + "device.")
public record TrafficFlows(
    @Says("sent by the device") Optional<Long> packetsOut,
    @Says("sent to it") Optional<Long> packetsIn,
    @Says("sent by the device") long bytesOut,
    @Says("sent to it") long bytesIn,
    @Says("number") Optional<Long> unansweredRequestsToDevice,
    @Says("number of flows") long distinct,
    @Says(
            "the 1,000 largest, each the sum of the connections with one peer and one service"
                + " port")
        List<Flow> flows,
    @Says("bytes over time") Optional<Volumes> volumes,
    @Coverage @Says("time of the first frame, ISO 8601 in UTC") Optional<String> from,
    @Coverage @Says("time of the last frame") Optional<String> until,
    @Coverage @Says("nothing is known to be missing") boolean whole,
    @Coverage
        @Says(
            "what the capture lacks, as texts; none means that all frames between the two "
                + "times were read")
        List<String> gaps,
    @Coverage @Says("of the file") Optional<String> format,
    @Coverage @Says("number of frames") Optional<Long> frames,
    @Coverage @Says("of the device") Optional<Long> packets,
    @Coverage @Says("of others") Optional<Long> othersPackets,
    @Coverage @Says("captured without their end") Optional<Long> truncated,
    @Coverage @Says("missed by the capturing program, where the file tells") Optional<Long> dropped,
    @Coverage @Says("of the capturing machine") Optional<Object> interfaces,
    @Coverage @Says("of the capturing program") Optional<Object> filters,
    @Coverage @Says("that counted as the device's") Optional<List<String>> addresses)
    implements OfCapture {
  /** Connections with one peer and one service port. */
  @Says("Connections with one peer and one service port.")
  public record Flow(
      @Says("`tcp`, `udp`, `ip` for all without ports") String transport,
      @Says("its address") String device,
      @Says("the other's address") String peer,
      @Says("of the side that was called") int port,
      @Says("who called") @Words({"device", "peer"}) String openedBy,
      @Says("recognised") List<String> protocols,
      @Says("number") long connections,
      @Says("number") Optional<Long> refused,
      @Says("number") Optional<Long> unanswered,
      @Says("who opened these is guessed from the ports") long openingNotSeen,
      @Says("sent by the device") Optional<Long> packetsOut,
      @Says("sent to it") Optional<Long> packetsIn,
      @Says("sent by the device") long bytesOut,
      @Says("sent to it") long bytesIn,
      @Says("when") Optional<String> first,
      @Says("when") Optional<String> last) {}

  /** Bytes over time. */
  @Says("Bytes over time.")
  public record Volumes(
      @Says("when") String from,
      @Says("length of a step") long stepSeconds,
      @Says("a number for each of at most 240 steps") List<Long> bytesOut,
      @Says("a number for each") List<Long> bytesIn) {}
}
