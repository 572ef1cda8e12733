package org.maplebridge.kernel.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out.
@RestController
class SessionDesk {

    private static final int LONGEST = 128;

    private final Entrance entrance;
    private final Identities identities;
    private final Throttle throttle;

    SessionDesk(Entrance entrance, Identities identities, Throttle throttle) {
        this.entrance = entrance;
        this.identities = identities;
        this.throttle = throttle;
    }

    /// @param otp a one-time code or a recovery code, where the account has them; whoever leaves it out is asked for it
    ///     once the password was right
    record SignIn(
            @Nullable String user,
            @Nullable String password,
            @Nullable String otp) {

        @Override
        public String toString() {
            return "sign-in";
        }
    }

    @PostMapping(path = "/api/session", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.PUBLIC)
    Me signIn(@RequestBody SignIn said, HttpServletRequest request, HttpServletResponse response) {
        var user = given("user", said.user());
        var password = given("password", said.password());
        var code = given("otp", said.otp());
        refuseMissing(user, password);
        throttle.spend("sign-in", Addresses.key(request), identities.settings().signInsPerMinute());
        var proven = entrance.prove(user.orElseThrow(), password.orElseThrow(), code, Place.of(request));
        return entrance.open(proven, Means.PASSWORD, request, response);
    }

    @DeleteMapping("/api/session")
    @Allowed(Allowed.Door.PUBLIC)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        entrance.end(request);
        response.addHeader(HttpHeaders.SET_COOKIE, Entrance.cookie(request, "", 0));
    }

    static Optional<String> given(String field, @Nullable String said) {
        if (said != null && said.length() > LONGEST) {
            throw new Refused(Problem.fields(List.of(new Problem.Field(field, "最多 " + LONGEST + " 个字符。"))));
        }
        return Optional.ofNullable(said).filter(text -> !text.isBlank());
    }

    private static void refuseMissing(Optional<String> user, Optional<String> password) {
        var faults = new ArrayList<Problem.Field>();
        if (user.isEmpty()) {
            faults.add(new Problem.Field("user", "请填写用户名。"));
        }
        if (password.isEmpty()) {
            faults.add(new Problem.Field("password", "请填写密码。"));
        }
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
    }
}
