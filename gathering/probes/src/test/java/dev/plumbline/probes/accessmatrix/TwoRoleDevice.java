package dev.plumbline.probes.accessmatrix;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.probe.AccessPlace;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A device with two rooms, one for the owner alone, and its driver. Passwords are {@code right-}
 * and the user. Each of its faults is a method.
 */
final class TwoRoleDevice implements DeviceDriver {
  private static final DriverResult DONE = new DriverResult.Done(Map.of());
  private static final DriverResult NO = new DriverResult.Refused("403");
  private static final DriverResult SILENT = new DriverResult.Errored("no answer");

  private final Endpoint endpoint;
  private final Set<String> open = new HashSet<>();
  private final List<String> logins = new ArrayList<>();
  private boolean keepsSessions;
  private boolean mixesRoles;
  private boolean shutsEverybodyOut;
  private boolean silent;
  private boolean withoutLogout;
  private boolean takesAnyLogin;
  private boolean asksAtEveryDoor;

  TwoRoleDevice(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** A room that needs no login. */
  TwoRoleDevice open(String room) {
    open.add(room);
    return this;
  }

  TwoRoleDevice keepingSessions() {
    keepsSessions = true;
    return this;
  }

  TwoRoleDevice mixingRoles() {
    mixesRoles = true;
    return this;
  }

  TwoRoleDevice shuttingEverybodyOut() {
    shutsEverybodyOut = true;
    return this;
  }

  TwoRoleDevice silent() {
    silent = true;
    return this;
  }

  TwoRoleDevice withoutLogout() {
    withoutLogout = true;
    return this;
  }

  TwoRoleDevice takingAnyLogin() {
    takesAnyLogin = true;
    return this;
  }

  /** There is no session: each request brings the login. */
  TwoRoleDevice askingAtEveryDoor() {
    asksAtEveryDoor = true;
    return this;
  }

  List<String> logins() {
    return logins;
  }

  @Override
  public List<AccessPlace> places() {
    return List.of(
        new AccessPlace(
            "hall", endpoint, List.of("/hall"), Set.of("owner", "guest"), !asksAtEveryDoor),
        new AccessPlace("safe", endpoint, List.of("/safe"), Set.of("owner"), !asksAtEveryDoor));
  }

  @Override
  public Visit visit(Optional<Credential> as) {
    return new Guest(as);
  }

  private final class Guest implements Visit {
    private final Optional<Credential> who;
    private boolean in;

    Guest(Optional<Credential> who) {
      this.who = who;
    }

    @Override
    public DriverResult login() {
      logins.add(who.orElseThrow().user());
      in = takesAnyLogin || who.get().password().equals("right-" + who.get().user());
      return silent ? SILENT : in ? DONE : NO;
    }

    @Override
    public DriverResult reach(String place) {
      if (silent) {
        return SILENT;
      }
      if (asksAtEveryDoor && who.isPresent()) {
        login();
      }
      String user = who.map(Credential::user).orElse("");
      boolean may = mixesRoles || place.equals("hall") || !user.equals("guest");
      return open.contains(place) || (in && may && !shutsEverybodyOut) ? DONE : NO;
    }

    @Override
    public DriverResult logout() {
      in &= keepsSessions;
      return withoutLogout ? new DriverResult.Missing("the action logout") : DONE;
    }
  }

  @Override
  public boolean offers(DriverAction action) {
    return false;
  }

  @Override
  public Set<String> settings() {
    return Set.of();
  }

  @Override
  public Optional<byte[]> image(String name) {
    return Optional.empty();
  }

  @Override
  public DriverResult perform(
      DriverAction action, Map<String, String> arguments, Optional<byte[]> file) {
    return new DriverResult.Missing(action.word());
  }
}
