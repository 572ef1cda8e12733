package org.maplebridge.kernel.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Signing in with a certificate that the proxy has seen and a registrar has bound.
@RestController
class CertificateDesk {

    private final Transactions transactions;
    private final BindingStore bindings;
    private final Entrance entrance;
    private final Identities identities;
    private final Throttle throttle;

    CertificateDesk(
            Transactions transactions,
            BindingStore bindings,
            Entrance entrance,
            Identities identities,
            Throttle throttle) {
        this.transactions = transactions;
        this.bindings = bindings;
        this.entrance = entrance;
        this.identities = identities;
        this.throttle = throttle;
    }

    @PostMapping("/api/public/sign-in/certificate")
    @Allowed(Allowed.Door.PUBLIC)
    Me signIn(HttpServletRequest request, HttpServletResponse response) {
        throttle.spend("sign-in", Addresses.key(request), identities.settings().signInsPerMinute());
        var account = Certificates.of(request)
                .map(fingerprint -> new BindingStore.Voucher(Means.CERTIFICATE, "", fingerprint))
                .flatMap(voucher -> transactions.run(Identities.NOBODY, work -> bindings.account(voucher)))
                .orElseThrow(() -> new Refused(Problem.of(422, "certificate", "证书没有绑定账号", "没有收到证书，或者这张证书没有绑定到账号。")
                        .withRule("access.certificate")
                        .withNext("插好 UKey 重新打开页面再试；还不行就请本单位管理员绑定证书，或用密码登录。")));
        return entrance.open(
                new Entrance.Proven(account, Optional.empty(), false), Means.CERTIFICATE, request, response);
    }
}
