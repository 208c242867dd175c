package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;

/** {@code device.addresses}. */
@Kind(value = "device.addresses", subject = "address")
@Says(
    "Further addresses of the device on the link. One with which the tester's machine never spoke,"
        + " or of another interface of the device, is not among them. Loopback, or behind a router:"
        + " UNDETERMINED.")
public record DeviceAddresses(
    @Says("hardware address that answers for it on the link") String mac,
    @Says(
            "further addresses with the same one, those of product.yaml's targets and public pages"
                + " left out")
        List<String> others,
    @Coverage @Says("network interface of the tester's machine") String link,
    @Coverage @Says("`ipv4`, and `ipv6` where all IPv6 nodes of the link were called")
        List<String> families,
    @Coverage @Says("addresses of the tester's machine there") List<String> from,
    @Coverage @Says("why the IPv6 nodes were not called, empty when they were") String notCalled)
    implements Fact {}
