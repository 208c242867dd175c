package dev.plumbline.checks.access;

import dev.plumbline.observation.Fact;
import dev.plumbline.observation.http.ApiSurface;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.http.WebsocketAccess;
import dev.plumbline.observation.network.BacnetPresence;
import dev.plumbline.observation.network.CoapResources;
import dev.plumbline.observation.network.FtpAccess;
import dev.plumbline.observation.network.ModbusAccess;
import dev.plumbline.observation.network.MqttAccess;
import dev.plumbline.observation.network.OnvifAccess;
import dev.plumbline.observation.network.RtspAccess;
import java.util.List;
import java.util.Optional;

/**
 * What a service showed to a caller without a login, whatever it calls its parts: paths, topics,
 * streams, resources, operations.
 *
 * @param tried how many paths were asked, where the protocol has such a number
 * @param otherWays how many requests came by other ways than the plain one
 * @param unanswered parts that gave no answer
 * @param skipped parts that were not asked for
 * @param named parts that the service names and nobody asked for
 * @param complete whether every part is known
 */
record ReadableParts(
    List<Part> open,
    Optional<Long> tried,
    long otherWays,
    List<String> unanswered,
    List<String> skipped,
    List<String> named,
    boolean complete) {

  /**
   * A part that was readable.
   *
   * @param way by which it was, where that was not the plain one
   * @param shows secrets and personal data that stand there
   */
  record Part(String path, String kind, Optional<String> way, List<String> shows) {
    Part(String path, String kind) {
      this(path, kind, Optional.empty(), List.of());
    }
  }

  private ReadableParts(List<Part> open, Optional<Long> tried, List<String> unanswered) {
    this(open, tried, 0, unanswered, List.of(), List.of(), true);
  }

  /**
   * Parts whose number means nothing to people.
   *
   * @param asked whether anything was asked for, without which nothing is known
   */
  private ReadableParts(List<Part> open, boolean asked, List<String> unanswered) {
    this(open, Optional.empty(), 0, unanswered, List.of(), List.of(), asked);
  }

  /** Empty where the service was not there, and for facts about anything else. */
  static Optional<ReadableParts> of(Fact fact) {
    return switch (fact) {
      case HttpSurface web -> Optional.of(web(web));
      case ApiSurface api -> Optional.of(api(api));
      case CoapResources coap -> coap.open().map(open -> coap(coap, open));
      case BacnetPresence bacnet ->
          bacnet
              .open()
              .map(l -> l.stream().map(o -> new Part(o.path(), o.kind())).toList())
              .map(
                  open ->
                      new ReadableParts(
                          open,
                          bacnet.asked().filter(a -> !a.isEmpty()).isPresent(),
                          bacnet.unanswered().orElse(List.of())));
      case OnvifAccess onvif ->
          onvif
              .open()
              .map(l -> l.stream().map(o -> new Part(o.path(), o.kind())).toList())
              .map(
                  open ->
                      new ReadableParts(
                          open, !onvif.asked().isEmpty(), onvif.unanswered().orElse(List.of())));
      case FtpAccess ftp ->
          Optional.of(
              new ReadableParts(
                  ftp.open().stream().map(o -> new Part(o.path(), o.kind())).toList(),
                  !ftp.users().isEmpty(),
                  ftp.unanswered()));
      case ModbusAccess modbus ->
          Optional.of(
              new ReadableParts(
                  modbus.open().stream().map(o -> new Part(o.path(), o.kind())).toList(),
                  Optional.empty(),
                  modbus.unanswered()));
      case MqttAccess mqtt ->
          Optional.of(
              new ReadableParts(
                  mqtt.open().stream().map(o -> new Part(o.path(), o.kind())).toList(),
                  isAsked(mqtt),
                  mqtt.unanswered()));
      case RtspAccess rtsp ->
          Optional.of(
              new ReadableParts(
                  rtsp.open().stream().map(o -> new Part(o.path(), o.kind())).toList(),
                  Optional.of((long) rtsp.paths()),
                  rtsp.unanswered()));
      case WebsocketAccess sockets ->
          Optional.of(
              new ReadableParts(
                  sockets.open().stream().map(o -> new Part(o.path(), o.kind())).toList(),
                  Optional.of(sockets.paths()),
                  sockets.unanswered()));
      default -> Optional.empty();
    };
  }

  /** A broker that lets nobody in refuses all filters at once. */
  private static boolean isAsked(MqttAccess mqtt) {
    return !(mqtt.anonymous() ? mqtt.asked() : mqtt.guarded()).isEmpty();
  }

  private static ReadableParts web(HttpSurface web) {
    return new ReadableParts(
        web.open().stream()
            .map(o -> new Part(o.path(), o.kind(), o.way(), o.shows().orElse(List.of())))
            .toList(),
        Optional.of((long) web.paths()),
        web.otherWays().orElse(0),
        web.unanswered(),
        List.of(),
        web.left().orElse(List.of()),
        true);
  }

  private static ReadableParts api(ApiSurface api) {
    return new ReadableParts(
        api.open().stream()
            .map(o -> new Part(o.path(), o.kind(), Optional.empty(), o.shows().orElse(List.of())))
            .toList(),
        Optional.of(api.paths()),
        0,
        api.unanswered(),
        api.skipped(),
        List.of(),
        true);
  }

  private static ReadableParts coap(CoapResources coap, List<CoapResources.Open> open) {
    return new ReadableParts(
        open.stream().map(o -> new Part(o.path(), o.kind())).toList(),
        coap.paths(),
        0,
        coap.unanswered().orElse(List.of()),
        coap.skipped().orElse(List.of()),
        List.of(),
        coap.complete().orElse(false));
  }
}
