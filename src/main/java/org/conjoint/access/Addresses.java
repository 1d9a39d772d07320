package org.conjoint.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Who shares the fate of an address: itself with IPv4, its /64 network with IPv6, of which one caller has all. */
final class Addresses {
    private Addresses() {}

    static String network(@Nullable String address) {
        if (address == null || !address.matches("[0-9a-fA-F.:]+(%.*)?")) {
            return "unknown";
        }
        try {
            // A literal address is only parsed, never looked up.
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8)) + "/64"
                    : address;
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
