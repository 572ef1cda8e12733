package org.maplebridge.launch.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Refused;

/// What a demo folder lets be done without signing in is for whoever sits at the machine itself.
final class OwnMachine {

    /// What somebody in between adds: behind a gateway everybody seems to sit here.
    private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private OwnMachine() {}

    /// @throws Refused with 403 if the request comes, or was passed on, from elsewhere
    static void refuseOthers(HttpServletRequest request) {
        boolean passedOn = PASSED_ON.stream()
                .anyMatch(name -> Optional.ofNullable(request.getHeader(name)).isPresent());
        if (passedOn || !isLoopback(request.getRemoteAddr())) {
            throw Refused.notYours("这一步只能在运行枫桥的这台机器上试：用本机的浏览器打开 http://127.0.0.1:端口/。");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            // an address, never a name: nobody is asked
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unreadable) {
            return false;
        }
    }
}
